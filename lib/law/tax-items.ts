import { freeOf } from './amount.ts';
import { type Capacity, capacitiesOf } from './capacity.ts';
import { cheapest } from './cheapest.ts';
import type { Good } from './good.ts';
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

/**
 * Decides together all rules that tax an item whole, since an item is free only if it fits every one of them, and is taxed
 * once. Rules that share no goods do not look at each other. Writes plan and over of the tallies: a taxed item is over the
 * narrowest rule that has no room left for it.
 */
export function splitItems(tallies: readonly Tally[], scales: Scales): ItemSplit {
  const parts = (tallies.every(takesAll) ? [tallies] : sharing(tallies)).map((group) =>
    group.every(takesAll) ? allFree(group, scales) : searchSplit(group, scales),
  );
  for (const tally of tallies) tally.used += takenEarlier(tally);
  return {
    taxed: parts.flatMap(({ taxed }) => taxed),
    free: parts.flatMap(({ free }) => free),
    proven: parts.every(({ proven }) => proven),
    gapMinor: parts.reduce((sum, { gapMinor }) => sum + gapMinor, 0),
  };
}

/** Most baskets fit as they are, and need no search. */
function takesAll(tally: Tally): boolean {
  const total = totalOf(tally);
  const fits =
    total <= freeOf(tally) &&
    tally.barred.size === 0 &&
    tally.earlier.length === 0 &&
    !(isOneOf(tally) && new Set(tally.goods.map(({ part }) => part)).size > 1);
  tally.plan = fits ? total : 0;
  return fits;
}

function allFree(tallies: readonly Tally[], scales: Scales): ItemSplit {
  const free = tallies.flatMap((tally) => tally.goods.flatMap(({ line }) => portionWithin(tally, line, line, 1, scales) ?? []));
  return { taxed: [], free, proven: true, gapMinor: 0 };
}

function portionWithin(
  { law: { rule } }: Tally,
  line: Good,
  goods: Good,
  times: number,
  scales: Scales,
): Portion | undefined {
  const table = rule.within === undefined ? undefined : scales.tableOf(rule.within);
  return table && wholePortion(rule.id, table, line, goods, times);
}

function searchSplit(tallies: readonly Tally[], scales: Scales): ItemSplit {
  for (const tally of tallies) tally.plan = 0;
  const capacities = tallies.flatMap(capacitiesOf);
  const units = unitsOf(tallies, capacities, scales);
  const kinds = kindsOf(units.filter(({ bar }) => bar === undefined));
  const { split, rooms } = cheapest(kinds, tallies, capacities);
  const left = rooms.map(
    (room, index) => room - kinds.reduce((sum, { uses }, nth) => sum + (uses[index] ?? 0) * (split.free[nth] ?? 0), 0),
  );
  const taxed: Portion[] = [];
  const free: Portion[] = [];
  const tax = ({ table, line, unit }: Unit, times: number, cause: Tally) =>
    taxed.push(wholePortion(cause.law.rule.id, table, line, unit, times));
  for (const unit of units) {
    if (unit.bar === undefined) continue;
    unit.bar.over += unit.count * usedBy(unit, capacities, unit.bar);
    tax(unit, unit.count, unit.bar);
  }
  for (const [nth, kind] of kinds.entries()) {
    let rest = split.free[nth] ?? 0;
    for (const [index, { tally, earlier }] of capacities.entries())
      if (earlier.length === 0) tally.plan += (kind.uses[index] ?? 0) * rest;
    const cause = rest === kind.count ? undefined : causeOf(kind, capacities, left);
    if (cause) cause.over += (kind.count - rest) * usedBy(kind, capacities, cause);
    for (const unit of kind.units) {
      const here = Math.min(rest, unit.count);
      rest -= here;
      if (cause && here < unit.count) tax(unit, unit.count - here, cause);
      if (here > 0) free.push(...unit.tallies.flatMap((tally) => portionWithin(tally, unit.line, unit.unit, here, scales) ?? []));
    }
  }
  return { taxed, free, proven: split.proven, gapMinor: Math.ceil(split.gap / 1000) };
}

/** What one item takes of a rule's own room. */
const usedBy = ({ uses }: Pick<Unit, 'uses'>, capacities: readonly Capacity[], tally: Tally): number =>
  uses[capacities.findIndex((each, index) => each.tally === tally && each.earlier.length === 0 && (uses[index] ?? 0) > 0)] ?? 0;

/** The rule without room for the item: first one that is not for all goods, since that says more. */
function causeOf({ uses, units }: Kind, capacities: readonly Capacity[], left: readonly number[]): Tally {
  const full = capacities.flatMap(({ tally, earlier }, index) =>
    (uses[index] ?? 0) > (left[index] ?? 0) ? (earlier.find((each) => units[0]?.tallies.includes(each)) ?? tally) : [],
  );
  const cause = full.find(({ law }) => !law.rule.headline) ?? full[0];
  if (!cause) throw new Error('an item that fits every rule was taxed');
  return cause;
}
