import { decide } from './decide.ts';
import type { Decision, Facts, Outcome } from './decision.ts';
import type { LawPack, Rule } from './pack.ts';

/** A decision as it was recorded, and whose sale it decided. */
export type Recorded = {
  readonly code: string;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly stall: { readonly code: string; readonly name: string } | null;
  /** No later decision was made for the visit: this one is what its traveller owes. */
  readonly isLast: boolean;
};

export type Change = {
  readonly code: string;
  readonly day: string;
  readonly side: string;
  readonly stall: string | null;
  readonly nationality: string;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly dutyBefore: Decision['duty'];
  readonly dutyAfter: Decision['duty'];
  /** The rules that say something else now. */
  readonly rules: readonly string[];
};

export type Tally = {
  readonly decisions: number;
  /** With another outcome or another duty. */
  readonly changed: number;
  /** Facts that the draft cannot decide: it does not have their side. */
  readonly undecided: number;
  readonly visits: number;
  /** Visits by their last decision: 'free>duty' and how many. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Per currency, over the last decisions. */
  readonly duty: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
  readonly stalls: Readonly<Record<string, { readonly name: string; readonly changed: number }>>;
  readonly changes: readonly Change[];
  /** Rules of the draft of which the record does not say what was used before. */
  readonly usedUnknown: readonly string[];
};

export const MOST_CHANGES = 100;

export const emptyTally = (usedUnknown: readonly string[]): Tally => ({
  decisions: 0,
  changed: 0,
  undecided: 0,
  visits: 0,
  outcomes: {},
  duty: {},
  stalls: {},
  changes: [],
  usedUnknown,
});

/** Decides recorded cases under a draft and adds what came of them. The tally given is left as it was. */
export function rehearsed(tally: Tally, draft: LawPack, records: readonly Recorded[]): Tally {
  const sum = structuredClone(tally) as Counting;
  for (const recorded of records) count(sum, draft, recorded);
  return sum;
}

type Counting = { -readonly [Field in keyof Tally]: Loose<Tally[Field]> };
type Loose<T> = T extends readonly (infer Item)[] ? Item[] : T extends object ? { -readonly [Key in keyof T]: T[Key] } : T;

function count(sum: Counting, draft: LawPack, recorded: Recorded): void {
  const { facts, decision: before, isLast, stall } = recorded;
  if (!draft.sides.some(({ code }) => code === facts.exitSide)) {
    sum.undecided += 1;
    return;
  }
  const after = decide(draft, facts);
  sum.decisions += 1;
  if (isLast) countVisit(sum, before, after);
  if (before.outcome === after.outcome && JSON.stringify(before.duty) === JSON.stringify(after.duty)) return;
  sum.changed += 1;
  if (stall !== null) sum.stalls[stall.code] = { name: stall.name, changed: (sum.stalls[stall.code]?.changed ?? 0) + 1 };
  if (sum.changes.length < MOST_CHANGES) sum.changes.push(changeOf(recorded, before, after));
}

function countVisit(sum: Counting, before: Decision, after: Decision): void {
  const flip = `${before.outcome}>${after.outcome}`;
  sum.visits += 1;
  sum.outcomes[flip] = (sum.outcomes[flip] ?? 0) + 1;
  for (const [when, duty] of [
    ['before', before.duty],
    ['after', after.duty],
  ] as const) {
    if (duty === null) continue;
    const owed = sum.duty[duty.currency] ?? { before: 0, after: 0 };
    sum.duty[duty.currency] = { ...owed, [when]: owed[when] + duty.minor };
  }
}

const changeOf = ({ code, stall, facts }: Recorded, before: Decision, after: Decision): Change => ({
  code,
  day: before.day,
  side: facts.exitSide,
  stall: stall?.code ?? null,
  nationality: facts.traveller.nationality,
  before: before.outcome,
  after: after.outcome,
  dutyBefore: before.duty,
  dutyAfter: after.duty,
  rules: rulesThatDiffer(before, after),
});

/** The rules of which the two decisions say something else: another limit, more or less over it, another duty, ban or document. */
function rulesThatDiffer(before: Decision, after: Decision): readonly string[] {
  const said = (of: Decision): ReadonlyMap<string, string> => {
    const words = new Map<string, unknown[]>();
    const say = (rule: string, ...what: unknown[]) => words.set(rule, [...(words.get(rule) ?? []), ...what]);
    for (const { rule, limit, over, unit } of of.limits) say(rule, limit, over, unit);
    for (const { rule, rate, minor } of of.dutySteps) say(rule, rate, minor);
    for (const { rule, line } of of.forbidden) say(rule, 'forbidden', line);
    for (const { rule, line, document } of of.needs) say(rule, document, line);
    return new Map([...words].map(([rule, what]) => [rule, JSON.stringify(what)]));
  };
  const [one, other] = [said(before), said(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((rule) => one.get(rule) !== other.get(rule)).sort();
}

/** Rules whose account the past did not keep: new ones, and those that count otherwise or over another period. */
export function rulesWithoutPast(base: LawPack, draft: LawPack): readonly string[] {
  const counted = ({ id, period, measure }: Rule): string => JSON.stringify([id, period, unitIn(measure)]);
  const known = new Set(base.rules.map(counted));
  return [
    ...new Set(
      draft.rules
        .filter(({ period }) => lasts(period))
        .filter((rule) => !known.has(counted(rule)))
        .map(({ id }) => id),
    ),
  ];
}

/** Within one crossing nothing was used before. */
const lasts = ({ kind }: Rule['period']): boolean => kind !== 'item' && kind !== 'sale' && kind !== 'visit';

const unitIn = (measure: Rule['measure']): string =>
  `${measure.kind} ${'currency' in measure ? measure.currency : ''} ${'of' in measure ? measure.of : ''}`;
