import { type Day, dayIn, type Zone } from '#lib/calendar/zone.ts';
import type { Crossing, FactLine } from './decision.ts';
import { FULL_MIX } from './mix.ts';
import type { Holder, LawPack, Measure, Rule, Side } from './pack.ts';
import { isOn, partsOn, type RulePart } from './rule-part.ts';
import { settled } from './settings.ts';
import { binds, isExcluded } from './who.ts';

/** A rule that binds this traveller at this crossing. */
export type RuleInForce = RulePart & {
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

/** The side whose clock and money the market's own desks keep: the first of the pack. */
export const ownSideOf = ({ sides }: LawPack): Side => sides[0] as Side;

/** Every rule of the side that binds the traveller, in the order of the pack. */
export const rulesInForce = (pack: LawPack, crossing: Bound): readonly RuleInForce[] =>
  rulesBinding(settled(pack, crossing.settings).pack, crossing);

/** The same of a pack whose open questions are answered. */
export function rulesBinding(pack: LawPack, crossing: Bound): readonly RuleInForce[] {
  const { zone } = sideOf(pack, crossing.exitSide);
  const day = dayIn(zone, crossing.at);
  return partsOn(pack, crossing.exitSide, day)
    .filter(({ rule }) => isInForce(rule, crossing, zone, day) && binds(rule, crossing.traveller, zone, day))
    .map((part) => inForce(pack, part, crossing, day));
}

/** Is this version of the rule the law of the line: by the day that the rule names. */
export const isLawOf = (rule: Rule, line: FactLine, at: string, zone: Zone): boolean =>
  rule.lawOf !== 'sale' || isOn(rule, dayIn(zone, line.soldAt ?? at));

/** Of the parts that may be in force on the day. */
function isInForce(rule: Rule, { at, enteredAt = at, lines = [] }: Bound, zone: Zone, day: Day): boolean {
  if (rule.lawOf === 'entry') return isOn(rule, dayIn(zone, enteredAt));
  if (rule.lawOf !== 'sale') return true;
  return isOn(rule, day) || lines.some((line) => isLawOf(rule, line, at, zone));
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
