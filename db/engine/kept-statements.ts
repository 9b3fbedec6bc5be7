import type Database from 'better-sqlite3';
import type { Row, Statement } from './statements.ts';

const MOST_KEPT = 2_000;

/**
 * SQLite's planner looks at the value that a bare `?` is bound to, and then prepares the statement again whenever another is bound:
 * ten times what running it costs. An expression it takes as it comes.
 */
const withoutPeeking = (source: string): string => source.replace(/(=|<|>|limit) \?/g, '$1 +?');

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
    const made = prepare(withoutPeeking(source));
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(source, made);
    return made;
  };
  return Object.assign(connection, { prepare: preparedOnce });
}

/** Prepares a statement of a kept query, which nobody else runs: its rows come as columns in order. */
export function keptStatementOf(connection: Database.Database): (text: string) => Statement {
  const prepare = connection.prepare.bind(connection);
  return (text) => {
    const statement = prepare<unknown[], Row>(withoutPeeking(text));
    if (statement.reader) {
      statement.raw(true);
      return (values) => statement.all(...values);
    }
    return (values) => {
      statement.run(...values);
      return NOTHING;
    };
  };
}

const NOTHING: readonly Row[] = [];
