import type { FactLine } from './decision.ts';
import type { Measure } from './pack.ts';
import { FULL_MIX } from './rules-in-force.ts';
import { amountBy } from './scales.ts';

/** What an account has and had before, with the steps in which its measure is counted: 0 unless it is a mix. */
type Account = { readonly steps: number; readonly limit: number; readonly used: number };

/** What the visit may still take, in the measure's own steps. */
export function freeOf({ steps, limit, used }: Account): number {
  const free = Math.max(0, limit - used);
  return steps === 0 ? free : Number((BigInt(free) * BigInt(steps)) / BigInt(FULL_MIX));
}

/** An amount in the unit of the account. Shares of a mix are rounded up: a sliver too much is too much. */
export const inUnit = ({ steps }: Pick<Account, 'steps'>, amount: number): number =>
  steps === 0 || amount === 0 ? amount : Number((BigInt(amount) * BigInt(FULL_MIX) + BigInt(steps) - 1n) / BigInt(steps));

/** What a measure finds in a line, or in one item of it; a value is not asked here. */
export function amountOf(measure: Measure, line: FactLine, part: number, steps: number): number {
  if (measure.kind === 'weight') {
    if (measure.basis === 'net') return line.netWeightG ?? line.weightG;
    return measure.basis === 'weighed' ? (line.weighedG ?? line.weightG) : line.weightG;
  }
  if (measure.kind === 'volume') return line.volumeMl;
  if (measure.kind === 'count') return line[measure.of];
  const chosen = measure.kind === 'mix' ? measure.parts[part] : undefined;
  return chosen === undefined ? 0 : amountBy(chosen.of, line) * (steps / chosen.limit);
}

/** The least number of equal steps in which every part of a mix is a whole number: shares then add up without rounding. */
export const mixSteps = ({ parts }: Extract<Measure, { kind: 'mix' }>): number =>
  parts.reduce((steps, { limit }) => (steps / commonDivisor(steps, limit)) * limit, 1);

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
