import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { runMigration } from '#db/engine/migrate-sqlite.ts';
import { migrationsIn } from '#db/engine/migrations.ts';
import { sha256Hex } from '#db/evidence/row-digest.ts';
import { type ChainLink, FIRST_HASH, linked } from '#lib/act/act.ts';

/** The rows of a market in a file of an older version: the first so many migrations, and every column that was there by then. */
export function asOfBefore(image: Buffer, migrations: number): Buffer {
  const [old, now] = [new Database(':memory:'), new Database(image)];
  old.exec('CREATE TABLE migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT');
  for (const migration of migrationsIn('sqlite', []).slice(0, migrations)) runMigration(old, migration);
  old.pragma('foreign_keys = OFF');
  for (const table of tablesOf(old).filter((name) => name !== 'migration')) {
    const known = columnsOf(now, table);
    if (known.length === 0) continue;
    const names = columnsOf(old, table).map((name) => `"${name}"`);
    // What has been dropped since was text that followed from other columns.
    const values = columnsOf(old, table).map((name) => (known.includes(name) ? `"${name}"` : `''`));
    const insert = old.prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
    for (const row of now
      .prepare<[], unknown[]>(`SELECT ${values.join(', ')} FROM "${table}" ORDER BY rowid`)
      .raw()
      .all())
      insert.run(...row);
  }
  chainedAsBefore(old);
  const bytes = old.serialize();
  old.close();
  now.close();
  return bytes;
}

const tablesOf = (file: Database.Database) =>
  file.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all();
const columnsOf = (file: Database.Database, table: string) =>
  file.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

/** Links that list nothing, as they were before migration 0008. */
export function chainedAsBefore(file: Database.Database): void {
  const last = new Map<string, string>();
  const rows = file.prepare('SELECT * FROM audit ORDER BY rowid').all() as Record<string, string>[];
  const put = file.prepare('UPDATE audit SET previous_hash = ?, hash = ? WHERE id = ?');
  for (const { id, wrote: _, hash: __, recorded_at: recordedAt, previous_hash: ___, facts, ...rest } of rows) {
    const link = { ...rest, recordedAt, facts: JSON.parse(facts ?? ''), previousHash: last.get(rest.chain ?? '') ?? FIRST_HASH };
    const { previousHash, hash } = linked(link as unknown as ChainLink, sha256Hex);
    last.set(rest.chain ?? '', hash);
    put.run(previousHash, hash, id);
  }
}

export const migrationNames = (): readonly string[] => readdirSync(join('db', 'migrations', 'sqlite')).sort();
export const seededImage = (): Buffer => readFileSync(join(process.env.SERAI_TEST_FOLDER ?? '', 'image.db'));
