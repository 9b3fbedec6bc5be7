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
  readonly tallies: readonly Tally[];
  /** The rule that keeps this item out of its allowance whatever room there is. */
  readonly bar: Tally | undefined;
  readonly count: number;
  readonly duty: number;
  readonly permille: number;
  readonly value: number;
  readonly uses: readonly number[];
};

type Bound = { readonly tally: Tally; readonly part: number };

export function unitsOf(tallies: readonly Tally[], capacities: readonly Capacity[], scales: Scales): readonly Unit[] {
  const lines = new Map<Good, Bound[]>();
  for (const tally of tallies)
    for (const { line, part } of tally.goods) {
      const bound = lines.get(line);
      if (bound === undefined) lines.set(line, [{ tally, part }]);
      else bound.push({ tally, part });
    }
  return [...lines].flatMap(([line, bound]) => {
    const table = tableFor(bound, scales);
    if (table === undefined) return [];
    const binding = bound.map(({ tally }) => tally);
    const bar = binding.find(({ barred }) => barred.has(line));
    return unitRunsOf(line).map(({ count, unit }) => ({
      line,
      unit,
      table,
      tallies: binding,
      bar,
      count,
      duty: scales.dutyOn(table, unit) ?? 0,
      permille: scales.permilleOf(table, unit),
      value: scales.valueIn(unit, table.currency) ?? 0,
      uses: capacities.map((capacity) => takenOf(capacity, bound, unit, scales)),
    }));
  });
}

function takenOf({ tally, part, earlier }: Capacity, bound: readonly Bound[], unit: Good, scales: Scales): number {
  const found = bound.find((each) => each.tally === tally || earlier.includes(each.tally));
  if (found === undefined || (part !== undefined && found.part !== part)) return 0;
  const amount = amountIn(found, unit, scales);
  return earlier.length > 0 ? inUnit(found.tally, amount) : amount;
}

function amountIn({ tally: { law, steps }, part }: Bound, unit: Good, scales: Scales): number {
  const { measure } = law;
  if (measure.kind === 'value') return scales.valueIn(unit, measure.currency, measure.basis, measure.deemed) ?? 0;
  if (measure.kind !== 'duty-forgone') return amountOf(measure, unit, part, steps);
  const table = scales.tableOf(measure.duty);
  return table === undefined ? 0 : Math.ceil((scales.dutyOn(table, unit) ?? 0) / 1000);
}

/** An item is taxed once: by the first rule that names its goods more narrowly than all goods, else by the first. */
function tableFor(bound: readonly Bound[], scales: Scales): DutyTable | undefined {
  const narrow = bound.find(({ tally: { law } }) => law.rule.goods.include !== 'all') ?? bound[0];
  return narrow && taxingTable(narrow.tally.law, narrow.part, scales);
}

export type Kind = Item & { count: number; readonly units: Unit[] };

/** Equal items of all lines together: the search need not tell them apart. */
export function kindsOf(units: readonly Unit[]): readonly Kind[] {
  const kinds = new Map<number, Kind[]>();
  const all: Kind[] = [];
  for (const unit of units) {
    const alike = kinds.get(unit.duty) ?? [];
    const known = alike.find((kind) => isAlike(kind, unit));
    if (known) {
      known.count += unit.count;
      known.units.push(unit);
      continue;
    }
    const kind = { count: unit.count, duty: unit.duty, uses: unit.uses, units: [unit] };
    alike.push(kind);
    kinds.set(unit.duty, alike);
    all.push(kind);
  }
  return all;
}

const isAlike = ({ uses, units }: Kind, unit: Unit): boolean =>
  units[0]?.permille === unit.permille && uses.every((use, index) => use === unit.uses[index]);
