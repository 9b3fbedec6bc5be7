import { type Placeholder, sql } from 'drizzle-orm';
import type { Tx } from './engine.ts';

type Value = string | number | bigint | boolean | null;
type Values<Name extends string> = Readonly<Record<Name, Value>>;
type Places<Name extends string> = { readonly [Each in Name]: Placeholder<Each> };

/** What drizzle builds and can prepare: a select, an insert, an update. */
type Built<Answer> = PromiseLike<Answer> & { prepare(): unknown };
type Prepared<Answer> = { execute(values: object): Promise<Answer> };

/**
 * A query that is built once for each connection, with a place for each value that changes: building it costs many times what running
 * it does. Both engines run it.
 */
export function keptQuery<const Name extends string, Answer>(
  names: readonly Name[],
  build: (tx: Tx, at: Places<Name>) => Built<Answer>,
): (tx: Tx, values: Values<Name>) => Promise<Answer> {
  const kept = new WeakMap<Tx, Prepared<Answer>>();
  return async (tx, values) => {
    let prepared = kept.get(tx);
    if (prepared === undefined) {
      prepared = build(tx, placesOf(names)).prepare() as Prepared<Answer>;
      kept.set(tx, prepared);
    }
    return prepared.execute(values);
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
