import type { Decision, LimitRow } from '#lib/law/decision.ts';

/** An exit that the law counts over a period: free of duty once a month, say. Using it now is the traveller's choice. */
export type CountedExit = {
  readonly rule: string;
  readonly period: string;
  /** Saved: the traveller pays duty now and keeps it. Used: these goods take it. Untouched: no goods ask for it. Gone: none is left. */
  readonly state: 'saved' | 'used' | 'untouched' | 'gone';
};

type Decided = Pick<Decision, 'limits' | 'reasons'>;

export const countedExitsOf = ({ limits, reasons }: Decided): readonly CountedExit[] =>
  limits
    .filter(({ measure, period }) => measure === 'exits' && period !== 'visit')
    .map((row) => ({ rule: row.rule, period: row.period, state: stateOf(row, reasons) }));

/** The exits that goods use up which they did not before: the traveller is asked about each once. */
export const newlyUsed = (before: Decided, now: Decided): readonly CountedExit[] => {
  const known = new Set(countedExitsOf(before).flatMap(({ rule, state }) => (state === 'untouched' ? [] : rule)));
  return countedExitsOf(now).filter(({ rule, state }) => state === 'used' && !known.has(rule));
};

/** A rule that is saved has no allowance, and yet nothing lies over it. */
export const isSaved = ({ measure, limit, over }: Pick<LimitRow, 'measure' | 'limit' | 'over'>): boolean =>
  measure === 'exits' && limit === 0 && over === 0;

function stateOf(row: LimitRow, reasons: Decided['reasons']): CountedExit['state'] {
  if (isSaved(row))
    return reasons.some(({ reason, facts }) => reason === 'excluded' && facts.rule === row.rule) ? 'gone' : 'saved';
  if (row.over > 0) return 'gone';
  if (row.visit > 0) return 'used';
  return row.left > 0 ? 'untouched' : 'gone';
}
