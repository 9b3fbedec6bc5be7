import { type Money, moneyOf } from '#lib/money/money.ts';
import { basisPointsOf, isWithin } from '#lib/sale/discount.ts';
import type { Basket } from './basket.ts';
import { offTotalOf, pricedLines } from './basket-prices.ts';
import type { TillView } from './till-views.ts';

/** How much a cashier of this stall may take off a price alone, in per cent. */
export const ownLimit = ({ discountLimit = '0' }: TillView): string => discountLimit;

/** All that comes off a basket, where whoever stands here may not give it alone and no owner has allowed it yet. */
export function discountAbove(basket: Basket, till: TillView, currency: string): Money | null {
  const lines = pricedLines(basket);
  const off = offTotalOf(lines, currency);
  if (off.minor === 0 || till.operator?.role === 'owner') return null;
  const given = lines.map(({ listMinor, offMinor }) => ({ listMinor, discountMinor: offMinor }));
  if (isWithin(given, basisPointsOf(ownLimit(till)) ?? 0)) return null;
  const allowed = basket.approval && moneyOf(basket.approval.upTo);
  return allowed?.currency === off.currency && allowed.minor >= off.minor ? null : off;
}
