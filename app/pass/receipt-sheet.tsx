'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { PricePaid } from '../_ui/price-paid.tsx';
import { Badge } from '../_ui/surfaces.tsx';
import type { ReceiptView } from './receipt-view.ts';

type Props = {
  readonly receipt: ReceiptView;
  readonly offsetMinutes: number | undefined;
  readonly onDecision: (code: string) => void;
  readonly onClose: () => void;
};

/** One receipt: who sold, what, for how much, and the code under which its decision can be looked up. */
export function ReceiptSheet({ receipt, offsetMinutes, onDecision, onClose }: Props) {
  const t = useTranslations('pass.receipts');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  return (
    <Dialog kind="sheet" title={t('one', { number: receipt.number })} isOpen onClose={onClose}>
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="font-semibold">{receipt.stall.name}</p>
          <Badge tone={receipt.state === 'sold' ? 'good' : 'attention'}>{t(`states.${receipt.state}`)}</Badge>
        </div>
        <p className="text-s text-soft">
          <DateText at={receipt.occurredAt} offsetMinutes={offsetMinutes} />
        </p>
        <p className="text-s text-soft">{t('seller', { name: receipt.seller.name, taxId: receipt.seller.taxId })}</p>
      </div>
      <ul className="grid">
        {receipt.lines.map((line) => (
          <li key={line.line} className="flex items-baseline gap-3 border-line border-t py-2">
            <span className="num min-w-8 text-soft">
              <bdi dir="ltr">{line.quantity} ×</bdi>
            </span>
            <span className="grid flex-1">
              <span>{nameIn(line.names, language)}</span>
              {line.note !== undefined && <bdi className="text-s text-soft">{line.note}</bdi>}
              {Number(line.refundedQuantity) > 0 && (
                <span className="text-s text-saffron-ink">{t('refunded', { quantity: line.refundedQuantity })}</span>
              )}
            </span>
            <span className="num">
              <PricePaid line={line} />
            </span>
          </li>
        ))}
      </ul>
      <dl className="grid gap-1 border-ink border-t-2 pt-3">
        <Row name={<b className="text-l">{everywhere('total')}</b>}>
          <b className="num text-l">
            <MoneyText amount={receipt.total} />
          </b>
        </Row>
        {receipt.tenders.map((tender) => (
          <Row key={`${tender.kind}${tender.amount.amount}${tender.amount.currency}`} name={t(`tenders.${tender.kind}`)}>
            <MoneyText amount={tender.amount} />
          </Row>
        ))}
        {Number(receipt.rounding.amount) !== 0 && (
          <Row name={everywhere('rounding')}>
            <MoneyText amount={receipt.rounding} />
          </Row>
        )}
        {Number(receipt.change.amount) > 0 && (
          <Row name={t('change')}>
            <MoneyText amount={receipt.change} />
          </Row>
        )}
      </dl>
      <div className="grid gap-1 rounded-box bg-teal-tint p-4">
        <p className="text-s">{t('decision')}</p>
        <p className="num font-bold text-l">
          <bdi dir="ltr">{displayCode(receipt.decisionCode)}</bdi>
        </p>
        <p className="text-s text-soft">{t('decisionNote')}</p>
        <Button onPress={() => onDecision(receipt.decisionCode)}>{t('openDecision')}</Button>
      </div>
    </Dialog>
  );
}

function Row({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}
