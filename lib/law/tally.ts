import type { Zone } from '#lib/calendar/zone.ts';
import { amountOf } from './amount.ts';
import { countedBefore, isCounting } from './crossings.ts';
import type { Facts } from './decision.ts';
import type { Good } from './good.ts';
import { inOrder } from './in-order.ts';
import type { Measured } from './measured.ts';
import { periodOf } from './period.ts';
import { isLawOf, type RuleInForce } from './rules-in-force.ts';
import type { Scales } from './scales.ts';
import { largestOf, valued } from './valued.ts';

/** What a rule finds in the visit in one period, and then how much of it is within (plan) and above (over). Steps of a mix become ppm at the end. */
export type Tally = {
  readonly law: RuleInForce;
  readonly period: string;
  readonly account: string;
  readonly steps: number;
  goods: readonly Measured[];
  /** Older versions of the rule that share the account: goods that were sold under them come first. */
  earlier: readonly Tally[];
  used: number;
  /** Nothing is free while another rule's exits are used up. */
  limit: number;
  plan: number;
  over: number;
  /** Let through beyond the limit by tolerance. */
  granted: number;
  /** Lines that a rule on single items keeps out of this allowance. */
  barred: ReadonlySet<Good>;
};

/** A value that no law rate leads to: such goods cannot be decided, so they may not leave yet. */
export type Unrated = { readonly line: Good; readonly rule: string; readonly to: string };

const NONE: ReadonlySet<Good> = new Set();

export function bar(tally: Tally, lines: Iterable<Good>): void {
  tally.barred = new Set([...tally.barred, ...lines]);
}

/** Items are free or taxed whole, one by one. */
export const isSplit = ({ law: { rule, forbids } }: Pick<Tally, 'law'>): boolean =>
  rule.over.kind === 'tax-item-whole' && rule.period.kind !== 'item' && !forbids;

/** Looks at the total of its goods. */
export const isTotal = (tally: Tally): boolean => {
  const { period, over } = tally.law.rule;
  return !isCounting(tally) && !isSplit(tally) && period.kind !== 'item' && over.kind !== 'no-allowance';
};

/** Taxes what lies above a total. */
export const isTaxing = ({ law: { rule, forbids } }: Tally): boolean =>
  !forbids && (rule.over.kind === 'tax-excess' || rule.over.kind === 'tax-all');

export const isOneOf = ({ law: { measure } }: Tally): boolean => measure.kind === 'mix' && measure.operator === 'one-of';

/** One tally for each period that the goods fall in; without goods, for that of the crossing. What cannot be valued is told. */
export function talliesOf(
  law: RuleInForce,
  facts: Facts,
  goods: readonly Good[],
  scales: Scales,
  zone: Zone,
  unrated: Unrated[],
): readonly Tally[] {
  const isMeant = scales.meaning(law.goods);
  const isAsked = askedBy(law.rule, facts, zone);
  const isOurs = (line: Good) => isAsked(line) && isMeant(line);
  const bound = goods.every(isOurs) ? goods : goods.filter(isOurs);
  if (!isByLine(law)) {
    const period = periodFor(law, facts, zone);
    return period === undefined ? [] : [tallyOf(law, period, bound, facts, scales, zone, unrated)];
  }
  return periodsOf(law, bound, facts, zone).map(([period, lines]) => tallyOf(law, period, lines, facts, scales, zone, unrated));
}

function tallyOf(
  law: RuleInForce,
  period: string,
  lines: readonly Good[],
  facts: Facts,
  scales: Scales,
  zone: Zone,
  unrated: Unrated[],
): Tally {
  const account = law.accountIn(period);
  return {
    law,
    period,
    account,
    steps: law.steps,
    goods: measured(law, isMixed(law, lines, scales) ? lines : [], scales, unrated),
    used: Math.max(0, facts.used[account] ?? countedBefore(law, facts, scales, zone)),
    limit: law.limit,
    plan: 0,
    over: 0,
    granted: 0,
    barred: NONE,
    earlier: [],
  };
}

/** Lines by the period that each of them falls in. */
function periodsOf(law: RuleInForce, bound: readonly Good[], facts: Facts, zone: Zone): [string, readonly Good[]][] {
  const own = periodFor(law, facts, zone);
  const periods = new Map<string, Good[]>(own === undefined ? [] : [[own, []]]);
  for (const line of bound) {
    const period = periodFor(law, facts, zone, line);
    if (period === undefined) continue;
    const lines = periods.get(period);
    if (lines) lines.push(line);
    else periods.set(period, [line]);
  }
  const { kind } = law.rule.period;
  if ((kind === 'sale' || kind === 'model') && periods.size > 1 && own !== undefined && periods.get(own)?.length === 0)
    periods.delete(own);
  return [...periods];
}

/** A limit on goods that are mixed holds where there are goods of two parts or more. */
const isMixed = ({ mixedOf }: RuleInForce, lines: readonly Good[], scales: Scales): boolean =>
  mixedOf === undefined || mixedOf.filter((goods) => lines.some(scales.meaning([goods]))).length > 1;

/** Most rules have one period for the crossing; asking the calendar for every line would cost more than all else. */
const isByLine = ({ rule }: RuleInForce): boolean =>
  rule.picks === 'sale' || rule.period.kind === 'sale' || rule.period.kind === 'model';

/** Whatever the goods are. Most lines of a basket came by one way, so the answer for the last one is kept. */
function askedBy(rule: RuleInForce['rule'], facts: Facts, zone: Zone): (line: Good) => boolean {
  let last: Good | undefined;
  let answer = false;
  return (line) => {
    if (last === undefined || !cameAlike(last, line)) answer = isBound(rule, line, facts, zone);
    last = line;
    return answer;
  };
}

const cameAlike = (one: Good, other: Good): boolean =>
  one.fate === other.fate && one.channel === other.channel && one.status === other.status && one.soldAt === other.soldAt;

function isBound(rule: RuleInForce['rule'], line: Good, { at }: Facts, zone: Zone): boolean {
  return (
    rule.fates.includes(line.fate) &&
    (rule.channels === undefined || rule.channels.includes(line.channel ?? 'market')) &&
    (rule.statuses === undefined || (line.status !== undefined && rule.statuses.includes(line.status))) &&
    isLawOf(rule, line, at, zone)
  );
}

function periodFor({ rule }: RuleInForce, { at, enteredAt }: Facts, zone: Zone, line?: Good): string | undefined {
  if (rule.period.kind === 'sale') return `sale:${line?.sale ?? 'this'}`;
  if (rule.period.kind === 'model') return `model:${line?.model ?? `${line?.category ?? 'any'}/${line?.hs ?? ''}`}`;
  const instant = rule.picks === 'entry' ? (enteredAt ?? at) : rule.picks === 'sale' ? (line?.soldAt ?? at) : at;
  return periodOf(rule.period, instant, zone);
}

const waysOf = (law: RuleInForce) => (law.rule.period.kind === 'item' ? 'largest' : isSplit({ law }) ? 'each' : 'together');

function measured(law: RuleInForce, lines: readonly Good[], scales: Scales, unrated: Unrated[]): readonly Measured[] {
  const { measure, rule } = law;
  if (lines.length === 0) return [];
  if (measure.kind === 'value' || measure.kind === 'duty-forgone') {
    const { rated, others } = valued(measure, waysOf(law), lines, scales);
    for (const line of others) unrated.push({ line, rule: rule.id, to: measure.currency });
    return rated;
  }
  const amountIn = (line: Good, part: number): number =>
    rule.period.kind === 'item'
      ? (largestOf(line, (unit) => amountOf(measure, unit, part, law.steps)) ?? 0)
      : amountOf(measure, line, part, law.steps);
  if (measure.kind !== 'mix') return lines.map((line) => measuredAs(line, amountIn(line, 0), 0));
  const parts = measure.parts.map(({ goods }) => scales.meaning([goods]));
  return lines.flatMap((line) => {
    const part = parts.findIndex((isMeant) => isMeant(line));
    return part < 0 ? [] : measuredAs(line, amountIn(line, part), part);
  });
}

const measuredAs = (line: Good, amount: number, part: number): Measured => ({ line, whole: amount, amount, part });

/** Which parts of its measure the goods are, from the first. */
export function partsOf({ goods }: Tally): readonly number[] {
  const parts: number[] = [];
  for (const { part } of goods) if (!parts.includes(part)) parts.push(part);
  return inOrder(parts, (one, other) => one - other);
}

export function totalOf({ goods }: Pick<Tally, 'goods'>): number {
  let sum = 0;
  for (const { amount } of goods) sum += amount;
  return sum;
}
