import { inUnit } from './amount.ts';
import type { Tally } from './tally.ts';

/** Where the law of the sale counts, versions of one rule share an account: what was sold under the older one is there first. */
export function linkVersions(tallies: readonly Tally[]): void {
  const bySale = tallies.filter(({ law }) => law.rule.lawOf === 'sale');
  for (const tally of bySale)
    tally.earlier = bySale
      .filter(({ account, law }) => account === tally.account && law.rule.from < tally.law.rule.from)
      .sort((one, other) => (one.law.rule.from < other.law.rule.from ? -1 : 1));
}

/** What goods of this visit take of the account under older versions. */
export const takenEarlier = ({ earlier }: Tally): number => earlier.reduce((sum, tally) => sum + inUnit(tally, tally.plan), 0);
