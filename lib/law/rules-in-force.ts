import { type Day, dayIn, type Zone } from '#lib/calendar/zone.ts';
import type { Crossing, FactLine } from './decision.ts';
import { kept } from './kept.ts';
import { FULL_MIX, mixSteps } from './mix.ts';
import type { Goods, Holder, LawPack, Measure, Rule, Side } from './pack.ts';
import { settled } from './settings.ts';
import { binds, isExcluded } from './who.ts';

/** A rule that binds this traveller at this crossing. */
export type RuleInForce = {
  readonly rule: Rule;
  readonly measure: Measure;
  /** Goods are bound if each of these means them. */
  readonly goods: readonly Goods[];
  /** Which part of an each-of rule, from 1: each has an account of its own. */
  readonly part: number | undefined;
  /** Counts goods only where those of two of these parts are there. */
  readonly mixedOf: readonly Goods[] | undefined;
  /** Names the account together with the period. */
  readonly key: string;
  readonly unit: string;
  /** Steps of this measure that make the full allowance; 0 unless it is a mix. */
  readonly steps: number;
  readonly limit: number;
  /** Why the traveller has no allowance under it, although it binds them. */
  readonly without: 'under-age' | 'excluded' | 'allowance-saved' | undefined;
  /** What lies above the limit does not leave. */
  readonly forbids: boolean;
  readonly holder: string | undefined;
};

type Bound = Crossing & { readonly lines?: readonly FactLine[]; readonly declines?: readonly string[] };

/** @throws RangeError if the pack has no such side. */
export function sideOf(pack: LawPack, code: string): Side {
  const side = pack.sides.find((each) => each.code === code);
  if (!side) throw new RangeError(`no such side in pack ${pack.id}: ${code}`);
  return side;
}

/** Every rule of the side that binds the traveller, in the order of the pack. */
export const rulesInForce = (pack: LawPack, crossing: Bound): readonly RuleInForce[] =>
  rulesBinding(settled(pack, crossing.settings).pack, crossing);

/** The same of a pack whose open questions are answered. */
export function rulesBinding(pack: LawPack, crossing: Bound): readonly RuleInForce[] {
  const { zone } = sideOf(pack, crossing.exitSide);
  const day = dayIn(zone, crossing.at);
  return (partsBySide(pack).get(crossing.exitSide) ?? [])
    .filter(({ rule }) => isInForce(rule, crossing, zone, day) && binds(rule, crossing.traveller, zone, day))
    .map((part) => inForce(pack, part, crossing, day));
}

/** Every rule that applies, part by part, by its side. */
const partsBySide = kept(({ rules }: LawPack) =>
  Map.groupBy(rules.filter(({ applies }) => applies).flatMap(partsOf), ({ rule }) => rule.side),
);

/** Is this version of the rule the law of the line: by the day that the rule names. */
export const isLawOf = (rule: Rule, line: FactLine, at: string, zone: Zone): boolean =>
  rule.lawOf !== 'sale' || isOn(rule, dayIn(zone, line.soldAt ?? at));

const isOn = ({ from, to }: Rule, day: Day): boolean => from <= day && (to === null || day <= to);

function isInForce(rule: Rule, { at, enteredAt = at, lines = [] }: Bound, zone: Zone, day: Day): boolean {
  if (rule.lawOf === 'entry') return isOn(rule, dayIn(zone, enteredAt));
  if (rule.lawOf !== 'sale') return isOn(rule, day);
  return isOn(rule, day) || lines.some((line) => isLawOf(rule, line, at, zone));
}

/** What is the same of a rule for every crossing. */
type RulePart = Omit<RuleInForce, 'limit' | 'without' | 'forbids' | 'holder'>;

function partsOf(rule: Rule): readonly RulePart[] {
  const { measure, goods } = rule;
  if (measure.kind !== 'mix' || measure.operator !== 'each-of') return [partOf(rule, measure, [goods])];
  const parts = measure.parts.map((part, index) => partOf(rule, measureOfPart(part), [goods, part.goods], index + 1));
  if (measure.mixed === undefined) return parts;
  const together = partOf(rule, measureOfPart(measure.mixed), [goods], parts.length + 1);
  return [...parts, { ...together, mixedOf: measure.parts.map((part) => part.goods) }];
}

const partOf = (rule: Rule, measure: Measure, goods: readonly Goods[], part?: number): RulePart => ({
  rule,
  measure,
  goods,
  part,
  mixedOf: undefined,
  key: part === undefined ? rule.id : `${rule.id}.${part}`,
  unit: unitOf(measure),
  steps: measure.kind === 'mix' ? mixSteps(measure) : 0,
});

type Part = Pick<Extract<Measure, { kind: 'mix' }>['parts'][number], 'of' | 'limit'>;

function measureOfPart({ of, limit }: Part): Measure {
  if (of === 'weight') return { kind: 'weight', basis: 'net', limitG: limit };
  return of === 'volume' ? { kind: 'volume', limitMl: limit } : { kind: 'count', of, limit };
}

function inForce(pack: LawPack, part: RulePart, { traveller, declines }: Bound, day: Day): RuleInForce {
  const { rule, measure } = part;
  const young = rule.underAge !== undefined && traveller.age < rule.underAge.age;
  const without = young
    ? 'under-age'
    : isExcluded(rule, traveller, day)
      ? 'excluded'
      : declines?.includes(rule.id)
        ? 'allowance-saved'
        : undefined;
  const members = rule.holder?.kind === 'party' && rule.holder.limit === 'each' ? membersOf(rule.holder, traveller) : 1;
  return {
    ...part,
    limit: without === undefined ? limitOf(pack, measure, day) * members : 0,
    without,
    forbids: rule.over.kind === 'forbid' || rule.over.kind === 'cargo' || (young && rule.underAge?.over === 'forbid'),
    holder: holderOf(rule.holder, traveller),
  };
}

const membersOf = ({ party }: Extract<Holder, { kind: 'party' }>, traveller: Bound['traveller']): number =>
  traveller.party?.kind === party ? Math.max(1, traveller.party.members) : 1;

/** A party or company that the traveller is not in holds nothing for them: the account stays their own. */
function holderOf(holder: Holder | undefined, traveller: Bound['traveller']): string | undefined {
  if (holder?.kind === 'region') return `region:${holder.id}`;
  if (holder?.kind === 'company') return traveller.company === undefined ? undefined : `company:${traveller.company}`;
  const { party } = traveller;
  return holder?.kind === 'party' && party?.kind === holder.party ? `party:${party.id ?? party.kind}` : undefined;
}

function unitOf(measure: Measure): string {
  if (measure.kind === 'value' || measure.kind === 'duty-forgone') return measure.currency;
  if (measure.kind === 'count') return measure.of === 'units' ? 'unit' : 'piece';
  return { weight: 'g', volume: 'ml', mix: 'ppm', exits: 'exit', days: 'day', 'stay-days': 'day' }[measure.kind];
}

function limitOf(pack: LawPack, measure: Measure, day: Day): number {
  if (measure.kind === 'weight') return measure.limitG;
  if (measure.kind === 'volume') return measure.limitMl;
  if (measure.kind === 'mix') return FULL_MIX;
  if (measure.kind !== 'value' && measure.kind !== 'duty-forgone') return measure.limit;
  const { limitMinor } = measure;
  if (typeof limitMinor === 'number') return limitMinor;
  const index = pack.indices.find(({ id }) => id === limitMinor.index);
  return (index?.values.findLast(({ from }) => from <= day)?.minor ?? 0) * limitMinor.times;
}
