import { copyOf, type Good } from './good.ts';
import type { Measured } from './measured.ts';
import type { Measure } from './pack.ts';
import type { Scales } from './scales.ts';
import { unitRunsOf } from './units.ts';

type Valuing = Extract<Measure, { kind: 'value' | 'duty-forgone' }>;
type Valued = { readonly rated: readonly Measured[]; readonly others: readonly Good[] };
type Worth = (line: Good) => number | undefined;

/**
 * What lines are worth to a rule: item by item (each), all together, or the dearest item of each line (largest). Totals are converted together, goods
 * of one kind in one step: however they are parted into lines, they come to the same. The others are those that no rate leads to.
 */
export function valued(measure: Valuing, how: 'each' | 'together' | 'largest', lines: readonly Good[], scales: Scales): Valued {
  const worthOf: Worth =
    measure.kind === 'value'
      ? (line) => scales.valueIn(line, measure.currency, measure.basis, measure.deemed)
      : (line) => forgoneOn(measure, line, scales);
  const amountOf = measureBy(measure, how, lines, worthOf);
  const rated: Measured[] = [];
  const others: Good[] = [];
  for (const line of lines) {
    const amount = amountOf(line);
    if (amount === undefined) others.push(line);
    else rated.push({ line, whole: amount, amount, part: 0 });
  }
  return { rated, others };
}

function measureBy(measure: Valuing, how: 'each' | 'together' | 'largest', lines: readonly Good[], worthOf: Worth): Worth {
  if (how === 'largest') return (line) => largestOf(line, worthOf);
  if (measure.kind === 'value' && measure.basis !== 'deemed' && lines.every(({ currency }) => currency === measure.currency))
    return worthOf;
  if (how === 'each') return (line) => sumOf(line, worthOf);
  if (measure.kind === 'value' && measure.basis === 'deemed') return worthOf;
  return inSteps(worthOf, measure.kind === 'value' ? withValue : added);
}

/** Goods of one kind, so far: added up to one line, and what that is worth. */
type Kind = { sum: Good; worth: number };

/** Each line has what it adds to the worth of the lines of its kind before it. */
function inSteps(worthOf: Worth, add: (one: Good, other: Good) => Good): Worth {
  const bySort = new Map<number, Kind[]>();
  return (line) => {
    const ofSort = bySort.get(line.sort);
    const kind = ofSort?.find(({ sum }) => isAlike(sum, line));
    const sum = kind === undefined ? line : add(kind.sum, line);
    const worth = worthOf(sum);
    if (worth === undefined) return undefined;
    const more = worth - (kind?.worth ?? 0);
    if (kind !== undefined) Object.assign(kind, { sum, worth });
    else if (ofSort !== undefined) ofSort.push({ sum, worth });
    else bySort.set(line.sort, [{ sum, worth }]);
    return more;
  };
}

/** Of goods of one sort. */
const isAlike = (one: Good, other: Good): boolean =>
  one.currency === other.currency &&
  one.strengthPermille === other.strengthPermille &&
  (one.soldAt ?? '') === (other.soldAt ?? '');

function forgoneOn({ duty }: Extract<Valuing, { kind: 'duty-forgone' }>, line: Good, scales: Scales): number | undefined {
  const table = scales.tableOf(duty);
  const thousandths = table === undefined ? 0 : scales.dutyOn(table, line);
  return thousandths === undefined ? undefined : Math.ceil(thousandths / 1000);
}

function withValue(one: Good, other: Good): ReturnType<typeof copyOf> {
  const sum = copyOf(one);
  sum.valueMinor += other.valueMinor;
  if (one.values !== undefined || other.values !== undefined) sum.values = addedValues(one, other);
  return sum;
}

function added(one: Good, other: Good): Good {
  const sum = withValue(one, other);
  sum.units += other.units;
  sum.weightG += other.weightG;
  sum.volumeMl += other.volumeMl;
  sum.pieces += other.pieces;
  sum.weighedG = (one.weighedG ?? one.weightG) + (other.weighedG ?? other.weightG);
  return sum;
}

function addedValues(one: Good, other: Good): NonNullable<Good['values']> {
  const of = (line: Good, basis: 'list' | 'retail' | 'customs') => line.values?.[basis] ?? line.valueMinor;
  return {
    list: of(one, 'list') + of(other, 'list'),
    retail: of(one, 'retail') + of(other, 'retail'),
    customs: of(one, 'customs') + of(other, 'customs'),
  };
}

function sumOf(line: Good, of: (unit: Good) => number | undefined): number | undefined {
  let sum = 0;
  for (const { count, unit } of unitRunsOf(line)) {
    const each = of(unit);
    if (each === undefined) return undefined;
    sum += count * each;
  }
  return sum;
}

/** The most that one item of the line comes to. */
export function largestOf(line: Good, of: (unit: Good) => number | undefined): number | undefined {
  let most = 0;
  for (const { unit } of unitRunsOf(line)) {
    const each = of(unit);
    if (each === undefined) return undefined;
    if (each > most) most = each;
  }
  return most;
}
