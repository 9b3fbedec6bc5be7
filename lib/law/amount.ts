import { downOver, upOver } from '#lib/money/rounding.ts';
import type { Good } from './good.ts';
import { FULL_MIX } from './mix.ts';
import type { Measure } from './pack.ts';
import { amountBy } from './scales.ts';

/** What an account has and had before, with the steps in which its measure is counted: 0 unless it is a mix. */
type Account = { readonly steps: number; readonly limit: number; readonly used: number };

/** What the visit may still take, in the measure's own steps. */
export function freeOf({ steps, limit, used }: Account): number {
  const free = Math.max(0, limit - used);
  return steps === 0 ? free : downOver(free, steps, FULL_MIX);
}

/** An amount in the unit of the account. Shares of a mix are rounded up: a sliver too much is too much. */
export const inUnit = ({ steps }: Pick<Account, 'steps'>, amount: number): number =>
  steps === 0 || amount === 0 ? amount : upOver(amount, FULL_MIX, steps);

/** What a measure finds in a line, or in one item of it; a value is not asked here. */
export function amountOf(measure: Measure, line: Good, part: number, steps: number): number {
  if (measure.kind === 'weight') {
    if (measure.basis === 'net') return line.netWeightG ?? line.weightG;
    return measure.basis === 'weighed' ? (line.weighedG ?? line.weightG) : line.weightG;
  }
  if (measure.kind === 'volume') return line.volumeMl;
  if (measure.kind === 'count') return line[measure.of];
  const chosen = measure.kind === 'mix' ? measure.parts[part] : undefined;
  return chosen === undefined ? 0 : amountBy(chosen.of, line) * (steps / chosen.limit);
}
