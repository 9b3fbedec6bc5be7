import { daysBetween } from '#lib/calendar/day.ts';
import { dayIn, type Zone } from '#lib/calendar/zone.ts';
import { freeOf } from './amount.ts';
import type { Crossed, CrossedGoods, FactLine, Facts } from './decision.ts';
import type { Measure } from './pack.ts';
import { daysOf } from './period.ts';
import type { RuleInForce } from './rules-in-force.ts';
import type { Scales } from './scales.ts';
import type { Tally } from './tally.ts';

const COUNTING: readonly Measure['kind'][] = ['exits', 'days', 'stay-days'];

/** Counts crossings or days and not goods. */
export const isCounting = ({ law: { measure } }: Tally): boolean => COUNTING.includes(measure.kind);

/** Exits and days with goods that are known from the crossings, where no account says them. */
export function countedBefore(law: RuleInForce, { at, traveller }: Facts, scales: Scales, zone: Zone): number {
  const { measure, rule } = law;
  const { crossings = [] } = traveller;
  if ((measure.kind !== 'exits' && measure.kind !== 'days') || crossings.length === 0) return 0;
  const today = dayIn(zone, at);
  const days = daysOf(rule.period, today);
  if (days === undefined) return 0;
  const exits = exitsUnder(law, crossings, scales)
    .map((each) => dayIn(zone, each.at))
    .filter((on) => days.first <= on && on <= days.last && on <= today);
  return measure.kind === 'exits' ? exits.length : new Set(exits).size;
}

/** The exits that took out goods of the rule: all that took out goods, where nobody says which. */
const exitsUnder = ({ goods }: RuleInForce, crossings: readonly Crossed[], scales: Scales): readonly Crossed[] =>
  crossings.filter(
    (each) =>
      each.direction === 'exit' && (each.goods?.some((one) => scales.means(goods, lineOf(one))) ?? each.withGoods === true),
  );

const lineOf = (goods: CrossedGoods): FactLine => ({
  id: '',
  units: 1,
  valueMinor: 0,
  currency: 'XXX',
  weightG: 0,
  volumeMl: 0,
  pieces: 1,
  fate: 'carried',
  ...goods,
});

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
