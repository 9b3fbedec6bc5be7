import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

const FOLDER = join(process.cwd(), 'db', 'migrations', 'sqlite');

/**
 * Brings a file to the newest schema, each migration in one transaction, foreign keys off outside it
 * (a table rebuilt with them on empties its children) and checked before the commit.
 * @throws if a migration that already ran has been edited, or leaves a row pointing nowhere.
 */
export function migrate(connection: Database.Database): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT',
  );
  const ran = new Map(
    connection
      .prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migration')
      .all()
      .map((row) => [row.name, row.sha256]),
  );
  for (const name of readdirSync(FOLDER).sort()) {
    const statements = readFileSync(join(FOLDER, name), 'utf8');
    const sha256 = createHash('sha256').update(statements).digest('hex');
    const known = ran.get(name);
    if (known === sha256) continue;
    if (known !== undefined) throw new Error(`Migration ${name} was edited after it ran. Put it back and write a new one.`);
    runOne(connection, name, statements, sha256);
  }
}

function runOne(connection: Database.Database, name: string, statements: string, sha256: string): void {
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
