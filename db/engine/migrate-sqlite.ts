import type Database from 'better-sqlite3';
import { type Migration, migrationsIn } from './migrations.ts';

/**
 * Brings a file to the newest schema, each migration in one transaction, foreign keys off outside it
 * (a table rebuilt with them on empties its children), rows counted and references checked before the commit.
 * @param copyFirst is called before a market that has rows is changed, with the name of the first migration.
 * @throws if a migration that already ran has been edited, loses rows, or leaves one pointing nowhere.
 */
export function migrateSqlite(connection: Database.Database, copyFirst: (before: string) => void = () => {}): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT',
  );
  const ran = connection.prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migration').all();
  const waiting = migrationsIn('sqlite', ran);
  const [first] = waiting;
  if (first !== undefined && ran.length > 0) copyFirst(first.name);
  for (const migration of waiting) runMigration(connection, migration);
}

export function runMigration(connection: Database.Database, { name, statements, sha256 }: Migration): void {
  connection.pragma('foreign_keys = OFF');
  try {
    connection.transaction(() => {
      const before = rowCounts(connection);
      connection.exec(statements);
      mustKeepRows(name, statements, before, rowCounts(connection));
      const astray = connection.pragma('foreign_key_check') as unknown[];
      if (astray.length > 0)
        throw new Error(`Migration ${name} leaves ${astray.length} rows pointing nowhere; nothing was changed.`);
      connection
        .prepare('INSERT INTO migration (name, sha256, ran_at) VALUES (?, ?, ?)')
        .run(name, sha256, new Date().toISOString());
    })();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

function rowCounts(connection: Database.Database): ReadonlyMap<string, number> {
  const names = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'",
    )
    .pluck()
    .all();
  return new Map(names.map((name) => [name, connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]));
}

/** A table that must lose rows says so: `-- drops rows of "name"`. */
function mustKeepRows(
  migration: string,
  statements: string,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left < rows && !statements.includes(`-- drops rows of "${table}"`))
      throw new Error(`Migration ${migration} leaves ${left} of ${rows} rows in ${table}; nothing was changed.`);
  }
}
