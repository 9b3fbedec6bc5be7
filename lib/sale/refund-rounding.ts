import { type CashUnit, inCash } from '#lib/money/cash.ts';
import type { Money } from '#lib/money/money.ts';
import type { Tendered } from './tenders.ts';

/**
 * What goes back more than was paid for the goods, or less: nothing, or in cash what no coin is small enough for. Undefined where what is
 * given back is neither the exact sum nor the rounded one.
 */
export function refundRounding(total: Money, given: readonly Tendered[], units: readonly CashUnit[]): Money | undefined {
  if (given.some(({ money }) => money.currency !== total.currency)) return undefined;
  const sum = (of: readonly Tendered[]) => of.reduce((all, { money }) => all + money.minor, 0);
  const cash = given.filter(({ kind }) => kind === 'cash');
  const rounding = sum(given) - total.minor;
  const due = { minor: sum(cash) - rounding, currency: total.currency };
  const isRounded = cash.length > 0 && inCash(due, units).minor === sum(cash);
  return rounding === 0 || isRounded ? { minor: rounding, currency: total.currency } : undefined;
}
