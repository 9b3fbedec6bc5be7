import { daysBetween } from '#lib/calendar/day.ts';
import type { Zone } from '#lib/calendar/zone.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import type { Crossed, FactLine, Facts } from './decision.ts';
import type { Measure } from './pack.ts';
import { daysOf, periodOf } from './period.ts';
import { FULL_MIX, isLawOf, type RuleInForce } from './rules-in-force.ts';
import { amountBy, type Scales } from './scales.ts';
import { largestOf, valued } from './valued.ts';

/** One line as a rule measures it. A mix is measured in steps: see mixSteps. */
export type Measured = { readonly line: FactLine; readonly amount: number; readonly part: number };

/** What a rule finds in the visit in one period, and then how much of it is within (plan) and above (over). Steps of a mix become ppm at the end. */
export type Tally = {
  readonly law: RuleInForce;
  readonly period: string;
  readonly account: string;
  /** Steps of this measure that make the full allowance; 0 unless it is a mix. */
  readonly steps: number;
  readonly goods: Measured[];
  readonly used: number;
  /** Nothing is free while another rule's exits are used up. */
  limit: number;
  plan: number;
  over: number;
  /** Let through beyond the limit by tolerance. */
  granted: number;
  /** Lines that a rule on single items keeps out of this allowance. */
  readonly barred: Set<FactLine>;
};

/** A value that no law rate leads to: such goods cannot be decided, so they may not leave yet. */
export type Unrated = { readonly line: FactLine; readonly rule: string; readonly to: string };

const COUNTING: readonly Measure['kind'][] = ['exits', 'days', 'stay-days'];

/** Counts crossings or days and not goods. */
export const isCounting = ({ law: { measure } }: Tally): boolean => COUNTING.includes(measure.kind);

/** Items are free or taxed whole, one by one. */
export const isSplit = ({ law: { rule, forbids } }: Pick<Tally, 'law'>): boolean =>
  rule.over.kind === 'tax-item-whole' && rule.period.kind !== 'item' && !forbids;

/** One tally for each period that the goods fall in; without goods, for that of the crossing. */
export function talliesOf(
  law: RuleInForce,
  facts: Facts,
  scales: Scales,
  zone: Zone,
): { tallies: readonly Tally[]; unrated: readonly Unrated[] } {
  const unrated: Unrated[] = [];
  const periods = new Map<string, FactLine[]>();
  const own = periodFor(law, facts, zone);
  if (own !== undefined) periods.set(own, []);
  for (const line of facts.lines) {
    if (!isBound(law, line, facts, zone) || !scales.means(law.goods, line)) continue;
    const period = isByLine(law) ? periodFor(law, facts, zone, line) : own;
    if (period === undefined) continue;
    const lines = periods.get(period) ?? [];
    lines.push(line);
    periods.set(period, lines);
  }
  const { kind } = law.rule.period;
  if (kind === 'sale' && periods.size > 1 && own !== undefined && periods.get(own)?.length === 0) periods.delete(own);
  const tallies = [...periods].map(([period, lines]) => {
    const account = `${law.key}|${period}`;
    const steps = law.measure.kind === 'mix' ? mixSteps(law.measure) : 0;
    const goods = measured(law, lines, steps, scales, unrated);
    const used = Math.max(0, facts.used[account] ?? countedIn(law, facts, zone));
    return {
      law,
      period,
      account,
      steps,
      goods,
      used,
      limit: law.limit,
      plan: 0,
      over: 0,
      granted: 0,
      barred: new Set<FactLine>(),
    };
  });
  return { tallies, unrated };
}

/** Most rules have one period for the crossing; asking the calendar for every line would cost more than all else. */
const isByLine = ({ rule }: RuleInForce): boolean => rule.picks === 'sale' || rule.period.kind === 'sale';

function isBound({ rule }: RuleInForce, line: FactLine, { at }: Facts, zone: Zone): boolean {
  return (
    rule.fates.includes(line.fate) &&
    (rule.channels === undefined || rule.channels.includes(line.channel ?? 'market')) &&
    (rule.statuses === undefined || (line.status !== undefined && rule.statuses.includes(line.status))) &&
    isLawOf(rule, line, at, zone)
  );
}

function periodFor({ rule }: RuleInForce, { at, enteredAt }: Facts, zone: Zone, line?: FactLine): string | undefined {
  if (rule.period.kind === 'sale') return `sale:${line?.sale ?? 'this'}`;
  const instant = rule.picks === 'entry' ? (enteredAt ?? at) : rule.picks === 'sale' ? (line?.soldAt ?? at) : at;
  return periodOf(rule.period, instant, zone);
}

/** Exits and days with goods that are known from the crossings, where no account says them. */
function countedIn({ rule, measure }: RuleInForce, { at, traveller: { crossings = [] } }: Facts, zone: Zone): number {
  if ((measure.kind !== 'exits' && measure.kind !== 'days') || crossings.length === 0) return 0;
  const today = dayIn(zone, at);
  const days = daysOf(rule.period, today);
  if (days === undefined) return 0;
  const exits = withGoods(crossings)
    .map((each) => dayIn(zone, each.at))
    .filter((on) => days.first <= on && on <= days.last && on <= today);
  return measure.kind === 'exits' ? exits.length : new Set(exits).size;
}

const withGoods = (crossings: readonly Crossed[]) => crossings.filter((each) => each.direction === 'exit' && each.withGoods);

/** What this visit adds to a rule that counts crossings or days: nothing to a day that is counted already. */
export function countOf(tally: Tally, facts: Facts, zone: Zone): number {
  if (tally.law.measure.kind === 'stay-days')
    return daysBetween(dayIn(zone, facts.enteredAt ?? facts.at), dayIn(zone, facts.at)) + 1;
  return tally.goods.length === 0 || isDayCounted(tally, facts, zone) ? 0 : 1;
}

/** Goods went out under a rule that counts days on this day already. */
export const isDayCounted = ({ law: { measure } }: Tally, { at, traveller }: Facts, zone: Zone): boolean =>
  measure.kind === 'days' && withGoods(traveller.crossings ?? []).some((each) => dayIn(zone, each.at) === dayIn(zone, at));

const waysOf = (law: RuleInForce) => (law.rule.period.kind === 'item' ? 'largest' : isSplit({ law }) ? 'each' : 'together');

function measured(law: RuleInForce, lines: readonly FactLine[], steps: number, scales: Scales, unrated: Unrated[]): Measured[] {
  const { measure, rule } = law;
  if (measure.kind === 'value' || measure.kind === 'duty-forgone')
    return valued(measure, waysOf(law), lines, scales).flatMap(({ line, amount }) => {
      if (amount !== undefined) return { line, amount, part: 0 };
      unrated.push({ line, rule: rule.id, to: measure.currency });
      return [];
    });
  return lines.flatMap((line) => {
    const part = measure.kind === 'mix' ? measure.parts.findIndex(({ goods }) => scales.means([goods], line)) : 0;
    if (part < 0) return [];
    const whole = { line, amount: amountOf(measure, line, part, steps), part };
    return rule.period.kind === 'item'
      ? [{ ...whole, amount: largestOf(line, (unit) => amountOf(measure, unit, part, steps)) }]
      : [whole];
  });
}

/** What the visit may still take, in the measure's own steps. */
export function freeOf({ steps, limit, used }: Pick<Tally, 'steps' | 'limit' | 'used'>): number {
  const free = Math.max(0, limit - used);
  return steps === 0 ? free : Number((BigInt(free) * BigInt(steps)) / BigInt(FULL_MIX));
}

/** An amount in the unit of the account. Shares of a mix are rounded up: a sliver too much is too much. */
export const inUnit = ({ steps }: Tally, amount: number): number =>
  steps === 0 || amount === 0 ? amount : Number((BigInt(amount) * BigInt(FULL_MIX) + BigInt(steps) - 1n) / BigInt(steps));

export const totalOf = ({ goods }: Tally): number => goods.reduce((sum, { amount }) => sum + amount, 0);

/** What a measure finds in a line, or in one item of it; a value is not asked here. */
export function amountOf(measure: Measure, line: FactLine, part: number, steps: number): number {
  if (measure.kind === 'weight') {
    if (measure.basis === 'net') return line.netWeightG ?? line.weightG;
    return measure.basis === 'weighed' ? (line.weighedG ?? line.weightG) : line.weightG;
  }
  if (measure.kind === 'volume') return line.volumeMl;
  if (measure.kind === 'count') return line[measure.of];
  const chosen = measure.kind === 'mix' ? measure.parts[part] : undefined;
  return chosen === undefined ? 0 : amountBy(chosen.of, line) * (steps / chosen.limit);
}

/** The least number of equal steps in which every part of a mix is a whole number: shares then add up without rounding. */
const mixSteps = ({ parts }: Extract<Measure, { kind: 'mix' }>): number =>
  parts.reduce((steps, { limit }) => (steps / commonDivisor(steps, limit)) * limit, 1);

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
