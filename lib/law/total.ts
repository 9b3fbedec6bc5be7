import { freeOf } from './amount.ts';
import { Fraction } from './fraction.ts';
import { inOrder } from './in-order.ts';
import type { Measured } from './measured.ts';
import type { Scales } from './scales.ts';
import { bar, isOneOf, partsOf, type Tally, totalOf } from './tally.ts';
import { taxingTable } from './taxing-table.ts';
import { takenEarlier } from './version.ts';

/** Of one line, how much of its amount lies above the limit. */
export type Above = { readonly measured: Measured; readonly amount: number };

/**
 * Counts a rule that looks at totals: plan is what fits, over what does not. @returns the goods that are above, those with
 * the highest duty filling the allowance first, which is both what laws write and the least to pay.
 */
export function countTotal(tally: Tally, scales: Scales): readonly Above[] {
  const { over } = tally.law.rule;
  tally.used += takenEarlier(tally);
  if (isOneOf(tally)) choosePart(tally, scales);
  const open = openGoods(tally);
  const total = open.reduce((sum, { amount }) => sum + amount, 0);
  const room = freeOf(tally) + toleranceOf(tally, open, total);
  tally.granted = Math.max(0, Math.min(total, room) - freeOf(tally));
  const free = total > room && over.kind === 'tax-all' ? 0 : Math.min(total, room);
  tally.plan = free;
  tally.over = totalOf(tally) - free;
  return tally.over === 0 ? [] : above(tally, free, scales);
}

const openGoods = ({ goods, barred }: Tally): readonly Measured[] =>
  barred.size === 0 ? goods : goods.filter(({ line }) => !barred.has(line));

/** One kind is chosen, the one that leaves least above, by duty where there is one; the others have no allowance. */
function choosePart(tally: Tally, scales: Scales): void {
  const parts = partsOf(tally);
  if (parts.length < 2) return;
  const [first, ...others] = parts.map((part) => freedBy(tally, part, scales));
  const { part: chosen } = others.reduce((best, each) => (freesMore(each, best) ? each : best), first as Freed);
  bar(
    tally,
    tally.goods.flatMap(({ line, part }) => (part === chosen ? [] : [line])),
  );
}

/** What choosing one part of a limit would free: duty, exactly, and amount. */
type Freed = { readonly part: number; readonly duty: Fraction; readonly amount: number };

function freedBy(tally: Tally, part: number, scales: Scales): Freed {
  const own = tally.goods.filter((each) => each.part === part && each.amount > 0);
  const table = taxingTable(tally.law, part, scales);
  const amount = own.reduce((sum, each) => sum + each.amount, 0);
  const room = freeOf(tally);
  const duty = new Fraction();
  if (table) for (const { line, whole, amount: left } of own) duty.add(scales.dutyOn(table, line) ?? 0, left, whole);
  if (amount > room) duty.times(room, amount);
  return { part, duty, amount: Math.min(amount, room) };
}

const freesMore = (one: Freed, other: Freed): boolean => {
  const more = one.duty.comparedTo(other.duty);
  return more > 0 || (more === 0 && one.amount > other.amount);
};

/** The one item that passes the limit is let through whole if it passes it by no more than the tolerance. */
function toleranceOf({ law: { rule, measure }, steps, limit, used }: Tally, open: readonly Measured[], total: number): number {
  if (rule.over.kind !== 'tax-excess' || rule.over.tolerance === undefined || used >= limit) return 0;
  const chosen = measure.kind === 'mix' ? measure.parts[open[0]?.part ?? 0] : undefined;
  const tolerance = rule.over.tolerance * (chosen === undefined ? 1 : steps / chosen.limit);
  const free = freeOf({ steps, limit, used });
  const passes = total - free;
  const isOneItem = open.some(({ line, amount }) => amount / Math.max(1, line.units) >= passes);
  return passes > 0 && passes <= tolerance && isOneItem ? passes : 0;
}

function above(tally: Tally, free: number, scales: Scales): Above[] {
  const { over, within } = tally.law.rule;
  const isAsListed = (!('duty' in over) && within === undefined) || (over.kind === 'tax-excess' && over.order === 'as-listed');
  const open = openGoods(tally);
  const found: Above[] = [];
  let room = free;
  for (const measured of isAsListed ? open : byDuty(tally, open, scales)) {
    const within = Math.min(room, measured.amount);
    room -= within;
    if (measured.amount > within) found.push({ measured, amount: measured.amount - within });
  }
  if (open !== tally.goods)
    for (const measured of tally.goods)
      if (tally.barred.has(measured.line) && measured.amount > 0) found.push({ measured, amount: measured.amount });
  return found;
}

/** The most duty for the amount first; of a rule that only taxes what is within, by that. */
function byDuty({ law }: Tally, goods: readonly Measured[], scales: Scales): readonly Measured[] {
  if (goods.length < 2) return goods;
  const ranked = goods.map((measured) => {
    const { line, whole, part } = measured;
    const table = taxingTable(law, part, scales) ?? scales.tableOf(law.rule.within ?? '');
    return { measured, density: whole === 0 || table === undefined ? 0 : (scales.dutyOn(table, line) ?? 0) / whole };
  });
  return inOrder(ranked, (one, other) => other.density - one.density).map(({ measured }) => measured);
}
