import type { Day } from '#lib/calendar/zone.ts';
import { kept } from './kept.ts';
import { mixSteps } from './mix.ts';
import type { Goods, LawPack, Measure, Rule } from './pack.ts';

/** What is the same of a rule, or of one part of an each-of rule, for every crossing. */
export type RulePart = {
  readonly rule: Rule;
  readonly measure: Measure;
  /** Goods are bound if each of these means them. */
  readonly goods: readonly Goods[];
  /** Which part of an each-of rule, from 1: each has an account of its own. */
  readonly part: number | undefined;
  /** Counts goods only where those of two of these parts are there. */
  readonly mixedOf: readonly Goods[] | undefined;
  /** Names the account by the period. */
  readonly accountIn: (period: string) => string;
  readonly unit: string;
  /** Steps of this measure that make the full allowance; 0 unless it is a mix. */
  readonly steps: number;
};

type OfSide = { readonly all: readonly RulePart[]; day: Day; onDay: readonly RulePart[] };

/** Every rule that applies, part by part, by its side, and those for the day that was asked last. */
const bySide = kept(
  ({ sides, rules }: LawPack): ReadonlyMap<string, OfSide> =>
    new Map(
      sides.map(({ code }) => [
        code,
        { all: rules.filter(({ applies, side }) => applies && side === code).flatMap(partsOf), day: '', onDay: [] },
      ]),
    ),
);

/** The parts of a side that are in force on a day, or may be, since they ask for another day. */
export function partsOn(pack: LawPack, side: string, day: Day): readonly RulePart[] {
  const parts = bySide(pack).get(side);
  if (parts === undefined) return [];
  if (parts.day !== day) {
    parts.day = day;
    parts.onDay = parts.all.filter(({ rule }) => rule.lawOf === 'sale' || rule.lawOf === 'entry' || isOn(rule, day));
  }
  return parts.onDay;
}

export const isOn = ({ from, to }: Rule, day: Day): boolean => from <= day && (to === null || day <= to);

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
  accountIn: accountsBy(part === undefined ? rule.id : `${rule.id}.${part}`),
  unit: unitOf(measure),
  steps: measure.kind === 'mix' ? mixSteps(measure) : 0,
});

type Part = Pick<Extract<Measure, { kind: 'mix' }>['parts'][number], 'of' | 'limit'>;

function measureOfPart({ of, limit }: Part): Measure {
  if (of === 'weight') return { kind: 'weight', basis: 'net', limitG: limit };
  return of === 'volume' ? { kind: 'volume', limitMl: limit } : { kind: 'count', of, limit };
}

function unitOf(measure: Measure): string {
  if (measure.kind === 'value' || measure.kind === 'duty-forgone') return measure.currency;
  if (measure.kind === 'count') return measure.of === 'units' ? 'unit' : 'piece';
  return { weight: 'g', volume: 'ml', mix: 'ppm', exits: 'exit', days: 'day', 'stay-days': 'day' }[measure.kind];
}

/** The last one is kept: a name that was looked up before is found faster than one that is put together anew. */
function accountsBy(key: string): (period: string) => string {
  let last: string | undefined;
  let account = '';
  return (period) => {
    if (period !== last) {
      last = period;
      account = `${key}|${period}`;
    }
    return account;
  };
}
