'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { DecisionDialog } from '../_decision/decision-dialog.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { Badge, EmptyState } from '../_ui/surfaces.tsx';
import { passHeader } from '../market/phone/pass-in-hand.ts';
import { DecisionByCode } from './decision-by-code.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';
import type { ReceiptView } from './receipt-view.ts';

type Props = {
  /** The code of the pass in hand: what opens a decision beside its own code. */
  readonly pass: string;
  readonly sales: readonly ReceiptView[];
  readonly offsetMinutes: number | undefined;
};

/** Everything bought on this visit, newest first; a touch opens the receipt. */
export function Receipts({ pass, sales, offsetMinutes }: Props) {
  const t = useTranslations('pass.receipts');
  const [openId, setOpenId] = useState<string | null>(null);
  const [decision, setDecision] = useState<string | null>(null);
  const headers = useMemo(() => passHeader(pass), [pass]);
  const open = sales.find(({ id }) => id === openId);
  return (
    <section className="grid gap-2">
      <h2 className="font-bold text-l">{t('title')}</h2>
      {sales.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneNote')}</EmptyState>
      ) : (
        <ul className="grid overflow-hidden rounded-2xl border-2 border-line bg-surface">
          {sales.map((sale) => (
            <li key={sale.id} className="border-line border-b last:border-0">
              <Button
                onPress={() => setOpenId(sale.id)}
                className="flex min-h-16 w-full items-center gap-3 px-4 py-2.5 text-start hover:bg-teal-tint pressed:bg-teal-tint"
              >
                <span className="grid flex-1 gap-0.5">
                  <span className="font-semibold leading-tight">{sale.stall.name}</span>
                  <span className="text-s text-soft">
                    <DateText at={sale.occurredAt} offsetMinutes={offsetMinutes} /> · {t('goods', { count: sale.lines.length })}
                  </span>
                  {sale.state !== 'sold' && (
                    <span>
                      <Badge tone="attention">{t(`states.${sale.state}`)}</Badge>
                    </span>
                  )}
                </span>
                <b className="num whitespace-nowrap">
                  <MoneyText amount={sale.total} />
                </b>
                <ChevronRight aria-hidden className="shrink-0 text-soft rtl:-scale-x-100" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <DecisionByCode onOpen={setDecision} />
      {open && decision === null && (
        <ReceiptSheet receipt={open} offsetMinutes={offsetMinutes} onDecision={setDecision} onClose={() => setOpenId(null)} />
      )}
      {decision !== null && <DecisionDialog kind="sheet" code={decision} headers={headers} onClose={() => setDecision(null)} />}
    </section>
  );
}
