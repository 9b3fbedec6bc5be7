import type { Tx } from './engine.ts';
import { type Built, keptQuery, type Places, type Values } from './kept-query.ts';

/** What is written seldom and asked at every call: who may act, at which stall, by which law and at which rates. */
export const STANDING_TABLES = [
  'company',
  'device',
  'device_key',
  'fiscal_adapter',
  'law_answer',
  'law_pack',
  'law_rate',
  'motion_withdrawal',
  'operator_session',
  'person',
  'stall',
  'stall_custody',
  'suspension',
  'till_rate',
  'vendor',
] as const;

const MOST_ANSWERS = 5_000;

/** On the drizzle itself, as how it prepares: pages are bundled with a copy of this module. */
const STANDING = Symbol.for('serai.standing');
type Answers = Map<object, Map<string, unknown>>;
type Keeping = { [STANDING]?: Answers };

/**
 * Lets a connection keep answers about these tables, none yet: the engine's word, given when it opens one and again whenever what that
 * connection reads may have changed. An engine whose market others write too never gives it.
 */
export function forgetStanding(tx: Tx): void {
  // A new one, for who is still asking puts what it hears into the old.
  (tx as Keeping)[STANDING] = new Map();
}

/** A kept query about what stands, asked once for as long as it does. Its answer is shared and cannot be changed. */
export function standingQuery<const Name extends string, Answer>(
  names: readonly Name[],
  build: (tx: Tx, at: Places<Name>) => Built<Answer>,
): (tx: Tx, values: Values<Name>) => Promise<Answer> {
  const ask = keptQuery(names, (tx, at) => {
    const built = build(tx, at);
    mustStand(built.toSQL().sql);
    return built;
  });
  return async (tx, values) => {
    const kept = (tx as Keeping)[STANDING];
    if (kept === undefined) return ask(tx, values);
    const answers = kept.get(ask) ?? new Map<string, unknown>();
    kept.set(ask, answers);
    const asked = names.map((name) => values[name]).join('\n');
    if (answers.has(asked)) return answers.get(asked) as Answer;
    const answer = frozen(await ask(tx, values));
    if (answers.size >= MOST_ANSWERS) answers.delete(answers.keys().next().value as string);
    answers.set(asked, answer);
    return answer;
  };
}

/** The first row of such a query, or nothing. */
export function standingRow<const Name extends string, Row>(
  names: readonly Name[],
  build: (tx: Tx, at: Places<Name>) => Built<readonly Row[]>,
): (tx: Tx, values: Values<Name>) => Promise<Row | undefined> {
  const rows = standingQuery(names, build);
  return async (tx, values) => (await rows(tx, values))[0];
}

/** @throws if it asks a table whose changes nobody tells. */
function mustStand(text: string): void {
  const tables = [...text.matchAll(/(?:from|join) "(\w+)"/g)].map(([, table]) => table as string);
  const other = tables.find((table) => !(STANDING_TABLES as readonly string[]).includes(table));
  if (tables.length === 0 || other !== undefined) throw new Error(`${other ?? 'no table'} is not among what stands: ${text}`);
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(Object.freeze(value))) frozen(each);
  return value;
}
