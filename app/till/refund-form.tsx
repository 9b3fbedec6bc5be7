'use client';
import { Minus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { inCash } from '#lib/money/cash.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt, ReceiptLine } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Refusal } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { ChipRow } from './chip-row.tsx';
import { refundable, refundTotal, type Wanted } from './refunds.ts';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly receipt: Receipt; readonly onBack: () => void; readonly onDone: () => Promise<void> };
type Refunded = { readonly refund: { readonly replanned: boolean } };

/** Gives money back line by line; goods that come back free the allowance while the visit is open. */
export function RefundForm({ receipt, onBack, onDone }: Props) {
  const t = useTranslations('till.refund');
  const c = useTranslations('everywhere');
  const { cashUnits } = useStall();
  const act = useAct();
  const say = useToast();
  const [wanted, setWanted] = useState<ReadonlyMap<number, Wanted>>(new Map());
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const total = refundTotal(receipt.lines, wanted);
  const cash = inCash(total, cashUnits);
  const rounding = { minor: cash.minor - total.minor, currency: total.currency };
  const parts = [...wanted].filter(([, { milli }]) => milli > 0);

  const send = async (): Promise<void> => {
    setFault(null);
    const answer = await act.run<Refunded>(`sales/${receipt.id}/refunds`, {
      lines: parts.map(([line, { milli, goods }]) => ({ line, quantity: quantityTextOf(milli), goods })),
      tenders: [{ kind: 'cash', amount: amountOf(cash) }],
      paidBy: 'stall',
    });
    setRefusals(answer.kind === 'refused' ? answer.refusals : []);
    setFault(answer.kind === 'fault' ? answer.status : null);
    if (answer.kind !== 'done') return;
    say({ text: answer.body.refund.replanned ? t('doneFreed') : t('done'), tone: 'good' });
    await onDone();
  };
  return (
    <div className="grid gap-4 pb-4">
      <Refusal refusals={refusals} />
      <Unanswered act={act} fault={fault} />
      <ul className="grid">
        {receipt.lines.map((line) => (
          <RefundLine
            key={line.line}
            line={line}
            wanted={wanted.get(line.line) ?? { milli: 0, goods: 'back' }}
            onChange={(part) => setWanted(new Map(wanted).set(line.line, part))}
          />
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 text-l">
        {t('cash')}
        <output aria-label={t('cash')} className="num font-bold text-xl">
          <MoneyText amount={amountOf(cash)} />
        </output>
      </p>
      {rounding.minor !== 0 && (
        <p className="flex items-baseline justify-between gap-4 text-soft">
          {t('rounding')}
          <MoneyText amount={amountOf(rounding)} />
        </p>
      )}
      <div className="flex justify-between gap-3">
        <Button onPress={onBack}>{c('back')}</Button>
        <Button
          look="danger"
          size="l"
          isDisabled={parts.length === 0 || cash.minor === 0}
          isPending={act.state !== 'idle'}
          onPress={() => void send()}
        >
          {t('act')}
        </Button>
      </div>
    </div>
  );
}

type LineProps = { readonly line: ReceiptLine; readonly wanted: Wanted; readonly onChange: (wanted: Wanted) => void };

function RefundLine({ line, wanted, onChange }: LineProps) {
  const t = useTranslations('till.refund');
  const name = nameIn(line.names, useLocale());
  const most = refundable(line);
  const step = most % 1000 === 0 ? 1000 : most;
  const { milli, goods } = wanted;
  return (
    <li className="grid gap-2 border-line border-b py-3 last:border-0">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1">
          <b>{name}</b> <span className="text-s text-soft">{t('most', { count: quantityTextOf(most) })}</span>
        </span>
        <Button
          className="px-3!"
          aria-label={t('fewer', { name })}
          isDisabled={milli === 0}
          onPress={() => onChange({ milli: Math.max(0, milli - step), goods })}
        >
          <Minus aria-hidden size={22} />
        </Button>
        <output aria-label={t('quantity', { name })} className="num min-w-10 text-center font-bold text-l">
          <bdi dir="ltr">{quantityTextOf(milli)}</bdi>
        </output>
        <Button
          className="px-3!"
          aria-label={t('more', { name })}
          isDisabled={milli >= most}
          onPress={() => onChange({ milli: Math.min(most, milli + step), goods })}
        >
          <Plus aria-hidden size={22} />
        </Button>
      </div>
      {milli > 0 && (
        <ChipRow
          label={t('goods', { name })}
          value={goods}
          onChange={(where) => onChange({ milli, goods: where as Wanted['goods'] })}
          chips={[
            { id: 'back', name: t('back') },
            { id: 'kept', name: t('kept') },
          ]}
        />
      )}
    </li>
  );
}
