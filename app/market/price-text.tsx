'use client';
import { useTranslations } from 'next-intl';
import type { Rate } from '#lib/money/rate.ts';
import { MoneyText } from '../_ui/figures.tsx';
import type { Amount } from '../_ui/views.ts';
import { priceIn } from './prices.ts';

type Props = { readonly price: Amount; readonly currency: string; readonly rates: readonly Rate[]; readonly perKg?: boolean };

/** The price as it is written on the shelf, and about what that is in the shopper's own money. */
export function PriceText({ price, currency, rates, perKg = false }: Props) {
  const t = useTranslations('market');
  const own = priceIn(price, currency, rates);
  return (
    <span className="num inline-flex flex-wrap items-baseline gap-x-2">
      <b className="text-ink">
        <MoneyText amount={price} />
      </b>
      {perKg && <span className="text-s">{t('perKg')}</span>}
      {own && (
        <span className="text-s text-soft">
          ≈ <MoneyText amount={own} />
        </span>
      )}
    </span>
  );
}
