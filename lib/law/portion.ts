import type { DutyStep } from './decision.ts';
import { basisInWords, rateOf } from './duty-words.ts';
import { Fraction } from './fraction.ts';
import type { Good } from './good.ts';
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
  const byTable = Map.groupBy(portions, ({ table }) => table.id);
  if (portions.length > 0)
    for (const table of scales.pack.dutyTables)
      for (const together of reckonedTogether(table, byTable.get(table.id))) {
        const made = stepsBy(table, together, scales);
        const minor = sumOf(made);
        if (minor === 0 || minor > (table.waivedUpToMinor ?? 0)) steps.push(...made);
        else waived.push({ table: table.id, minor, currency: table.currency });
      }
  return { steps, waived };
}

/** What is rounded, and waived, by itself. */
function reckonedTogether({ reckonedPer }: DutyTable, portions: readonly Portion[] | undefined): readonly (readonly Portion[])[] {
  if (portions === undefined) return [];
  return reckonedPer === 'sale' ? [...Map.groupBy(portions, ({ line }) => line.sale).values()] : [portions];
}

const sumOf = (steps: readonly DutyStep[]): number => steps.reduce((sum, { minor }) => sum + minor, 0);

/** A portion names the table itself, or of a table of two bases one. */
function stepsBy(table: DutyTable, portions: readonly Portion[], scales: Scales): readonly DutyStep[] {
  const isOfBoth = ({ table: { kind } }: Portion) => kind === table.kind;
  if (portions.every(isOfBoth)) return stepsOf(table, portions, scales);
  const ofOne = portions.filter((portion) => !isOfBoth(portion));
  return [...stepsOf(table, portions.filter(isOfBoth), scales), ...largest(table, ofOne, scales)];
}

/** Of equal ones the first in the order of the pack. */
function largest(table: DutyTable, portions: readonly Portion[], scales: Scales): DutyStep[] {
  const byRule = scales.pack.rules.flatMap(({ id }) => {
    const own = portions.filter(({ rule }) => rule === id);
    return own.length === 0 ? [] : [stepsOf(table, own, scales)];
  });
  return byRule.reduce((best, steps) => (sumOf(best) >= sumOf(steps) ? best : steps), [] as DutyStep[]);
}

type Sum = {
  readonly rule: string;
  readonly by: DutyTable;
  readonly permille: number;
  readonly duty: Fraction;
  readonly basis: Fraction;
  readonly lines: string[];
  last: Good | undefined;
};

function stepsOf(table: DutyTable, portions: readonly Portion[], scales: Scales): DutyStep[] {
  const steps: DutyStep[] = [];
  const whole = new Fraction();
  let before = 0;
  for (const { rule, permille, by, duty, basis, lines } of sumsOf(portions, scales)) {
    whole.plus(duty);
    const sum = roundedBy(by, whole);
    const minor = sum - before;
    before = sum;
    if (minor === 0) continue;
    const rate = rateOf(by, permille);
    steps.push({ rule, basis: basisInWords(by, basis), rate, minor, currency: table.currency, lines: [...new Set(lines)] });
  }
  return steps;
}

function sumsOf(portions: readonly Portion[], scales: Scales): readonly Sum[] {
  const sums: Sum[] = [];
  for (const { rule, table: by, line, goods, times, numerator, denominator } of portions) {
    const permille = scales.permilleOf(by, goods);
    let sum = sums.find((each) => each.permille === permille && each.rule === rule);
    if (sum === undefined) {
      sum = { rule, permille, by, duty: new Fraction(), basis: new Fraction(), lines: [], last: undefined };
      sums.push(sum);
    }
    sum.duty.add((scales.dutyOn(by, goods) ?? 0) * times, numerator, denominator);
    sum.basis.add(basisOf(by, goods, scales) * times, numerator, denominator);
    if (sum.last !== line) sum.lines.push(line.id);
    sum.last = line;
  }
  return sums.sort((a, b) => (a.rule === b.rule ? a.permille - b.permille : a.rule < b.rule ? -1 : 1));
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

function basisOf(table: DutyTable, goods: Good, scales: Scales): number {
  if (table.kind === 'per-kg') return goods.weighedG ?? goods.weightG;
  if (table.kind === 'per-litre') return goods.volumeMl;
  if (table.kind === 'per-piece') return goods.pieces;
  const basis = 'deemed' in table && table.deemed !== undefined ? 'deemed' : 'customs';
  return scales.valueIn(goods, table.currency, basis, table.deemed) ?? 0;
}
