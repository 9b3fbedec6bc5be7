import { type Day, dayIn, monthIn, yearIn, type Zone } from '#lib/calendar/zone.ts';
import type { Crossing } from './decision.ts';
import type { LawPack, Measure, Rule, SettingValue, Side } from './pack.ts';

/** A rule that binds this traveller on this day, with the account that it fills. */
export type RuleInForce = {
  readonly rule: Rule;
  readonly period: string;
  readonly account: string;
  readonly unit: string;
  readonly limit: number;
  readonly underAge: boolean;
  /** What lies above the limit does not leave. */
  readonly forbids: boolean;
};

/** A mix is counted in millionths of a full allowance. */
export const FULL_MIX = 1_000_000;

/** @throws RangeError if the pack has no such side. */
export function sideOf(pack: LawPack, code: string): Side {
  const side = pack.sides.find((each) => each.code === code);
  if (!side) throw new RangeError(`no such side in pack ${pack.id}: ${code}`);
  return side;
}

export function rulesInForce(pack: LawPack, crossing: Crossing): readonly RuleInForce[] {
  const { zone } = sideOf(pack, crossing.exitSide);
  const day = dayIn(zone, crossing.at);
  return settled(pack, crossing.settings)
    .rules.filter(
      (rule) => rule.applies && rule.side === crossing.exitSide && inForceOn(rule, day) && binds(rule, crossing.traveller),
    )
    .map((rule) => inForce(rule, crossing, zone));
}

/** The values of the settings that change a rule: what a decision needs to be made again. Sorted by id. */
export const settingsInForce = (pack: LawPack, overrides: Crossing['settings']): Readonly<Record<string, SettingValue>> =>
  settled(pack, overrides).values;

const inForceOn = ({ from, to }: Rule, day: Day): boolean => from <= day && (to === null || day <= to);

function binds({ who }: Rule, { nationality, residence }: Crossing['traveller']): boolean {
  return !who || (listed(who.nationalities, nationality) && listed(who.residences, residence));
}

type Countries = NonNullable<NonNullable<Rule['who']>['nationalities']>;

const listed = (countries: Countries | undefined, country: string): boolean =>
  (countries?.include?.includes(country) ?? true) && !countries?.exclude?.includes(country);

function inForce(rule: Rule, { at, traveller }: Crossing, zone: Zone): RuleInForce {
  const period = periodOf(rule, at, zone);
  const underAge = rule.underAge !== undefined && traveller.age < rule.underAge.age;
  return {
    rule,
    period,
    account: `${rule.id}|${period}`,
    unit: unitOf(rule.measure),
    limit: underAge ? 0 : limitOf(rule.measure),
    underAge,
    forbids: rule.over.kind === 'forbid' || (underAge && rule.underAge?.over === 'forbid'),
  };
}

/** 'visit' and 'sale' stay as they are: whoever keeps the account adds whose. A rolling window has one account. */
function periodOf({ period }: Rule, at: string, zone: Zone): string {
  if (period.kind === 'day') return dayIn(period.zone ?? zone, at);
  if (period.kind === 'month') return monthIn(period.zone ?? zone, at);
  if (period.kind === 'year') return yearIn(period.zone ?? zone, at);
  return period.kind === 'rolling' ? `rolling-${period.days}` : period.kind;
}

function unitOf(measure: Measure): string {
  if (measure.kind === 'value') return measure.currency;
  if (measure.kind === 'count') return measure.of === 'units' ? 'unit' : 'piece';
  return { weight: 'g', volume: 'ml', mix: 'ppm', exits: 'exit' }[measure.kind];
}

function limitOf(measure: Measure): number {
  if (measure.kind === 'value') return measure.limitMinor;
  if (measure.kind === 'weight') return measure.limitG;
  if (measure.kind === 'volume') return measure.limitMl;
  return measure.kind === 'mix' ? FULL_MIX : measure.limit;
}

type Settled = { readonly rules: readonly Rule[]; readonly values: Readonly<Record<string, SettingValue>> };

/** Kept per pack and answer: a till decides at every scan. There are no more entries than combinations of options. */
const kept = new WeakMap<LawPack, Map<string, Settled>>();

function settled(pack: LawPack, overrides: Crossing['settings']): Settled {
  const forPack = kept.get(pack) ?? new Map<string, Settled>();
  kept.set(pack, forPack);
  const values = answersOf(pack, overrides);
  const key = JSON.stringify(values);
  const known = forPack.get(key);
  if (known) return known;
  const changes = pack.settings.flatMap(({ id, changes }) => (changes ?? []).filter(({ when }) => when === values[id]));
  const rules = pack.rules.map((rule) => {
    const sets = changes.filter((change) => change.rule === rule.id).map(({ set }) => set);
    return Object.assign({}, rule, ...sets) as Rule;
  });
  const made = { rules, values };
  forPack.set(key, made);
  return made;
}

function answersOf({ settings }: LawPack, overrides: Crossing['settings']): Record<string, SettingValue> {
  const deciding = settings.filter(({ changes }) => changes !== undefined).sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(
    deciding.map(({ id, default: byDefault, options }) => {
      const override = overrides[id];
      return [id, override !== undefined && options.includes(override) ? override : byDefault];
    }),
  );
}
