'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { inCash } from '#lib/money/cash.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { LinesBack } from './lines-back.tsx';
import { paidBy, refundTotal, type Wanted } from './refunds.ts';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly receipt: Receipt; readonly onBack: () => void; readonly onDone: () => Promise<void> };
type Refunded = { readonly refund: { readonly replanned: boolean } };

/** Gives money back line by line; goods that come back free the allowance while the visit is open. */
export function RefundForm({ receipt, onBack, onDone }: Props) {
  const t = useTranslations('till.refund');
  const c = useTranslations('everywhere');
  const { till, cashUnits } = useStall();
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
      paidBy: paidBy(till.custody),
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
      <LinesBack lines={receipt.lines} wanted={wanted} onChange={setWanted} mayKeep />
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
