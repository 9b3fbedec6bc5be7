import type { FactLine } from './decision.ts';
import type { DutyTable } from './pack.ts';
import type { Portion } from './portion.ts';
import type { Scales } from './scales.ts';
import { bestSplit, type Item, type Split } from './split.ts';
import { amountOf, freeOf, type Tally, totalOf } from './tally.ts';
import { unitRunsOf } from './units.ts';

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
  if (tallies.every(takesAll)) return allFree(tallies, scales);
  const parts = sharing(tallies).map((group) => (group.every(takesAll) ? allFree(group, scales) : searchSplit(group, scales)));
  return {
    taxed: parts.flatMap(({ taxed }) => taxed),
    free: parts.flatMap(({ free }) => free),
    proven: parts.every(({ proven }) => proven),
    gapMinor: parts.reduce((sum, { gapMinor }) => sum + gapMinor, 0),
  };
}

/** Groups of rules that have goods in common, directly or by another rule. */
function sharing(tallies: readonly Tally[]): Tally[][] {
  const groups: { tallies: Tally[]; lines: Set<FactLine> }[] = [];
  for (const tally of tallies) {
    const lines = new Set(tally.goods.map(({ line }) => line));
    const touched = groups.filter((group) => [...lines].some((line) => group.lines.has(line)));
    const [first, ...others] = touched;
    if (first === undefined) groups.push({ tallies: [tally], lines });
    else {
      first.tallies.push(tally);
      for (const line of lines) first.lines.add(line);
      for (const other of others) {
        first.tallies.push(...other.tallies);
        for (const line of other.lines) first.lines.add(line);
        groups.splice(groups.indexOf(other), 1);
      }
    }
  }
  const order = new Map(tallies.map((tally, index) => [tally, index]));
  return groups.map((group) => group.tallies.sort((a, b) => (order.get(a) as number) - (order.get(b) as number)));
}

/** Most baskets fit as they are, and need no search. */
function takesAll(tally: Tally): boolean {
  const total = totalOf(tally);
  const fits =
    total <= freeOf(tally) &&
    tally.barred.size === 0 &&
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
  line: FactLine,
  goods: FactLine,
  times: number,
  scales: Scales,
): Portion | undefined {
  const table = rule.within === undefined ? undefined : scales.tableOf(rule.within);
  return table && { rule: rule.id, table, line, goods, times, numerator: 1, denominator: 1 };
}

const isOneOf = ({ law: { measure } }: Tally): boolean => measure.kind === 'mix' && measure.operator === 'one-of';

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
  const tax = (unit: Unit, times: number, cause: Tally) =>
    taxed.push({
      rule: cause.law.rule.id,
      table: unit.table,
      line: unit.line,
      goods: unit.unit,
      times,
      numerator: 1,
      denominator: 1,
    });
  for (const unit of units) {
    if (unit.bar === undefined) continue;
    const index = unit.uses.findIndex((use, nth) => use > 0 && capacities[nth]?.tally === unit.bar);
    unit.bar.over += unit.count * (unit.uses[index] ?? 0);
    tax(unit, unit.count, unit.bar);
  }
  for (const [nth, kind] of kinds.entries()) {
    let rest = split.free[nth] ?? 0;
    for (const [index, { tally }] of capacities.entries()) tally.plan += (kind.uses[index] ?? 0) * rest;
    const cause = rest === kind.count ? undefined : catakenOf(kind, capacities, left);
    if (cause) cause.tally.over += (kind.count - rest) * (kind.uses[cause.index] ?? 0);
    for (const unit of kind.units) {
      const here = Math.min(rest, unit.count);
      rest -= here;
      if (cause && here < unit.count) tax(unit, unit.count - here, cause.tally);
      if (here > 0)
        for (const tally of unit.tallies) free.push(...[portionWithin(tally, unit.line, unit.unit, here, scales) ?? []].flat());
    }
  }
  return { taxed, free, proven: split.proven, gapMinor: Math.ceil(split.gap / 1000) };
}

/** Room for one rule, or for one part of a one-of rule, which has it only while that part is the chosen one. */
type Capacity = { readonly tally: Tally; readonly part: number | undefined; readonly room: number };

function capacitiesOf(tally: Tally): Capacity[] {
  const room = freeOf(tally);
  if (!isOneOf(tally)) return [{ tally, part: undefined, room }];
  const present = new Set(tally.goods.map(({ part }) => part));
  return [...present].sort((a, b) => a - b).map((part) => ({ tally, part, room }));
}

/** Duty in thousandths of a minor unit: exact, and rounded once over the whole basket. */
type Unit = {
  readonly line: FactLine;
  readonly unit: FactLine;
  readonly table: DutyTable;
  readonly tallies: readonly Tally[];
  /** The rule that keeps this item out of its allowance whatever room there is. */
  readonly bar: Tally | undefined;
  readonly count: number;
  readonly duty: number;
  readonly permille: number;
  readonly value: number;
  readonly uses: readonly number[];
};

function unitsOf(tallies: readonly Tally[], capacities: readonly Capacity[], scales: Scales): Unit[] {
  const lines = new Map<FactLine, { tally: Tally; part: number }[]>();
  for (const tally of tallies)
    for (const { line, part } of tally.goods) {
      const bound = lines.get(line);
      if (bound === undefined) lines.set(line, [{ tally, part }]);
      else bound.push({ tally, part });
    }
  return [...lines].flatMap(([line, bound]) => {
    const table = tableFor(
      bound.map(({ tally }) => tally),
      scales,
    );
    if (table === undefined) return [];
    return unitRunsOf(line).map(({ count, unit }) => ({
      line,
      unit,
      table,
      tallies: bound.map(({ tally }) => tally),
      bar: bound.find(({ tally }) => tally.barred.has(line))?.tally,
      count,
      duty: scales.dutyOn(table, unit) ?? 0,
      permille: scales.permilleOf(table, unit),
      value: scales.valueIn(unit, table.currency) ?? 0,
      uses: capacities.map((room) => {
        const found = bound.find(({ tally, part }) => tally === room.tally && (room.part === undefined || part === room.part));
        return found === undefined ? 0 : takenOf(found.tally, unit, found.part, scales);
      }),
    }));
  });
}

function takenOf({ law: { measure }, steps }: Tally, unit: FactLine, part: number, scales: Scales): number {
  if (measure.kind === 'value') return scales.valueIn(unit, measure.currency, measure.basis, measure.deemed) ?? 0;
  if (measure.kind !== 'duty-forgone') return amountOf(measure, unit, part, steps);
  const table = scales.tableOf(measure.duty);
  return table === undefined ? 0 : Math.ceil((scales.dutyOn(table, unit) ?? 0) / 1000);
}

/** An item is taxed once: by the first rule that names its goods more narrowly than all goods, else by the first. */
function tableFor(tallies: readonly Tally[], scales: Scales): DutyTable | undefined {
  const narrow = tallies.find(({ law }) => law.rule.goods.include !== 'all') ?? tallies[0];
  const over = narrow?.law.rule.over;
  return over && 'duty' in over ? scales.tableOf(over.duty) : undefined;
}

type Kind = Item & { readonly units: Unit[] };

/** Equal items of all lines together: the search need not tell them apart. */
function kindsOf(units: readonly Unit[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const unit of units) {
    const key = `${unit.duty}|${unit.permille}|${unit.uses.join('|')}`;
    const known = kinds.get(key);
    kinds.set(key, {
      count: (known?.count ?? 0) + unit.count,
      duty: unit.duty,
      uses: unit.uses,
      units: [...(known?.units ?? []), unit],
    });
  }
  return [...kinds.values()];
}

/** Tries each choice of the parts of one-of rules; of equal ones the first. */
function cheapest(
  kinds: readonly Kind[],
  tallies: readonly Tally[],
  capacities: readonly Capacity[],
): { split: Split; rooms: number[] } {
  const options = choices(tallies.map((tally) => capacities.filter((each) => each.tally === tally && each.part !== undefined)));
  let best: { split: Split; rooms: number[] } | undefined;
  for (const chosen of options) {
    const rooms = capacities.map((capacity) => (capacity.part === undefined || chosen.includes(capacity) ? capacity.room : 0));
    const split = splitBy(orderOf(tallies), kinds, rooms);
    if (!best || split.saved > best.split.saved) best = { split, rooms };
  }
  return best ?? { split: { free: [], saved: 0, proven: true, gap: 0 }, rooms: [] };
}

type Order = 'least-duty' | 'highest-taxed-first' | 'as-listed';

function orderOf(tallies: readonly Tally[]): Order {
  const { over } = tallies[0]?.law.rule ?? {};
  return over?.kind === 'tax-item-whole' ? (over.order ?? 'least-duty') : 'least-duty';
}

/** Where the law says which items come first there is nothing to search: each is taken that still fits. */
function splitBy(order: Order, kinds: readonly Kind[], rooms: readonly number[]): Split {
  if (order === 'least-duty') return bestSplit(kinds, rooms);
  const left = [...rooms];
  const free = kinds.map(() => 0);
  const places = kinds.map((_, index) => index);
  if (order === 'highest-taxed-first') places.sort((a, b) => byRate(kinds[a] as Kind, kinds[b] as Kind) || a - b);
  for (const place of places) {
    const { count, uses } = kinds[place] as Kind;
    const fits = uses.reduce(
      (most, use, index) => (use > 0 ? Math.min(most, Math.floor((left[index] ?? 0) / use)) : most),
      count,
    );
    free[place] = Math.max(0, fits);
    for (const [index, use] of uses.entries()) left[index] = (left[index] ?? 0) - use * Math.max(0, fits);
  }
  return { free, saved: kinds.reduce((sum, { duty }, index) => sum + duty * (free[index] ?? 0), 0), proven: true, gap: 0 };
}

/** The higher rate first, and of one rate the dearer item: duty over value, without a fraction. */
function byRate(one: Kind, other: Kind): number {
  const [a, b] = [one.units[0] as Unit, other.units[0] as Unit];
  return other.duty * Math.max(1, a.value) - one.duty * Math.max(1, b.value) || b.duty - a.duty;
}

const choices = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>(
    (made, list) => (list.length === 0 ? made : made.flatMap((each) => list.map((one) => [...each, one]))),
    [[]],
  );

/** The rule without room for the item: first one that is not for all goods, since that says more. */
function catakenOf({ uses }: Kind, capacities: readonly Capacity[], left: readonly number[]): { tally: Tally; index: number } {
  const full = capacities
    .map(({ tally }, index) => ({ tally, index }))
    .filter(({ index }) => (uses[index] ?? 0) > (left[index] ?? 0));
  const narrow = full.find(({ tally }) => !tally.law.rule.headline);
  const cause = narrow ?? full[0];
  if (!cause) throw new Error('an item that fits every rule was taxed');
  return cause;
}
