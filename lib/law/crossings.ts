import { dayIn, type Zone } from '#lib/calendar/zone.ts';
import type { Crossed, CrossedGoods, Facts } from './decision.ts';
import { type Good, goodOf } from './good.ts';
import type { Measure } from './pack.ts';
import { daysOf } from './period.ts';
import type { RuleInForce } from './rules-in-force.ts';
import type { Scales } from './scales.ts';
import { sortOf } from './sorts.ts';

const COUNTING: readonly Measure['kind'][] = ['exits', 'days', 'stay-days'];

/** Counts crossings or days and not goods. */
export const isCounting = ({ law: { measure } }: { readonly law: RuleInForce }): boolean => COUNTING.includes(measure.kind);

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
export function exitsUnder({ goods }: RuleInForce, crossings: readonly Crossed[], scales: Scales): readonly Crossed[] {
  const isMeant = scales.meaning(goods);
  return crossings.filter(
    (each) => each.direction === 'exit' && (each.goods?.some((one) => isMeant(lineOf(one, scales))) ?? each.withGoods === true),
  );
}

const lineOf = (goods: CrossedGoods, { pack }: Scales): Good =>
  goodOf({ ...ONE_ITEM, ...goods }, 0, sortOf(pack, goods.category, goods.hs));

const ONE_ITEM = {
  id: '',
  units: 1,
  valueMinor: 0,
  currency: 'XXX',
  weightG: 0,
  volumeMl: 0,
  pieces: 1,
  fate: 'carried',
} as const;
