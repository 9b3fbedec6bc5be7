import { convertAlong, pathBetween, type Rate } from '#lib/money/rate.ts';
import type { FactLine, Facts } from './decision.ts';
import { isMeant } from './goods.ts';
import type { LawPack, Measure } from './pack.ts';
import { FULL_MIX, type RuleInForce } from './rules-in-force.ts';

/** One line as a rule measures it. A mix is measured in steps: see mixSteps. */
export type Measured = { readonly line: FactLine; readonly amount: number; readonly part: number };

/** What a rule finds in the visit, and then how much of it is within (plan) and above (over). Steps of a mix become ppm at the end. */
export type Tally = {
  readonly law: RuleInForce;
  /** Steps of this measure that make the full allowance; 0 unless it is a mix. */
  readonly steps: number;
  readonly goods: readonly Measured[];
  readonly used: number;
  /** Nothing is free while another rule's exits are used up. */
  limit: number;
  plan: number;
  over: number;
};

/** A value that no law rate leads to: such goods cannot be decided, so they may not leave yet. */
export type Unrated = { readonly line: FactLine; readonly rule: string; readonly to: string };

export type Purse = {
  /** Value of a line, converted once; undefined without a rate. */
  readonly valueIn: (line: FactLine, currency: string) => number | undefined;
  readonly ratesUsed: () => readonly Rate[];
};

export function purseOf(rates: readonly Rate[]): Purse {
  const paths = new Map<string, readonly Rate[] | undefined>();
  const pathOf = (from: string, to: string) => {
    const key = `${from}${to}`;
    if (!paths.has(key)) paths.set(key, pathBetween(from, to, rates));
    return paths.get(key);
  };
  return {
    valueIn: ({ valueMinor, currency }, to) => {
      const path = pathOf(currency, to);
      return path && convertAlong(path, { minor: valueMinor, currency }, to).minor;
    },
    ratesUsed: () => [...new Set([...paths.values()].flatMap((path) => path ?? []))],
  };
}

export function tallyOf(
  pack: LawPack,
  law: RuleInForce,
  facts: Facts,
  purse: Purse,
): { tally: Tally; unrated: readonly Unrated[] } {
  const { rule } = law;
  const goods: Measured[] = [];
  const unrated: Unrated[] = [];
  const steps = rule.measure.kind === 'mix' ? mixSteps(rule.measure) : 0;
  for (const line of facts.lines) {
    if (!rule.fates.includes(line.fate) || !isMeant(pack, rule.goods, line)) continue;
    if (rule.measure.kind === 'value') {
      const amount = purse.valueIn(line, rule.measure.currency);
      if (amount === undefined) unrated.push({ line, rule: rule.id, to: rule.measure.currency });
      else goods.push({ line, amount, part: 0 });
      continue;
    }
    const part = rule.measure.kind === 'mix' ? rule.measure.parts.findIndex((each) => isMeant(pack, each.goods, line)) : 0;
    if (part >= 0) goods.push({ line, amount: amountOf(rule.measure, line, part, steps), part });
  }
  const used = Math.max(0, facts.used[law.account] ?? 0);
  return { tally: { law, steps, goods, used, limit: law.limit, plan: 0, over: 0 }, unrated };
}

/** What the visit may still take, in the measure's own steps. */
export function freeOf({ steps, limit, used }: Tally): number {
  const free = Math.max(0, limit - used);
  return steps === 0 ? free : Number((BigInt(free) * BigInt(steps)) / BigInt(FULL_MIX));
}

/** An amount in the unit of the account. Shares of a mix are rounded up: a sliver too much is too much. */
export const inUnit = ({ steps }: Tally, amount: number): number =>
  steps === 0 ? amount : Number((BigInt(amount) * BigInt(FULL_MIX) + BigInt(steps) - 1n) / BigInt(steps));

export const totalOf = ({ goods }: Tally): number => goods.reduce((sum, { amount }) => sum + amount, 0);

function amountOf(measure: Exclude<Measure, { kind: 'value' }>, line: FactLine, part: number, steps: number): number {
  if (measure.kind === 'weight') return line.weightG;
  if (measure.kind === 'volume') return line.volumeMl;
  if (measure.kind === 'count') return line[measure.of];
  if (measure.kind === 'exits') return 0;
  const chosen = measure.parts[part];
  if (!chosen) return 0;
  const amount = { units: line.units, pieces: line.pieces, weight: line.weightG, volume: line.volumeMl }[chosen.of];
  return amount * (steps / chosen.limit);
}

/** The least number of equal steps in which every part of a mix is a whole number: shares then add up without rounding. */
const mixSteps = ({ parts }: Extract<Measure, { kind: 'mix' }>): number =>
  parts.reduce((steps, { limit }) => (steps / commonDivisor(steps, limit)) * limit, 1);

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
