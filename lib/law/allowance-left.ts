import type { Decision, LimitRow, MeasureName } from './decision.ts';

export type MeterRow = {
  readonly rule: string;
  readonly period: string;
  readonly measure: MeasureName;
  readonly unit: string;
  readonly limit: number;
  /** By other visits. */
  readonly used: number;
  /** By this visit, within the limit or over it. */
  readonly basket: number;
  readonly left: number;
  readonly over: number;
};

/** Value, weight and exits always; a limit on some goods only when such goods are there. */
const ALWAYS: readonly MeasureName[] = ['value', 'weight', 'exits'];

/** Rows of the allowance meter, the most important first. */
export function meterOf({ limits }: Pick<Decision, 'limits'>): readonly MeterRow[] {
  const shown = limits.filter((row) => ALWAYS.includes(row.measure) || row.lines.length > 0);
  return shown
    .filter((row) => !isOutdone(row, shown))
    .map((row, index) => ({ row, index }))
    .sort((a, b) => weightOf(a.row) - weightOf(b.row) || a.index - b.index)
    .map(({ row: { rule, period, measure, unit, limit, used, visit, left, over } }) => ({
      rule,
      period,
      measure,
      unit,
      limit,
      used,
      basket: visit,
      left,
      over,
    }));
}

const weightOf = ({ measure }: LimitRow): number => (ALWAYS.includes(measure) ? ALWAYS.indexOf(measure) : ALWAYS.length);

/** A wider limit on the same goods says nothing until the narrower one is passed: 5 litres while 3 are not reached. */
const isOutdone = (row: LimitRow, rows: readonly LimitRow[]): boolean =>
  rows.some(
    (other) =>
      other.measure === row.measure &&
      other.unit === row.unit &&
      other.period === row.period &&
      other.limit < row.limit &&
      other.over === 0 &&
      other.lines.join() === row.lines.join(),
  );
