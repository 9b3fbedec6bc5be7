import type { FactLine } from './decision.ts';
import type { Measure } from './pack.ts';
import type { Scales } from './scales.ts';
import { unitRunsOf } from './units.ts';

type Valuing = Extract<Measure, { kind: 'value' | 'duty-forgone' }>;
type Valued = { readonly line: FactLine; readonly amount: number | undefined };

/**
 * What lines are worth to a rule: item by item (each), all together, or the dearest item of each line (largest). Totals are converted together, goods
 * of one kind in one step: however they are parted into lines, they come to the same. Undefined where no rate leads there.
 */
export function valued(
  measure: Valuing,
  how: 'each' | 'together' | 'largest',
  lines: readonly FactLine[],
  scales: Scales,
): readonly Valued[] {
  const worthOf = (line: FactLine): number | undefined =>
    measure.kind === 'value'
      ? scales.valueIn(line, measure.currency, measure.basis, measure.deemed)
      : forgoneOn(measure, line, scales);
  if (how === 'largest') return lines.map((line) => ({ line, amount: largestOf(line, worthOf) }));
  if (measure.kind === 'value' && measure.basis !== 'deemed' && lines.every(({ currency }) => currency === measure.currency))
    return lines.map((line) => ({ line, amount: worthOf(line) }));
  if (how === 'each') return lines.map((line) => ({ line, amount: sumOf(line, worthOf) }));
  if (measure.kind === 'value' && measure.basis === 'deemed') return lines.map((line) => ({ line, amount: worthOf(line) }));
  return inSteps(lines, worthOf, measure.kind === 'value' ? withValue : added);
}

/** Each line has what it adds to the worth of the lines of its kind before it. */
function inSteps(
  lines: readonly FactLine[],
  worthOf: (line: FactLine) => number | undefined,
  add: (one: FactLine, other: FactLine) => FactLine,
): readonly Valued[] {
  const kinds = new Map<string, { readonly sum: FactLine; readonly worth: number }>();
  return lines.map((line) => {
    const kind = `${line.currency}${line.category}|${line.hs}|${line.strengthPermille}|${line.soldAt ?? ''}`;
    const before = kinds.get(kind);
    const sum = before === undefined ? line : add(before.sum, line);
    const worth = worthOf(sum);
    if (worth === undefined) return { line, amount: undefined };
    kinds.set(kind, { sum, worth });
    return { line, amount: worth - (before?.worth ?? 0) };
  });
}

function forgoneOn({ duty }: Extract<Valuing, { kind: 'duty-forgone' }>, line: FactLine, scales: Scales): number | undefined {
  const table = scales.tableOf(duty);
  const thousandths = table === undefined ? 0 : scales.dutyOn(table, line);
  return thousandths === undefined ? undefined : Math.ceil(thousandths / 1000);
}

const withValue = (one: FactLine, other: FactLine): FactLine => ({
  ...one,
  valueMinor: one.valueMinor + other.valueMinor,
  ...(one.values === undefined && other.values === undefined ? {} : { values: addedValues(one, other) }),
});

const added = (one: FactLine, other: FactLine): FactLine => ({
  ...withValue(one, other),
  units: one.units + other.units,
  weightG: one.weightG + other.weightG,
  volumeMl: one.volumeMl + other.volumeMl,
  pieces: one.pieces + other.pieces,
  weighedG: (one.weighedG ?? one.weightG) + (other.weighedG ?? other.weightG),
});

function addedValues(one: FactLine, other: FactLine): NonNullable<FactLine['values']> {
  const of = (line: FactLine, basis: 'list' | 'retail' | 'customs') => line.values?.[basis] ?? line.valueMinor;
  return {
    list: of(one, 'list') + of(other, 'list'),
    retail: of(one, 'retail') + of(other, 'retail'),
    customs: of(one, 'customs') + of(other, 'customs'),
  };
}

function sumOf(line: FactLine, of: (unit: FactLine) => number | undefined): number | undefined {
  let sum = 0;
  for (const { count, unit } of unitRunsOf(line)) {
    const each = of(unit);
    if (each === undefined) return undefined;
    sum += count * each;
  }
  return sum;
}

/** The most that one item of the line comes to. */
export function largestOf(line: FactLine, of: (unit: FactLine) => number): number;
export function largestOf(line: FactLine, of: (unit: FactLine) => number | undefined): number | undefined;
export function largestOf(line: FactLine, of: (unit: FactLine) => number | undefined): number | undefined {
  let most = 0;
  for (const { unit } of unitRunsOf(line)) {
    const each = of(unit);
    if (each === undefined) return undefined;
    most = Math.max(most, each);
  }
  return most;
}
