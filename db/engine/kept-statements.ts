import type Database from 'better-sqlite3';

const MOST_KEPT = 2_000;

/**
 * Lets a connection prepare each statement once: drizzle builds one for every query that it runs, and most of them read alike. The
 * oldest is let go when too many are kept, for lists of many lengths make statements of their own.
 */
export function keepingStatements(connection: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  const preparedOnce = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known !== undefined) return known.reader ? known.raw(false) : known;
    const made = prepare(source);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(source, made);
    return made;
  };
  return Object.assign(connection, { prepare: preparedOnce });
}
