import { daysBetween } from '#lib/calendar/day.ts';
import { dayIn, type Zone } from '#lib/calendar/zone.ts';
import { freeOf } from './amount.ts';
import { exitsUnder } from './crossings.ts';
import type { Facts } from './decision.ts';
import type { Scales } from './scales.ts';
import type { Tally } from './tally.ts';

/** What this visit adds to a rule that counts crossings or days. A rule whose allowance is saved is not counted. */
export function countCrossing(tally: Tally, facts: Facts, scales: Scales, zone: Zone): void {
  if (tally.law.without !== undefined) {
    tally.limit = 0;
    return;
  }
  const count = countOf(tally, facts, scales, zone);
  tally.plan = Math.min(count, freeOf(tally));
  tally.over = count - tally.plan;
}

/** Nothing is added to a day that is counted already. */
function countOf(tally: Tally, facts: Facts, scales: Scales, zone: Zone): number {
  if (tally.law.measure.kind === 'stay-days')
    return daysBetween(dayIn(zone, facts.enteredAt ?? facts.at), dayIn(zone, facts.at)) + 1;
  return tally.goods.length === 0 || isDayCounted(tally, facts, scales, zone) ? 0 : 1;
}

/** Goods went out under a rule that counts days on this day already. */
export const isDayCounted = ({ law }: Tally, { at, traveller }: Facts, scales: Scales, zone: Zone): boolean =>
  law.measure.kind === 'days' &&
  exitsUnder(law, traveller.crossings ?? [], scales).some((each) => dayIn(zone, each.at) === dayIn(zone, at));
