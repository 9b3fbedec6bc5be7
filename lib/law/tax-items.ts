import { freeOf } from './amount.ts';
import { type Capacity, capacitiesOf } from './capacity.ts';
import { cheapest } from './cheapest.ts';
import type { Good } from './good.ts';
import { leftIn } from './item.ts';
import { type Kind, kindsOf, type Unit, unitsOf } from './item-kinds.ts';
import { type Portion, wholePortion } from './portion.ts';
import type { Scales } from './scales.ts';
import { sharing } from './sharing.ts';
import { isOneOf, type Tally, totalOf } from './tally.ts';
import { takenEarlier } from './version.ts';

export type ItemSplit = {
  readonly taxed: readonly Portion[];
  /** What is free, for rules that tax that too. */
  readonly free: readonly Portion[];
  readonly proven: boolean;
  readonly gapMinor: number;
};

type Found = { readonly taxed: Portion[]; readonly free: Portion[]; proven: boolean; gapMinor: number };

/**
 * Decides together all rules that tax an item whole, since an item is free only if it fits every one of them, and is taxed
 * once. Rules that share no goods do not look at each other. Writes plan and over of the tallies: a taxed item is over the
 * narrowest rule that has no room left for it.
 */
export function splitItems(tallies: readonly Tally[], scales: Scales): ItemSplit {
  const found: Found = { taxed: [], free: [], proven: true, gapMinor: 0 };
  for (const group of tallies.every(takesAll) ? [tallies] : sharing(tallies))
    if (group.every(takesAll)) freeAll(group, scales, found);
    else searchSplit(group, scales, found);
  for (const tally of tallies) tally.used += takenEarlier(tally);
  return found;
}

/** Most baskets fit as they are, and need no search. */
function takesAll(tally: Tally): boolean {
  const total = totalOf(tally);
  const fits =
    total <= freeOf(tally) &&
    tally.barred.size === 0 &&
    tally.earlier.length === 0 &&
    !(isOneOf(tally) && tally.goods.some(({ part }) => part !== tally.goods[0]?.part));
  tally.plan = fits ? total : 0;
  return fits;
}

function freeAll(tallies: readonly Tally[], scales: Scales, { free }: Found): void {
  for (const tally of tallies)
    if (taxesWithin(tally)) for (const { line } of tally.goods) freeWithin(tally, line, line, 1, scales, free);
}

const taxesWithin = ({ law }: Tally): boolean => law.rule.within !== undefined;

function freeWithin({ law: { rule } }: Tally, line: Good, goods: Good, times: number, scales: Scales, free: Portion[]): void {
  const table = rule.within === undefined ? undefined : scales.tableOf(rule.within);
  if (table !== undefined) free.push(wholePortion(rule.id, table, line, goods, times));
}

function searchSplit(tallies: readonly Tally[], scales: Scales, found: Found): void {
  const { taxed, free } = found;
  for (const tally of tallies) tally.plan = 0;
  const capacities = tallies.flatMap(capacitiesOf);
  const units = unitsOf(tallies, capacities, scales);
  const kinds = kindsOf(units);
  const { split, rooms } = cheapest(kinds, tallies, capacities, scales);
  const isWithinTaxed = tallies.some(taxesWithin);
  for (const unit of units) {
    if (unit.bar === undefined) continue;
    unit.bar.over += unit.count * usedBy(unit, capacities, unit.bar);
    tax(unit, unit.count, unit.bar, taxed);
  }
  const left = leftIn(rooms, kinds, split.free);
  for (let nth = 0; nth < kinds.length; nth++) {
    const kind = kinds[nth] as Kind;
    let rest = split.free[nth] as number;
    if (rest > 0) plan(kind.uses, rest, capacities);
    const cause = rest === kind.count ? undefined : causeOf(kind, capacities, left);
    if (cause) cause.over += (kind.count - rest) * usedBy(kind, capacities, cause);
    for (const unit of kind.units) {
      const here = Math.min(rest, unit.count);
      rest -= here;
      if (cause && here < unit.count) tax(unit, unit.count - here, cause, taxed);
      if (here > 0 && isWithinTaxed)
        for (const { tally } of unit.bound) freeWithin(tally, unit.line, unit.unit, here, scales, free);
    }
  }
  found.proven &&= split.proven;
  found.gapMinor += Math.ceil(split.gap / 1000);
}

function plan(uses: readonly number[], count: number, capacities: readonly Capacity[]): void {
  for (let index = 0; index < capacities.length; index++) {
    const { tally, earlier } = capacities[index] as Capacity;
    if (earlier.length === 0) tally.plan += (uses[index] as number) * count;
  }
}

const tax = ({ table, line, unit }: Unit, times: number, cause: Tally, taxed: Portion[]): void => {
  taxed.push(wholePortion(cause.law.rule.id, table, line, unit, times));
};

/** What one item takes of a rule's own room. */
function usedBy({ uses }: Pick<Unit, 'uses'>, capacities: readonly Capacity[], tally: Tally): number {
  for (let index = 0; index < capacities.length; index++) {
    const each = capacities[index] as Capacity;
    const use = uses[index] as number;
    if (each.tally === tally && each.earlier.length === 0 && use > 0) return use;
  }
  return 0;
}

/** The rule without room for the item: first one that is not for all goods, since that says more. */
function causeOf({ uses, units }: Kind, capacities: readonly Capacity[], left: readonly number[]): Tally {
  let first: Tally | undefined;
  for (let index = 0; index < capacities.length; index++) {
    if ((uses[index] as number) <= (left[index] as number)) continue;
    const { tally, earlier } = capacities[index] as Capacity;
    const full = earlier.find((each) => units[0]?.bound.some(({ tally: own }) => own === each)) ?? tally;
    if (!full.law.rule.headline) return full;
    first ??= full;
  }
  if (first === undefined) throw new Error('an item that fits every rule was taxed');
  return first;
}
