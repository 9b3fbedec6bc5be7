import type { Reason } from './decision.ts';
import { inUnit, type Tally, type Unrated } from './tally.ts';
import type { ItemSplit } from './tax-items.ts';

/** Every reason that a decision can give; each has words in every language. */
export const LAW_REASONS = [
  'no-law-rate',
  'under-age',
  'over-limit-forbidden',
  'second-exit-this-month',
  'over-value-limit',
  'over-weight-limit',
  'over-limit-taxed',
  'split-not-proven',
  'within',
] as const;

export type LawReason = (typeof LAW_REASONS)[number];

type Found = {
  readonly tallies: readonly Tally[];
  readonly unrated: readonly Unrated[];
  readonly items: ItemSplit;
  readonly age: number;
  readonly currency: string;
};

/** Why the outcome is what it is, the gravest first. Words are rendered when shown. */
export function reasonsOf({ tallies, unrated, items, age, currency }: Found): readonly Reason[] {
  const over = tallies.filter((tally) => tally.over > 0);
  const reasons: Reason[] = [
    ...unrated.map(({ line, rule, to }) => ({ reason: 'no-law-rate', facts: { rule, line: line.id, from: line.currency, to } })),
    ...over.filter(({ law }) => law.underAge).map((tally) => underAge(tally, age)),
    ...over.filter(({ law }) => law.forbids && !law.underAge).map((tally) => reasonOf('over-limit-forbidden', tally)),
    ...over.filter(isExits).map((tally) => reasonOf('second-exit-this-month', tally)),
    ...over
      .filter((tally) => !tally.law.forbids && !tally.law.underAge && !isExits(tally))
      .map((tally) => reasonOf(overReason(tally), tally)),
  ];
  if (!items.proven) reasons.push({ reason: 'split-not-proven', facts: { gapMinor: items.gapMinor, currency } });
  return reasons.length > 0 ? reasons : [{ reason: 'within', facts: {} }];
}

const overReason = ({ law }: Tally): LawReason => {
  const { kind } = law.rule.measure;
  return kind === 'value' ? 'over-value-limit' : kind === 'weight' ? 'over-weight-limit' : 'over-limit-taxed';
};

const isExits = ({ law }: Tally): boolean => law.rule.measure.kind === 'exits';

const reasonOf = (reason: LawReason, tally: Tally): Reason => ({
  reason,
  facts: {
    rule: tally.law.rule.id,
    limit: tally.limit,
    used: tally.used,
    visit: inUnit(tally, tally.plan + tally.over),
    over: inUnit(tally, tally.over),
    unit: tally.law.unit,
  },
});

const underAge = (tally: Tally, age: number): Reason => ({
  reason: 'under-age',
  facts: {
    rule: tally.law.rule.id,
    age,
    minimumAge: tally.law.rule.underAge?.age ?? 0,
    over: inUnit(tally, tally.over),
    unit: tally.law.unit,
  },
});
