import { amountOf, inUnit } from './amount.ts';
import { type Binding, type Bound, bindingsOf, type Taker } from './binding.ts';
import type { Capacity } from './capacity.ts';
import type { Good } from './good.ts';
import type { Item } from './item.ts';
import type { DutyTable } from './pack.ts';
import type { Scales } from './scales.ts';
import type { Tally } from './tally.ts';
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

export function unitsOf(tallies: readonly Tally[], capacities: readonly Capacity[], scales: Scales): readonly Unit[] {
  const units: Unit[] = [];
  const { lines, byPlace } = bindingsOf(tallies, capacities, scales);
  for (const line of lines) {
    const { bound, table, takers } = byPlace[line.place] as Binding;
    if (table === undefined) continue;
    const bar = barOf(line, bound);
    for (const { count, unit } of unitRunsOf(line)) {
      const duty = scales.dutyOn(table, unit) ?? 0;
      const permille = scales.permilleOf(table, unit);
      units.push({ line, unit, table, bound, bar, count, duty, permille, uses: usesOf(takers, unit, scales) });
    }
  }
  return units;
}

function barOf(line: Good, bound: readonly Bound[]): Tally | undefined {
  for (const { tally } of bound) if (tally.barred.size > 0 && tally.barred.has(line)) return tally;
  return undefined;
}

const usesOf = (takers: readonly (Taker | undefined)[], unit: Good, scales: Scales): readonly number[] =>
  takers.map((taker) => (taker === undefined ? 0 : amountIn(taker, unit, scales)));

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

/** The next is another of the same duty. */
export type Kind = Item & { count: number; readonly permille: number; readonly units: Unit[]; next: Kind | undefined };

/** Equal items of all lines together: the search need not tell them apart. */
export function kindsOf(units: readonly Unit[]): readonly Kind[] {
  const byDuty = new Map<number, Kind>();
  const all: Kind[] = [];
  for (const unit of units) {
    if (unit.bar !== undefined) continue;
    const first = byDuty.get(unit.duty);
    const known = alikeAmong(first, unit);
    if (known !== undefined) {
      known.count += unit.count;
      known.units.push(unit);
      continue;
    }
    const { count, duty, uses, permille } = unit;
    const kind: Kind = { count, duty, uses, permille, units: [unit], next: first };
    byDuty.set(duty, kind);
    all.push(kind);
  }
  return all;
}

function alikeAmong(first: Kind | undefined, unit: Unit): Kind | undefined {
  for (let kind = first; kind !== undefined; kind = kind.next) if (isAlike(kind, unit)) return kind;
  return undefined;
}

function isAlike(kind: Kind, unit: Unit): boolean {
  if (kind.permille !== unit.permille) return false;
  for (let index = 0; index < unit.uses.length; index++) if (kind.uses[index] !== unit.uses[index]) return false;
  return true;
}
