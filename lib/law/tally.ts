import type { Zone } from '#lib/calendar/zone.ts';
import { amountOf } from './amount.ts';
import { countedBefore, isCounting } from './crossings.ts';
import type { FactLine, Facts } from './decision.ts';
import { periodOf } from './period.ts';
import { isLawOf, type RuleInForce } from './rules-in-force.ts';
import type { Scales } from './scales.ts';
import { largestOf, valued } from './valued.ts';

/** One line as a rule measures it: the whole line, and what of it counts. A mix is measured in steps: see mixSteps. */
export type Measured = {
  readonly line: FactLine;
  readonly whole: number;
  readonly amount: number;
  readonly part: number;
};

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
  readonly barred: Set<FactLine>;
};

/** A value that no law rate leads to: such goods cannot be decided, so they may not leave yet. */
export type Unrated = { readonly line: FactLine; readonly rule: string; readonly to: string };

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

/** One tally for each period that the goods fall in; without goods, for that of the crossing. */
export function talliesOf(
  law: RuleInForce,
  facts: Facts,
  scales: Scales,
  zone: Zone,
): { tallies: readonly Tally[]; unrated: readonly Unrated[] } {
  const unrated: Unrated[] = [];
  const isMeant = scales.meaning(law.goods);
  const bound = facts.lines.filter((line) => isBound(law, line, facts, zone) && isMeant(line));
  const tallies = periodsOf(law, bound, facts, zone).map(([period, lines]) => {
    const account = `${law.key}|${period}`;
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
      barred: new Set<FactLine>(),
      earlier: [],
    };
  });
  return { tallies, unrated };
}

function periodsOf(law: RuleInForce, bound: readonly FactLine[], facts: Facts, zone: Zone): [string, readonly FactLine[]][] {
  const own = periodFor(law, facts, zone);
  if (!isByLine(law)) return own === undefined ? [] : [[own, bound]];
  const periods = new Map<string, FactLine[]>(own === undefined ? [] : [[own, []]]);
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
const isMixed = ({ mixedOf }: RuleInForce, lines: readonly FactLine[], scales: Scales): boolean =>
  mixedOf === undefined || mixedOf.filter((goods) => lines.some(scales.meaning([goods]))).length > 1;

/** Most rules have one period for the crossing; asking the calendar for every line would cost more than all else. */
const isByLine = ({ rule }: RuleInForce): boolean =>
  rule.picks === 'sale' || rule.period.kind === 'sale' || rule.period.kind === 'model';

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
  if (rule.period.kind === 'model') return `model:${line?.model ?? `${line?.category ?? 'any'}/${line?.hs ?? ''}`}`;
  const instant = rule.picks === 'entry' ? (enteredAt ?? at) : rule.picks === 'sale' ? (line?.soldAt ?? at) : at;
  return periodOf(rule.period, instant, zone);
}

const waysOf = (law: RuleInForce) => (law.rule.period.kind === 'item' ? 'largest' : isSplit({ law }) ? 'each' : 'together');

function measured(law: RuleInForce, lines: readonly FactLine[], scales: Scales, unrated: Unrated[]): Measured[] {
  const { measure, rule } = law;
  if (measure.kind === 'value' || measure.kind === 'duty-forgone')
    return valued(measure, waysOf(law), lines, scales).flatMap(({ line, amount }) => {
      if (amount !== undefined) return { line, whole: amount, amount, part: 0 };
      unrated.push({ line, rule: rule.id, to: measure.currency });
      return [];
    });
  const parts = measure.kind === 'mix' ? measure.parts.map(({ goods }) => scales.meaning([goods])) : [];
  return lines.flatMap((line) => {
    const part = measure.kind === 'mix' ? parts.findIndex((isMeant) => isMeant(line)) : 0;
    if (part < 0) return [];
    const amount =
      rule.period.kind === 'item'
        ? largestOf(line, (unit) => amountOf(measure, unit, part, law.steps))
        : amountOf(measure, line, part, law.steps);
    return [{ line, whole: amount, amount, part }];
  });
}

export const totalOf = ({ goods }: Tally): number => goods.reduce((sum, { amount }) => sum + amount, 0);
