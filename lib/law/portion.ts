import type { DutyStep, FactLine } from './decision.ts';
import { basisInWords, rateOf } from './duty-words.ts';
import { Fraction } from './fraction.ts';
import type { DutyTable } from './pack.ts';
import { roundedTo } from './rounding.ts';
import type { Scales } from './scales.ts';

/** Goods that a rule taxes by a table: so many times numerator / denominator of them. */
export type Portion = {
  readonly rule: string;
  readonly table: DutyTable;
  /** The line that is named, and the goods of it that are measured: the line itself or one item of it. */
  readonly line: FactLine;
  readonly goods: FactLine;
  readonly times: number;
  readonly numerator: number;
  readonly denominator: number;
};

/** So many items that are taxed whole. */
export const wholePortion = (rule: string, table: DutyTable, line: FactLine, goods: FactLine, times: number): Portion => ({
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
  if (portions.length === 0) return { steps: [], waived: [] };
  const waived: Reckoned['waived'][number][] = [];
  const steps = scales.pack.dutyTables.flatMap((table) => {
    const own = portions.filter((portion) => portion.table.id === table.id);
    return reckonedTogether(table, own).flatMap((together) => {
      const made = [
        ...stepsOf(
          table,
          together.filter((portion) => portion.table.kind === table.kind),
          scales,
        ),
        ...largest(
          table,
          together.filter((portion) => portion.table.kind !== table.kind),
          scales,
        ),
      ];
      const minor = sumOf(made);
      if (minor === 0 || minor > (table.waivedUpToMinor ?? 0)) return made;
      waived.push({ table: table.id, minor, currency: table.currency });
      return [];
    });
  });
  return { steps, waived };
}

/** What is rounded, and waived, by itself. */
function reckonedTogether({ reckonedPer }: DutyTable, portions: readonly Portion[]): readonly (readonly Portion[])[] {
  if (portions.length === 0) return [];
  return reckonedPer === 'sale' ? [...Map.groupBy(portions, ({ line }) => line.sale).values()] : [portions];
}

const sumOf = (steps: readonly DutyStep[]): number => steps.reduce((sum, { minor }) => sum + minor, 0);

/** Of equal ones the first in the order of the pack. */
function largest(table: DutyTable, portions: readonly Portion[], scales: Scales): DutyStep[] {
  const byRule = scales.pack.rules.flatMap(({ id }) => {
    const own = portions.filter(({ rule }) => rule === id);
    return own.length === 0 ? [] : [stepsOf(table, own, scales)];
  });
  return byRule.reduce((best, steps) => (sumOf(best) >= sumOf(steps) ? best : steps), [] as DutyStep[]);
}

type Sum = { rule: string; by: DutyTable; rate: string; permille: number; duty: Fraction; basis: Fraction; lines: Set<string> };

function stepsOf(table: DutyTable, portions: readonly Portion[], scales: Scales): DutyStep[] {
  const sums = new Map<string, Sum>();
  for (const { rule, table: by, line, goods, times, numerator, denominator } of portions) {
    const permille = scales.permilleOf(by, goods);
    const key = `${rule}|${permille}`;
    const sum = sums.get(key) ?? {
      rule,
      permille,
      rate: rateOf(by, permille),
      by,
      duty: new Fraction(),
      basis: new Fraction(),
      lines: new Set<string>(),
    };
    sum.duty.add((scales.dutyOn(by, goods) ?? 0) * times, numerator, denominator);
    sum.basis.add(basisOf(by, goods, scales) * times, numerator, denominator);
    sum.lines.add(line.id);
    sums.set(key, sum);
  }
  const whole = new Fraction();
  let before = 0;
  return [...sums.values()]
    .sort((a, b) => (a.rule === b.rule ? a.permille - b.permille : a.rule < b.rule ? -1 : 1))
    .flatMap(({ rule, by, rate, duty, basis, lines }) => {
      whole.plus(duty);
      const sum = roundedBy(by, whole);
      const minor = sum - before;
      before = sum;
      return minor === 0
        ? []
        : { rule, basis: basisInWords(by, basis), rate, minor, currency: table.currency, lines: [...lines] };
    });
}

/** Thousandths to minor units: first what a started kilogram or litre adds, then as the table rounds. */
function roundedBy(table: DutyTable, { numerator, denominator }: Fraction): number {
  const per = startedIn(table);
  if (per === 0) return roundedTo(numerator, denominator * 1000n, table.rounding);
  return roundedTo(BigInt(roundedTo(numerator, denominator * 1000n, { mode: 'up', toMinor: per })), 1n, table.rounding);
}

/** What a whole kilogram or litre costs where a started one counts as whole. A table of two bases sees to it item by item. */
function startedIn(table: DutyTable): number {
  if (table.kind === 'per-kg' && table.started) return table.minorPerKg;
  return table.kind === 'per-litre' && table.started ? table.minorPerLitre : 0;
}

function basisOf(table: DutyTable, goods: FactLine, scales: Scales): number {
  if (table.kind === 'per-kg') return goods.weighedG ?? goods.weightG;
  if (table.kind === 'per-litre') return goods.volumeMl;
  if (table.kind === 'per-piece') return goods.pieces;
  const basis = 'deemed' in table && table.deemed !== undefined ? 'deemed' : 'customs';
  return scales.valueIn(goods, table.currency, basis, table.deemed) ?? 0;
}
