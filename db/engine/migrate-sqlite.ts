import type Database from 'better-sqlite3';
import { type Migration, migrationsIn } from './migrations.ts';

/**
 * Brings a file to the newest schema, each migration in one transaction, foreign keys off outside it
 * (a table rebuilt with them on empties its children) and checked before the commit.
 * @throws if a migration that already ran has been edited, or leaves a row pointing nowhere.
 */
export function migrateSqlite(connection: Database.Database): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT',
  );
  const ran = connection.prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migration').all();
  for (const migration of migrationsIn('sqlite', ran)) runOne(connection, migration);
}

function runOne(connection: Database.Database, { name, statements, sha256 }: Migration): void {
  connection.pragma('foreign_keys = OFF');
  try {
    connection.transaction(() => {
      connection.exec(statements);
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
