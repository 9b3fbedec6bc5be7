import { ageOn } from '#lib/calendar/day.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { moneyOf } from '#lib/money/money.ts';
import { accountsOf } from './account-key.ts';
import { type Case, caseSchema } from './case-schema.ts';
import type { FactLine, Facts } from './decision.ts';
import { at, oneOf, type PackFault } from './fault.ts';
import type { LawPack } from './pack.ts';
import { sideOf } from './rules-in-force.ts';
import { shapeFaults } from './shape-faults.ts';
import { strangersIn } from './strangers.ts';

/** Reads a case, or says everything that is wrong with its shape. */
export function readCase(json: unknown): { readonly case: Case } | { readonly faults: readonly PackFault[] } {
  const parsed = caseSchema.safeParse(json);
  return parsed.success ? { case: parsed.data } : { faults: shapeFaults(parsed.error.issues) };
}

/** The facts that a case says, as `decide` takes them, or what in it the pack does not know. */
export function factsOf(pack: LawPack, given: Case): { readonly facts: Facts } | { readonly faults: readonly PackFault[] } {
  const sides = pack.sides.map(({ code }) => code);
  const faults: PackFault[] = [];
  for (const field of ['exitSide', 'entrySide'] as const)
    if (given[field] !== undefined && !sides.includes(given[field])) faults.push(oneOf(`/${field}`, sides));
  const { age, birthDate } = given.traveller;
  if ((age === undefined) === (birthDate === undefined)) faults.push(at('/traveller/age', 'one-age'));
  const lines = given.lines.map((line, index) => lineOf(line, index, faults));
  if (new Set(lines.map(({ id }) => id)).size < lines.length) faults.push(at('/lines', 'line-id-taken'));
  faults.push(...strangersIn(pack, given));
  if (faults.length > 0) return { faults };
  const facts = crossingOf(pack, given, lines);
  const used = usedIn(pack, given, facts, faults);
  return faults.length > 0 ? { faults } : { facts: { ...facts, used } };
}

function crossingOf(pack: LawPack, given: Case, lines: readonly FactLine[]): Facts {
  const at = instantOf(given.at);
  const day = dayIn(sideOf(pack, given.exitSide).zone, at);
  const { nationality, residence = nationality, age, birthDate = '', crossings, ...known } = given.traveller;
  const { entryGate, exitGate, entrySide, signatures } = given;
  const hasRoute = entryGate !== undefined || exitGate !== undefined || entrySide !== undefined;
  return {
    exitSide: given.exitSide,
    entrySide: entrySide ?? given.exitSide,
    at,
    ...(given.enteredAt === undefined ? {} : { enteredAt: instantOf(given.enteredAt) }),
    ...(hasRoute ? { route: { entryGate: entryGate ?? '', exitGate: exitGate ?? entryGate ?? '', signatures } } : {}),
    traveller: {
      nationality,
      residence,
      age: age ?? ageOn(birthDate, day),
      ...defined(known),
      ...(crossings === undefined ? {} : { crossings: crossings.map((each) => ({ ...defined(each), at: instantOf(each.at) })) }),
    },
    lines,
    used: {},
    rates: given.rates.map(({ base, quote, rate, date = day, source }) => ({
      base,
      quote,
      scaled: millionths(rate),
      date,
      source,
    })),
    settings: given.settings,
    ...defined({ documents: given.documents, declines: given.declines }),
  };
}

function lineOf(line: Case['lines'][number], index: number, faults: PackFault[]): FactLine {
  const { value, values, units, pieces = units, soldAt, ...rest } = line;
  const minor = (amount: string, pointer: string): number => {
    const money = moneyOf({ amount, currency: value.currency });
    if (money === undefined) faults.push(at(`/lines/${index}/${pointer}`, 'decimals-of', { currency: value.currency }));
    return money?.minor ?? 0;
  };
  return {
    ...defined(rest),
    id: line.id ?? String(index + 1),
    units,
    pieces,
    valueMinor: minor(value.amount, 'value/amount'),
    currency: value.currency,
    ...(values === undefined
      ? {}
      : {
          values: Object.fromEntries(
            Object.entries(values).flatMap(([basis, each]) =>
              each === undefined ? [] : [[basis, minor(each, `values/${basis}`)]],
            ),
          ),
        }),
    ...(soldAt === undefined ? {} : { soldAt: instantOf(soldAt) }),
  } as FactLine;
}

/** What was used before stands in the account of the crossing unless the case names another period. */
function usedIn(pack: LawPack, given: Case, facts: Facts, faults: PackFault[]): Record<string, number> {
  const used: Record<string, number> = {};
  const accounts = accountsOf(pack, facts);
  for (const [index, { rule, part, period, amount }] of given.used.entries()) {
    const suffix = part === undefined ? '' : `.${part}`;
    const own = accounts.filter(
      (each) => each.rule === rule && (part === undefined || each.account.startsWith(`${rule}${suffix}|`)),
    );
    if (own[0] === undefined) {
      faults.push(at(`/used/${index}/rule`, 'no-rule-here', { rules: [...new Set(accounts.map((each) => each.rule))] }));
      continue;
    }
    const account = period === undefined ? own[0].account : `${rule}${suffix}|${period}`;
    used[account] = (used[account] ?? 0) + amount;
  }
  return used;
}

const instantOf = (text: string): string => new Date(text).toISOString();

const millionths = (rate: string): number => {
  const [whole = '0', fraction = ''] = rate.split('.');
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'));
};

/** Without the fields that are not there: a record is compared byte for byte. */
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };
