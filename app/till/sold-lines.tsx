'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { Receipt } from '#lib/sale/receipt.ts';
import { MoneyText, percentWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { PricePaid } from '../_ui/price-paid.tsx';
import { Badge } from '../_ui/surfaces.tsx';

/** What was sold: each line with what the shelf asked, what was paid, and why that is less. */
export function SoldLines({ receipt }: { readonly receipt: Pick<Receipt, 'lines' | 'discounts'> }) {
  const t = useTranslations('till.sales');
  const c = useTranslations('counter.discount');
  const language = useLocale();
  return (
    <>
      <ul className="grid">
        {receipt.lines.map((line) => (
          <li key={line.line} className="grid grid-cols-[3.5rem_1fr_auto] gap-3 border-line border-b py-1.5 last:border-0">
            <span className="num whitespace-nowrap">
              <bdi dir="ltr">{line.quantity}</bdi> ×
            </span>
            <span className="flex flex-wrap items-center gap-x-2">
              {nameIn(line.names, language)}
              {line.note !== undefined && <bdi className="text-s text-soft">{line.note}</bdi>}
              {Number(line.refundedQuantity) > 0 && (
                <Badge tone="attention">{t('refundedOf', { count: Number(line.refundedQuantity) })}</Badge>
              )}
            </span>
            <b className="num">
              <PricePaid line={line} />
            </b>
          </li>
        ))}
      </ul>
      {receipt.discounts?.map((discount, place) => (
        <p key={place} className="flex flex-wrap items-baseline gap-x-2 text-s text-soft">
          <span>{discount.line === null ? c('whole') : nameIn(nameOf(receipt, discount.line), language)}:</span>
          <span>
            {c(`reasons.${discount.reason}`)}
            {discount.note !== null && (
              <>
                {' · '}
                <bdi>{discount.note}</bdi>
              </>
            )}
            {discount.approvedBy !== null && <> · {c('allowedBy', { name: discount.approvedBy })}</>}
          </span>
          <span className="num ms-auto">
            {discount.percent !== null && percentWords(discount.percent)}{' '}
            <MoneyText amount={{ ...discount.amount, amount: `-${discount.amount.amount}` }} />
          </span>
        </p>
      ))}
    </>
  );
}

const nameOf = ({ lines }: Pick<Receipt, 'lines'>, at: number) => lines.find(({ line }) => line === at)?.names ?? {};
