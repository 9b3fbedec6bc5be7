import { commonDivisor } from './item.ts';
import type { Measure } from './pack.ts';

/** A mix is counted in millionths of a full allowance. */
export const FULL_MIX = 1_000_000;

/** The least number of equal steps in which every part of a mix is a whole number: shares then add up without rounding. */
export const mixSteps = ({ parts }: Extract<Measure, { kind: 'mix' }>): number =>
  parts.reduce((steps, { limit }) => (steps / commonDivisor(steps, limit)) * limit, 1);
