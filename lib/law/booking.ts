import { dayIn } from '#lib/calendar/zone.ts';
import { inUnit } from './amount.ts';
import type { Decision, Planned } from './decision.ts';
import type { Side } from './pack.ts';
import { leavesOn, zoneOf } from './period.ts';
import type { Tally } from './tally.ts';
import { taxedOf } from './tax-excess.ts';

/** What is booked to each account. Versions of one rule book to the same one. */
export function planOf(tallies: readonly Tally[], at: string, zone: Side['zone']): readonly Planned[] {
  const booked = new Map<string, Planned>();
  for (const tally of tallies) {
    if (tally.plan === 0 || tally.law.rule.period.kind === 'model') continue;
    const row = plannedBy(tally, at, zone);
    const before = booked.get(row.account);
    booked.set(row.account, before === undefined ? row : together(before, row));
  }
  return [...booked.values()];
}

const plannedBy = (tally: Tally, at: string, zone: Side['zone']): Planned => ({
  account: tally.account,
  rule: tally.law.rule.id,
  period: tally.period,
  unit: tally.law.unit,
  limit: tally.limit + inUnit(tally, tally.granted),
  amount: inUnit(tally, tally.plan),
  ...leaving(tally, at, zone),
  ...heldBy(tally),
});

const together = (one: Planned, other: Planned): Planned => ({
  ...one,
  limit: Math.max(one.limit, other.limit),
  amount: one.amount + other.amount,
});

function leaving(
  { law: { rule }, period: name }: Tally,
  at: string,
  sideZone: Side['zone'],
): Pick<Planned, 'rollingOn' | 'leavesOn'> {
  const rollingOn = dayIn(zoneOf(rule.period, sideZone), at);
  const until = leavesOn(name, rollingOn);
  return until === undefined ? {} : { rollingOn, leavesOn: until };
}

const heldBy = ({ law: { holder } }: Tally): { holder?: string } => (holder === undefined ? {} : { holder });

/** What lies beyond the limits, and what becomes of it. */
export const excessOf = (tallies: readonly Tally[]): Decision['excess'] =>
  tallies.flatMap((tally) => {
    const { law, account } = tally;
    const above = law.rule.over.kind === 'report' ? 0 : taxedOf(tally, tallies);
    if (above <= 0) return [];
    const outcome = law.forbids ? 'forbidden' : law.rule.over.kind === 'needs-document' ? 'needs-document' : 'taxed';
    return { account, rule: law.rule.id, amount: inUnit(tally, above), unit: law.unit, outcome, ...heldBy(tally) } as const;
  });
