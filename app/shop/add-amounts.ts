import { amountOf, moneyOf } from '#lib/money/money.ts';
import type { Amount } from '../_ui/views.ts';

/** Amounts added up, one total for each currency. */
export function addAmounts(amounts: readonly Amount[]): readonly Amount[] {
  const totals = new Map<string, number>();
  for (const { amount, currency } of amounts) {
    const money = moneyOf({ amount, currency });
    if (money !== undefined) totals.set(currency, (totals.get(currency) ?? 0) + money.minor);
  }
  return [...totals].map(([currency, minor]) => amountOf({ minor, currency }));
}
