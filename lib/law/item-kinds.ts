import { amountOf, inUnit } from './amount.ts';
import type { Capacity } from './capacity.ts';
import type { Good } from './good.ts';
import type { Item } from './item.ts';
import type { DutyTable } from './pack.ts';
import type { Scales } from './scales.ts';
import type { Tally } from './tally.ts';
import { taxingTable } from './taxing-table.ts';
import { unitRunsOf } from './units.ts';

/** Equal items of one line. Duty in thousandths of a minor unit: exact, and rounded once over the whole basket. */
export type Unit = {
  readonly line: Good;
  readonly unit: Good;
  readonly table: DutyTable;
  readonly bound: readonly Bound[];
  /** The rule that keeps this item out of its allowance whatever room there is. */
  readonly bar: Tally | undefined;
  readonly count: number;
  readonly duty: number;
  readonly permille: number;
  readonly uses: readonly number[];
};

type Bound = { readonly tally: Tally; readonly part: number };

export function unitsOf(tallies: readonly Tally[], capacities: readonly Capacity[], scales: Scales): readonly Unit[] {
  const units: Unit[] = [];
  for (const { line, bound } of boundLines(tallies)) {
    const table = tableFor(bound, scales);
    if (table === undefined) continue;
    const takers = capacities.map((capacity) => takerOf(capacity, bound));
    const bar = barOf(line, bound);
    for (const { count, unit } of unitRunsOf(line)) {
      const uses = takers.map((taker) => (taker === undefined ? 0 : amountIn(taker, unit, scales)));
      const duty = scales.dutyOn(table, unit) ?? 0;
      units.push({ line, unit, table, bound, bar, count, duty, permille: scales.permilleOf(table, unit), uses });
    }
  }
  return units;
}

type BoundLine = { readonly line: Good; bound: readonly Bound[] };

/** Each line with the rules that bind it. */
function boundLines(tallies: readonly Tally[]): readonly BoundLine[] {
  const byPlace: (BoundLine | undefined)[] = [];
  const lines: BoundLine[] = [];
  for (const tally of tallies)
    for (const { line, part } of tally.goods) {
      const known = byPlace[line.place];
      if (known !== undefined) {
        known.bound = [...known.bound, { tally, part }];
        continue;
      }
      const made = { line, bound: [{ tally, part }] };
      byPlace[line.place] = made;
      lines.push(made);
    }
  return lines;
}

/** A rule by which the items of a line take of a capacity; where versions share it, in the unit of the account. */
type Taker = Bound & { readonly inUnit?: boolean };

function takerOf({ tally, part, earlier }: Capacity, bound: readonly Bound[]): Taker | undefined {
  for (const each of bound) {
    if (each.tally !== tally && !earlier.includes(each.tally)) continue;
    if (part !== undefined && each.part !== part) return undefined;
    return earlier.length === 0 ? each : { ...each, inUnit: true };
  }
  return undefined;
}

function barOf(line: Good, bound: readonly Bound[]): Tally | undefined {
  for (const { tally } of bound) if (tally.barred.size > 0 && tally.barred.has(line)) return tally;
  return undefined;
}

function amountIn({ tally, part, inUnit: isShared }: Taker, unit: Good, scales: Scales): number {
  const { measure } = tally.law;
  if (measure.kind !== 'value' && measure.kind !== 'duty-forgone') {
    const amount = amountOf(measure, unit, part, tally.steps);
    return isShared ? inUnit(tally, amount) : amount;
  }
  if (measure.kind === 'value') return scales.valueIn(unit, measure.currency, measure.basis, measure.deemed) ?? 0;
  const table = scales.tableOf(measure.duty);
  return table === undefined ? 0 : Math.ceil((scales.dutyOn(table, unit) ?? 0) / 1000);
}

/** An item is taxed once: by the first rule that names its goods more narrowly than all goods, else by the first. */
function tableFor(bound: readonly Bound[], scales: Scales): DutyTable | undefined {
  let narrow = bound[0];
  for (const each of bound) {
    if (each.tally.law.rule.goods.include === 'all') continue;
    narrow = each;
    break;
  }
  return narrow && taxingTable(narrow.tally.law, narrow.part, scales);
}

export type Kind = Item & { count: number; readonly permille: number; readonly units: Unit[] };

/** Equal items of all lines together: the search need not tell them apart. */
export function kindsOf(units: readonly Unit[]): readonly Kind[] {
  const byDuty = new Map<number, Kind[]>();
  const all: Kind[] = [];
  for (const unit of units) {
    if (unit.bar !== undefined) continue;
    const alike = byDuty.get(unit.duty);
    const known = alike?.find((kind) => isAlike(kind, unit));
    if (known !== undefined) {
      known.count += unit.count;
      known.units.push(unit);
      continue;
    }
    const kind = { count: unit.count, duty: unit.duty, uses: unit.uses, permille: unit.permille, units: [unit] };
    if (alike === undefined) byDuty.set(unit.duty, [kind]);
    else alike.push(kind);
    all.push(kind);
  }
  return all;
}

function isAlike(kind: Kind, unit: Unit): boolean {
  if (kind.permille !== unit.permille) return false;
  for (let index = 0; index < unit.uses.length; index++) if (kind.uses[index] !== unit.uses[index]) return false;
  return true;
}
