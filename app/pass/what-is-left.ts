import type { Decision, LimitRow } from '#lib/law/decision.ts';

/**
 * What may still be taken free of duty, as measures to read out: value and weight. Empty when anything that every purchase
 * takes from (value, weight, the month's exits) is used up.
 */
export function whatIsLeft({ limits }: Pick<Decision, 'limits'>): readonly { readonly value: number; readonly unit: string }[] {
  const spent = limits.some(isSpent);
  if (spent) return [];
  return limits.filter(isHeadline).map(({ left, unit }) => ({ value: left, unit }));
}

const isHeadline = ({ measure }: LimitRow): boolean => measure === 'value' || measure === 'weight';

/** An exit that this visit itself takes is not used up: it is being used. */
const isSpent = (limit: LimitRow): boolean =>
  (isHeadline(limit) && limit.left === 0) || (limit.measure === 'exits' && limit.used >= limit.limit);
