import { amountOf, moneyOf } from '#lib/money/money.ts';
import type { Rate } from '#lib/money/rate.ts';
import { convert } from '#lib/money/rate.ts';
import type { Amount } from '../_ui/views.ts';

/** A price in another currency at till rates; undefined for the same currency, or where no rate leads there. */
export function priceIn(price: Amount, currency: string, rates: readonly Rate[]): Amount | undefined {
  if (price.currency === currency) return undefined;
  const money = moneyOf(price);
  const converted = money && convert(money, currency, rates);
  return converted && amountOf(converted.money);
}

/** Several of one price. A quantity is a decimal in the product's unit; half a minor unit is rounded up. */
export function priceOf(price: Amount, quantity: number): Amount {
  const money = moneyOf(price);
  return money ? amountOf({ minor: Math.round(money.minor * quantity), currency: money.currency }) : price;
}

/** The sum per currency, in order of first appearance. */
export function totalsOf(prices: readonly Amount[]): readonly Amount[] {
  const minors = new Map<string, number>();
  for (const price of prices) {
    const money = moneyOf(price);
    if (money) minors.set(money.currency, (minors.get(money.currency) ?? 0) + money.minor);
  }
  return [...minors].map(([currency, minor]) => amountOf({ minor, currency }));
}
