import { is, Placeholder, sql } from 'drizzle-orm';
import type { Tx } from './engine.ts';
import { type Fields, readerOf } from './row-reader.ts';
import { statementOf } from './statements.ts';

type Value = string | number | bigint | boolean | null;
export type Values<Name extends string> = Readonly<Record<Name, Value>>;
export type Places<Name extends string> = { readonly [Each in Name]: Placeholder<Each> };

/** What drizzle builds: a select, an insert or an update. */
export type Built<Answer> = PromiseLike<Answer> & { toSQL(): { sql: string; params: unknown[] }; readonly _: object };

/**
 * A query that is built once for each connection, with a place for each value that changes: building it costs many times what running
 * it does. Both engines run it.
 */
export function keptQuery<const Name extends string, Answer>(
  names: readonly Name[],
  build: (tx: Tx, at: Places<Name>) => Built<Answer>,
): (tx: Tx, values: Values<Name>) => Promise<Answer> {
  const kept = new WeakMap<Tx, (values: Values<Name>) => Promise<Answer>>();
  return (tx, values) => {
    let run = kept.get(tx);
    if (run === undefined) {
      run = prepared(tx, build(tx, placesOf(names)));
      kept.set(tx, run);
    }
    return run(values);
  };
}

function prepared<Name extends string, Answer>(tx: Tx, built: Built<Answer>): (values: Values<Name>) => Promise<Answer> {
  const { sql: text, params } = built.toSQL();
  const given = valuesFor(params);
  const statement = statementOf(tx, text);
  // Only a select says what it reads.
  const { selectedFields }: { selectedFields?: Fields } = built._ ?? {};
  if (selectedFields === undefined) return async (values) => (await statement(given(values))) as Answer;
  const read = readerOf(selectedFields);
  return async (values) => (await statement(given(values))).map(read) as Answer;
}

/** Puts values in the places of a built query, as they are given: what a column would write otherwise is the caller's to write. */
function valuesFor(params: readonly unknown[]): (values: Readonly<Record<string, Value>>) => readonly unknown[] {
  const names = params.map((param) => (is(param, Placeholder) ? param.name : undefined));
  return (values) => names.map((name, i) => (name === undefined ? params[i] : values[name]));
}

/** A kept insert, whose values come in the order of these names: who writes a row of evidence has them in a list already. */
export function keptInsert<const Name extends string>(
  names: readonly Name[],
  build: (tx: Tx, at: Places<Name>) => Built<unknown>,
): (tx: Tx, values: readonly Value[]) => Promise<unknown> {
  const kept = new WeakMap<Tx, (values: readonly Value[]) => unknown>();
  return async (tx, values) => {
    let run = kept.get(tx);
    if (run === undefined) {
      const { sql: text, params } = build(tx, placesOf(names)).toSQL();
      const order = params.map((param) => names.indexOf((param as Placeholder).name as Name));
      const statement = statementOf(tx, text);
      run = (given) => statement(order.map((at) => given[at]));
      kept.set(tx, run);
    }
    return run(values);
  };
}

/** The first row of a kept query, or nothing. */
export function keptRow<const Name extends string, Row>(
  names: readonly Name[],
  build: (tx: Tx, at: Places<Name>) => Built<readonly Row[]>,
): (tx: Tx, values: Values<Name>) => Promise<Row | undefined> {
  const rows = keptQuery(names, build);
  return async (tx, values) => (await rows(tx, values))[0];
}

/** A kept query about a list of texts: one for each power of two, the last text standing in the places that are left over. */
export function keptList<const Name extends string, Row>(
  names: readonly Name[],
  build: (tx: Tx, list: Placeholder[], at: Places<Name>) => Built<readonly Row[]>,
): (tx: Tx, list: readonly string[], values: Values<Name>) => Promise<readonly Row[]> {
  const bySize = new Map<number, (tx: Tx, values: Values<string>) => Promise<readonly Row[]>>();
  return async (tx, list, values) => {
    if (list.length === 0) return [];
    const size = 2 ** Math.ceil(Math.log2(list.length));
    const inList = Array.from({ length: size }, (_, i) => `each${i}`);
    const query =
      bySize.get(size) ?? keptQuery([...names, ...inList], (of, at) => build(of, Object.values(placesOf(inList)), at as never));
    bySize.set(size, query);
    return query(tx, { ...values, ...Object.fromEntries(inList.map((name, i) => [name, list[i] ?? (list.at(-1) as string)])) });
  };
}

const placesOf = <Name extends string>(names: readonly Name[]): Places<Name> =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Places<Name>;
