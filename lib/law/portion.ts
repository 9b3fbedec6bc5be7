import type { DutyStep } from './decision.ts';
import { basisInWords, rateOf } from './duty-words.ts';
import { Fraction } from './fraction.ts';
import type { Good } from './good.ts';
import { inOrder } from './in-order.ts';
import type { DutyTable } from './pack.ts';
import { roundedTo } from './rounding.ts';
import type { Scales } from './scales.ts';

/** Goods that a rule taxes by a table: so many times numerator / denominator of them. */
export type Portion = {
  readonly rule: string;
  readonly table: DutyTable;
  /** The line that is named, and the goods of it that are measured: the line itself or one item of it. */
  readonly line: Good;
  readonly goods: Good;
  readonly times: number;
  readonly numerator: number;
  readonly denominator: number;
};

/** So many items that are taxed whole. */
export const wholePortion = (rule: string, table: DutyTable, line: Good, goods: Good, times: number): Portion => ({
  rule,
  table,
  line,
  goods,
  times,
  numerator: 1,
  denominator: 1,
});

export type Reckoned = {
  readonly steps: readonly DutyStep[];
  readonly waived: readonly { readonly table: string; readonly minor: number; readonly currency: string }[];
};

/**
 * Duty on portions, one step per table, rule and rate. All that a table takes of a visit, or of a sale, is rounded once, and
 * each step has what its basis adds to the rounded sum: so the steps add up, and more goods never owe less. A table with two
 * bases, value and weight, is asked for both, and the larger duty counts.
 */
export function dutiesOn(portions: readonly Portion[], scales: Scales): Reckoned {
  const waived: Reckoned['waived'][number][] = [];
  const steps: DutyStep[] = [];
  if (portions.length === 0) return { steps, waived };
  const byTable = Map.groupBy(portions, ({ table }) => table.id);
  for (const table of scales.pack.dutyTables)
    for (const together of reckonedTogether(table, byTable.get(table.id))) {
      const shares = sharesOf(table, together, scales);
      const minor = sumOf(shares);
      if (minor === 0 || minor > (table.waivedUpToMinor ?? 0)) for (const share of shares) steps.push(stepOf(table, share));
      else waived.push({ table: table.id, minor, currency: table.currency });
    }
  return { steps, waived };
}

/** What is rounded, and waived, by itself. */
function reckonedTogether({ reckonedPer }: DutyTable, portions: readonly Portion[] | undefined): readonly (readonly Portion[])[] {
  if (portions === undefined) return [];
  return reckonedPer === 'sale' ? [...Map.groupBy(portions, ({ line }) => line.sale).values()] : [portions];
}

type Sum = {
  readonly rule: string;
  readonly by: DutyTable;
  readonly permille: number;
  readonly duty: Fraction;
  readonly basis: Fraction;
  readonly lines: string[];
  /** What it adds to the sum that is rounded. */
  minor: number;
};

const sumOf = (shares: readonly Sum[]): number => shares.reduce((sum, { minor }) => sum + minor, 0);

/** A portion names the table itself, or of a table of two bases one. */
function sharesOf(table: DutyTable, portions: readonly Portion[], scales: Scales): readonly Sum[] {
  const isOfBoth = ({ table: { kind } }: Portion) => kind === table.kind;
  if (portions.every(isOfBoth)) return parted(sumsOf(portions, scales));
  const [both, one] = [portions.filter(isOfBoth), portions.filter((portion) => !isOfBoth(portion))];
  return [...parted(sumsOf(both, scales)), ...largest(one, scales)];
}

/** Of equal ones the first in the order of the pack. */
function largest(portions: readonly Portion[], scales: Scales): readonly Sum[] {
  const byRule = Map.groupBy(portions, ({ rule }) => rule);
  let best: readonly Sum[] = [];
  for (const { id } of scales.pack.rules) {
    const own = byRule.get(id);
    if (own === undefined) continue;
    const shares = parted(sumsOf(own, scales));
    if (sumOf(shares) > sumOf(best)) best = shares;
  }
  return best;
}

/** Those that add something once all is rounded together. */
function parted(sums: readonly Sum[]): readonly Sum[] {
  const whole = new Fraction();
  let before = 0;
  for (const sum of sums) {
    whole.plus(sum.duty);
    const after = roundedBy(sum.by, whole);
    sum.minor = after - before;
    before = after;
  }
  return sums.filter(({ minor }) => minor !== 0);
}

const stepOf = ({ currency }: DutyTable, { rule, by, permille, basis, minor, lines }: Sum): DutyStep => ({
  rule,
  basis: basisInWords(by, basis),
  rate: rateOf(by, permille),
  minor,
  currency,
  lines: [...new Set(lines)],
});

function sumsOf(portions: readonly Portion[], scales: Scales): readonly Sum[] {
  const sums: Sum[] = [];
  for (const { rule, table: by, line, goods, times, numerator, denominator } of portions) {
    const permille = scales.permilleOf(by, goods);
    const sum = sumAmong(sums, rule, permille, by);
    const basis = basisOf(by, goods, scales);
    sum.duty.add(dutyFrom(by, goods, basis, permille, scales) * times, numerator, denominator);
    sum.basis.add(basis * times, numerator, denominator);
    if (sum.lines[sum.lines.length - 1] !== line.id) sum.lines.push(line.id);
  }
  return inOrder(sums, (a, b) => (a.rule === b.rule ? a.permille - b.permille : a.rule < b.rule ? -1 : 1));
}

function sumAmong(sums: Sum[], rule: string, permille: number, by: DutyTable): Sum {
  for (const sum of sums) if (sum.permille === permille && sum.rule === rule) return sum;
  const made = { rule, permille, by, duty: new Fraction(), basis: new Fraction(), lines: [], minor: 0 };
  sums.push(made);
  return made;
}

/** Thousandths to minor units: first what a started kilogram or litre adds, then as the table rounds. */
function roundedBy(table: DutyTable, thousandths: Fraction): number {
  const per = startedIn(table);
  if (per === 0) return roundedTo(thousandths, 1000, table.rounding);
  const started = new Fraction();
  started.add(roundedTo(thousandths, 1000, { mode: 'up', toMinor: per }), 1, 1);
  return roundedTo(started, 1, table.rounding);
}

/** What a whole kilogram or litre costs where a started one counts as whole. A table of two bases sees to it item by item. */
function startedIn(table: DutyTable): number {
  if (table.kind === 'per-kg' && table.started) return table.minorPerKg;
  return table.kind === 'per-litre' && table.started ? table.minorPerLitre : 0;
}

/** What is taxed by its value alone is not valued a second time. */
const dutyFrom = (table: DutyTable, goods: Good, basis: number, permille: number, scales: Scales): number =>
  table.kind === 'flat' || table.kind === 'by-group' ? basis * permille : (scales.dutyOn(table, goods) ?? 0);

function basisOf(table: DutyTable, goods: Good, scales: Scales): number {
  if (table.kind === 'per-kg') return goods.weighedG ?? goods.weightG;
  if (table.kind === 'per-litre') return goods.volumeMl;
  if (table.kind === 'per-piece') return goods.pieces;
  const basis = 'deemed' in table && table.deemed !== undefined ? 'deemed' : 'customs';
  return scales.valueIn(goods, table.currency, basis, table.deemed) ?? 0;
}
