import type { FactLine } from './decision.ts';
import { dutyGroupOf } from './goods.ts';
import type { DutyTable, LawPack } from './pack.ts';
import { bestSplit, type Item, type Split } from './split.ts';
import { freeOf, type Purse, type Tally, totalOf } from './tally.ts';

/** Items of one line that are taxed whole because they do not fit the rule. */
export type TaxedItems = {
  readonly rule: string;
  readonly line: FactLine;
  readonly permille: number;
  readonly valueMinor: number;
  readonly currency: string;
};

export type ItemSplit = { readonly taxed: readonly TaxedItems[]; readonly proven: boolean; readonly gapMinor: number };

/**
 * Decides together all rules that tax an item whole, since an item is free only if it fits every one of them, and is taxed
 * once. Writes plan and over of the tallies: a taxed item is over the narrowest rule that has no room left for it.
 */
export function splitItems(pack: LawPack, tallies: readonly Tally[], purse: Purse): ItemSplit {
  return tallies.every(takesAll) ? { taxed: [], proven: true, gapMinor: 0 } : searchSplit(pack, tallies, purse);
}

/** Most baskets fit as they are, and need no search. */
function takesAll(tally: Tally): boolean {
  const total = totalOf(tally);
  const fits = total <= freeOf(tally) && !(isOneOf(tally) && new Set(tally.goods.map(({ part }) => part)).size > 1);
  tally.plan = fits ? total : 0;
  return fits;
}

const isOneOf = ({ law: { rule } }: Tally): boolean => rule.measure.kind === 'mix' && rule.measure.operator === 'one-of';

function searchSplit(pack: LawPack, tallies: readonly Tally[], purse: Purse): ItemSplit {
  for (const tally of tallies) tally.plan = 0;
  const capacities = tallies.flatMap(capacitiesOf);
  const units = unitsOf(pack, tallies, capacities, purse);
  const kinds = kindsOf(units);
  const { split, rooms } = cheapest(kinds, tallies, capacities);
  const left = rooms.map(
    (room, index) => room - kinds.reduce((sum, { uses }, nth) => sum + (uses[index] ?? 0) * (split.free[nth] ?? 0), 0),
  );
  const taxed = kinds.flatMap((kind, nth) => {
    let free = split.free[nth] ?? 0;
    const freeUses = kind.uses.map((use) => use * free);
    for (const [index, { tally }] of capacities.entries()) tally.plan += freeUses[index] ?? 0;
    if (free === kind.count) return [];
    const cause = causeOf(kind, capacities, left);
    cause.tally.over += (kind.count - free) * (kind.uses[cause.index] ?? 0);
    return kind.units.flatMap(({ line, count, value, permille, currency }) => {
      const here = Math.min(free, count);
      free -= here;
      const taxedHere = count - here;
      if (taxedHere === 0) return [];
      return {
        rule: cause.tally.law.rule.id,
        line,
        permille,
        valueMinor: value * taxedHere,
        dutyMinor: kind.duty * taxedHere,
        currency,
      };
    });
  });
  return { taxed, proven: split.proven, gapMinor: Math.ceil(split.gap / 1000) };
}

/** Room for one rule, or for one part of a one-of rule, which has it only while that part is the chosen one. */
type Capacity = { readonly tally: Tally; readonly part: number | undefined; readonly room: number; readonly index: number };

function capacitiesOf(tally: Tally): Omit<Capacity, 'index'>[] {
  const room = freeOf(tally);
  if (!isOneOf(tally)) return [{ tally, part: undefined, room }];
  const present = new Set(tally.goods.map(({ part }) => part));
  return [...present].sort((a, b) => a - b).map((part) => ({ tally, part, room }));
}

/** Duty in thousandths of a minor unit: exact, and rounded once over the whole basket. */
type Unit = {
  line: FactLine;
  count: number;
  value: number;
  duty: number;
  permille: number;
  currency: string;
  uses: readonly number[];
};

function unitsOf(pack: LawPack, tallies: readonly Tally[], rooms: readonly Omit<Capacity, 'index'>[], purse: Purse): Unit[] {
  const lines = new Map<FactLine, { tally: Tally; uses: number[] }>();
  for (const tally of tallies) {
    for (const { line, amount, part } of tally.goods) {
      const entry = lines.get(line) ?? { tally, uses: rooms.map(() => 0) };
      lines.set(line, entry);
      for (const [index, room] of rooms.entries()) {
        if (room.tally === tally && (room.part === undefined || room.part === part)) entry.uses[index] = amount;
      }
    }
  }
  return [...lines].flatMap(([line, { tally, uses }]) => {
    const table = pack.dutyTables.find(({ id }) => 'duty' in tally.law.rule.over && id === tally.law.rule.over.duty);
    if (!table) return [];
    const permille = permilleOf(pack, table, line.category);
    const { currency } = table;
    return inEqualUnits(Math.max(1, line.units), [purse.valueIn(line, currency) ?? 0, ...uses]).map(
      ({ count, shares: [value = 0, ...each] }) => ({
        line,
        count,
        value,
        duty: value * permille,
        permille,
        currency,
        uses: each,
      }),
    );
  });
}

/** Goods of a category that the table does not know pay its highest rate. */
function permilleOf(pack: LawPack, table: DutyTable, category: string): number {
  if (table.kind === 'flat') return table.permille;
  if (table.kind !== 'by-group') return 0;
  const group = dutyGroupOf(pack, category, table.id);
  return (group === undefined ? undefined : table.groups[group]) ?? Math.max(...Object.values(table.groups));
}

/** Totals over a number of units as runs of equal units: 100 fen over 3 is one unit of 34 and two of 33. */
function inEqualUnits(units: number, totals: readonly number[]): { count: number; shares: number[] }[] {
  const ends = [...new Set([...totals.map((total) => total % units), units])].filter((end) => end > 0).sort((a, b) => a - b);
  return ends.map((end, index) => ({
    count: end - (ends[index - 1] ?? 0),
    shares: totals.map((total) => Math.floor(total / units) + (end <= total % units ? 1 : 0)),
  }));
}

type Kind = Item & { readonly units: Unit[] };

/** Equal items of all lines together: the search need not tell them apart. */
function kindsOf(units: readonly Unit[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const unit of units) {
    const key = `${unit.duty}|${unit.uses.join('|')}`;
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
  capacities: readonly Omit<Capacity, 'index'>[],
): { split: Split; rooms: number[] } {
  const options = choices(tallies.map((tally) => capacities.filter((each) => each.tally === tally && each.part !== undefined)));
  let best: { split: Split; rooms: number[] } | undefined;
  for (const chosen of options) {
    const rooms = capacities.map((capacity) => (capacity.part === undefined || chosen.includes(capacity) ? capacity.room : 0));
    const split = bestSplit(kinds, rooms);
    if (!best || split.saved > best.split.saved) best = { split, rooms };
  }
  return best ?? { split: { free: [], saved: 0, proven: true, gap: 0 }, rooms: [] };
}

const choices = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>(
    (made, list) => (list.length === 0 ? made : made.flatMap((each) => list.map((one) => [...each, one]))),
    [[]],
  );

/** The rule without room for the item: first one that is not for all goods, since that says more. */
function causeOf(
  { uses }: Kind,
  capacities: readonly Omit<Capacity, 'index'>[],
  left: readonly number[],
): { tally: Tally; index: number } {
  const full = capacities
    .map(({ tally }, index) => ({ tally, index }))
    .filter(({ index }) => (uses[index] ?? 0) > (left[index] ?? 0));
  const narrow = full.find(({ tally }) => !tally.law.rule.headline);
  const cause = narrow ?? full[0];
  if (!cause) throw new Error('an item that fits every rule was taxed');
  return cause;
}
