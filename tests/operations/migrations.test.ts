import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runMigration } from '#db/engine/migrate-sqlite.ts';
import { openSqlite } from '#db/engine/sqlite.ts';
import { findGoods } from '#db/reads/goods.ts';
import { writeSearchWords } from '#db/seed/write-search-words.ts';
import { asOfBefore, migrationNames, seededImage } from '../support/of-before.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serai-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What drizzle-kit drafts where a column is dropped: the table is made anew, and its children hang on it by ON DELETE CASCADE. */
const REBUILD = `
  CREATE TABLE "__new_parent" ("id" text PRIMARY KEY NOT NULL) STRICT;
  INSERT INTO "__new_parent" SELECT "id" FROM "parent";
  DROP TABLE "parent";
  ALTER TABLE "__new_parent" RENAME TO "parent";`;

function aFamily(): Database.Database {
  const file = new Database(':memory:');
  file.pragma('foreign_keys = ON');
  file.exec(`CREATE TABLE migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL) STRICT;
    CREATE TABLE parent (id text PRIMARY KEY NOT NULL, old text) STRICT;
    CREATE TABLE child (id text PRIMARY KEY NOT NULL, parent text NOT NULL REFERENCES parent(id) ON DELETE CASCADE) STRICT;
    INSERT INTO parent VALUES ('p', 'x'); INSERT INTO child VALUES ('a', 'p'), ('b', 'p');`);
  return file;
}

const children = (file: Database.Database) => file.prepare('SELECT count(*) FROM child').pluck().get();
const named = (statements: string) => ({ name: '9999-a-change.sql', statements, sha256: 'x' });
const rowsOf = (path: string) => {
  const file = new Database(path, { readonly: true });
  const tables = file
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migration'",
    )
    .pluck()
    .all();
  const rows = Object.fromEntries(tables.map((name) => [name, file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]));
  file.close();
  return rows;
};

describe('A migration', () => {
  test('that makes a table anew keeps its children, which the same statements eat with foreign keys on', () => {
    const trap = aFamily();
    trap.transaction(() => trap.exec(REBUILD))();
    expect(children(trap)).toBe(0);
    const ours = aFamily();
    runMigration(ours, named(REBUILD));
    expect([children(ours), ours.pragma('foreign_keys', { simple: true })]).toEqual([2, 1]);
  });

  test.each([
    ['deletes one row', "DELETE FROM child WHERE id = 'a'", /leaves 1 of 2 rows in child/],
    ['drops a table with rows', 'DROP TABLE child', /leaves 0 of 2 rows in child/],
    ['leaves a row pointing nowhere', "INSERT INTO child VALUES ('c', 'nobody')", /1 rows pointing nowhere/],
  ])('that %s changes nothing and says so', (_, statements, wrong) => {
    const file = aFamily();
    expect(() => runMigration(file, named(statements))).toThrow(wrong);
    expect([children(file), file.prepare('SELECT count(*) FROM migration').pluck().get()]).toEqual([2, 0]);
  });

  test('may drop the rows that it names', () => {
    const file = aFamily();
    runMigration(file, named('-- drops rows of "child": nobody has ever read them\nDROP TABLE child'));
    expect(file.prepare("SELECT name FROM sqlite_schema WHERE name = 'child'").get()).toBeUndefined();
  });
});

describe('A market of an older version', () => {
  test.each([6, 7])('of %i migrations keeps every row, and a copy of how it was', async (migrations) => {
    writeFileSync(join(folder, 'serai.db'), asOfBefore(seededImage(), migrations));
    const before = rowsOf(join(folder, 'serai.db'));
    expect(before).toMatchObject({ market: 1 });
    expect([(before.sale as number) > 3, (before.audit as number) > 300]).toEqual([true, true]);
    await openSqlite(folder).close();
    const copy = join(folder, `before-${migrationNames()[migrations]?.replace('.sql', '')}.db`);
    expect(rowsOf(copy)).toEqual(before);
    expect(rowsOf(join(folder, 'serai.db'))).toMatchObject(before);
    await openSqlite(folder).close();
    expect(existsSync(copy)).toBe(true);
    utimesSync(copy, new Date(0), new Date(0));
    await openSqlite(folder).close();
    expect(existsSync(copy)).toBe(false);
  });

  test('finds its goods by their words once it opens, also after an opening that was cut short', async () => {
    writeFileSync(join(folder, 'serai.db'), asOfBefore(seededImage(), 8));
    const engine = openSqlite(folder);
    const found = (q: string) => engine.read(async (tx) => (await findGoods(tx, { q, limit: 5 })).products.length);
    expect(await found('丝绸')).toBe(0);
    let acts = 0;
    const cutShort: typeof engine.transact = async (run) => {
      acts += 1;
      if (acts === 2) throw new Error('the power failed');
      return engine.transact(run);
    };
    await expect(writeSearchWords({ read: engine.read, transact: cutShort })).rejects.toThrow('the power failed');
    await writeSearchWords(engine);
    for (const q of ['silk', '丝绸', 'шелк', 'жібек', 'ریشمی']) expect([q, await found(q)]).toEqual([q, 5]);
    let again = 0;
    await writeSearchWords({ read: engine.read, transact: async (run) => engine.transact(run).finally(() => (again += 1)) });
    expect(again).toBe(0);
    await engine.close();
  });

  test('a new market is copied nowhere', async () => {
    await openSqlite(folder).close();
    expect(migrationNames().filter((name) => existsSync(join(folder, `before-${name.replace('.sql', '')}.db`)))).toEqual([]);
  });
});
