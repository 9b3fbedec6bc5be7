import type { Reason } from './decision.ts';
import { inUnit, type Tally, type Unrated } from './tally.ts';
import type { ItemSplit } from './tax-items.ts';

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
    ...over
      .filter(isExits)
      .map((tally) => reasonOf(tally.law.rule.period.kind === 'year' ? 'exits-used-up' : 'second-exit-this-month', tally)),
    ...over
      .filter((tally) => !tally.law.forbids && !tally.law.underAge && !isExits(tally))
      .map((tally) => reasonOf(`over-${tally.law.rule.measure.kind}-limit`, tally)),
  ];
  if (!items.proven) reasons.push({ reason: 'split-not-proven', facts: { gapMinor: items.gapMinor, currency } });
  return reasons.length > 0 ? reasons : [{ reason: 'within', facts: {} }];
}

const isExits = ({ law }: Tally): boolean => law.rule.measure.kind === 'exits';

const reasonOf = (reason: string, tally: Tally): Reason => ({
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
