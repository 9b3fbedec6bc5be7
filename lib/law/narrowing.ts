import { freeOf } from './amount.ts';
import { countCrossing, isDayCounted } from './counting.ts';
import { isCounting } from './crossings.ts';
import type { Facts } from './decision.ts';
import type { Side } from './pack.ts';
import type { Scales } from './scales.ts';
import { barItems } from './single-items.ts';
import { bar, isSplit, type Tally } from './tally.ts';
import { countTotal } from './total.ts';

/** Rules that take the allowance of others away, or items out of it, come before these are measured. */
export function narrow(tallies: readonly Tally[], facts: Facts, { zone }: Side, scales: Scales): void {
  for (const tally of tallies) {
    const { over, period } = tally.law.rule;
    if (isCounting(tally)) countCrossing(tally, facts, scales, zone);
    else if (period.kind === 'item') barItems(tally);
    else if (over.kind === 'no-allowance') countTotal(tally, scales);
    else continue;
    if (tally.over > 0 && over.kind === 'tax-item-whole') takeOut(tally, tallies, over.insteadOf ?? []);
    if (over.kind === 'no-allowance' && !isDayCounted(tally, facts, scales, zone)) takeAllowance(tally, tallies, over.rules);
  }
}

/** An item above its own limit is taxed by that rule alone: it is no part of what other items share. */
function takeOut({ barred, law }: Tally, tallies: readonly Tally[], rules: readonly string[]): void {
  for (const other of tallies) {
    if (other.law === law || !(isSplit(other) || rules.includes(other.law.rule.id))) continue;
    other.goods = other.goods.filter(({ line }) => !barred.has(line));
  }
}

/** Over the limit, or with nothing of it to use, the rules named have no allowance: for the items above it, or for all goods. */
function takeAllowance(tally: Tally, tallies: readonly Tally[], rules: readonly string[]): void {
  const byItem = tally.law.rule.period.kind === 'item';
  const isUsedUp = tally.over > 0 || (isCounting(tally) && (tally.law.without !== undefined || freeOf(tally) === 0));
  for (const other of tallies) {
    if (!rules.includes(other.law.rule.id)) continue;
    if (byItem) bar(other, tally.barred);
    else if (isUsedUp) other.limit = 0;
  }
}
