import { inUnit } from './amount.ts';
import { isCounting } from './crossings.ts';
import type { Decision, Reason } from './decision.ts';
import { inOrder } from './in-order.ts';
import type { Reckoned } from './portion.ts';
import type { Tally, Unrated } from './tally.ts';
import type { ItemSplit } from './tax-items.ts';

/** Every reason that a decision can give; each has words in every language. */
export const LAW_REASONS = [
  'no-law-rate',
  'wrong-side',
  'wrong-gate',
  'under-age',
  'over-limit-forbidden',
  'becomes-cargo',
  'stayed-too-long',
  'needs-document',
  'excluded',
  'allowance-saved',
  'exits-used-up',
  'days-used-up',
  'over-value-limit',
  'over-weight-limit',
  'over-limit-taxed',
  'everything-taxed',
  'to-report',
  'duty-waived',
  'split-not-proven',
  'within',
] as const;

export type LawReason = (typeof LAW_REASONS)[number];

type Found = {
  readonly tallies: readonly Tally[];
  readonly unrated: readonly Unrated[];
  readonly needs: Decision['needs'];
  readonly wayOut: Reason | undefined;
  readonly waived: Reckoned['waived'];
  readonly items: ItemSplit;
  readonly age: number;
  readonly currency: string;
};

/** Why the outcome is what it is, the gravest first. Words are rendered when shown. */
export function reasonsOf({ tallies, unrated, needs, wayOut, waived, items, age, currency }: Found): readonly Reason[] {
  const reasons: Reason[] = unrated.map(({ line, rule, to }) => ({
    reason: 'no-law-rate',
    facts: { rule, line: line.id, from: line.currency, to },
  }));
  if (wayOut) reasons.push(wayOut);
  const said = tallies.flatMap((tally) => {
    const reason = reasonFor(tally, needs);
    return reason === undefined ? [] : { ...factsOf(reason, tally, age), place: LAW_REASONS.indexOf(reason) };
  });
  for (const { reason, facts } of inOrder(said, (a, b) => groupOf(a.place) - groupOf(b.place))) reasons.push({ reason, facts });
  for (const { table, minor, currency: of } of waived)
    reasons.push({ reason: 'duty-waived', facts: { table, minor, currency: of } });
  if (!items.proven) reasons.push({ reason: 'split-not-proven', facts: { gapMinor: items.gapMinor, currency } });
  return reasons.length > 0 ? reasons : [{ reason: 'within', facts: {} }];
}

/** The reasons that tax stand together, in the order of the pack. */
const groupOf = (place: number): number => (place >= FIRST_THAT_TAXES && place <= LAST_THAT_TAXES ? FIRST_THAT_TAXES : place);

const FIRST_THAT_TAXES = LAW_REASONS.indexOf('over-value-limit');
const LAST_THAT_TAXES = LAW_REASONS.indexOf('everything-taxed');

function reasonFor(tally: Tally, needs: Decision['needs']): LawReason | undefined {
  const { law, over, goods } = tally;
  const { kind } = law.rule.over;
  if (law.without === 'allowance-saved') return goods.length > 0 ? 'allowance-saved' : undefined;
  if (over === 0) return undefined;
  if (law.without !== undefined) return law.without;
  if (isCounting(tally)) {
    if (law.measure.kind === 'stay-days') return 'stayed-too-long';
    return law.measure.kind === 'exits' ? 'exits-used-up' : 'days-used-up';
  }
  if (kind === 'cargo') return 'becomes-cargo';
  if (law.forbids) return 'over-limit-forbidden';
  if (kind === 'needs-document') return needs.some(({ rule }) => rule === law.rule.id) ? 'needs-document' : undefined;
  if (kind === 'report') return 'to-report';
  if (kind === 'tax-all') return 'everything-taxed';
  if (law.measure.kind === 'value') return 'over-value-limit';
  return law.measure.kind === 'weight' ? 'over-weight-limit' : 'over-limit-taxed';
}

function factsOf(reason: LawReason, tally: Tally, age: number): Reason {
  const { law, limit, used, plan, over } = tally;
  const { rule } = law;
  if (reason === 'under-age')
    return {
      reason,
      facts: { rule: rule.id, age, minimumAge: rule.underAge?.age ?? 0, over: inUnit(tally, over), unit: law.unit },
    };
  return {
    reason,
    facts: {
      rule: rule.id,
      limit,
      used,
      visit: inUnit(tally, plan + over),
      over: inUnit(tally, over),
      unit: law.unit,
      ...(rule.over.kind === 'needs-document' ? { document: rule.over.document } : {}),
      ...(rule.authority === undefined ? {} : { authority: rule.authority }),
    },
  };
}
