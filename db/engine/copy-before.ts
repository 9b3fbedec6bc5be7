import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

const KEPT_MS = 14 * 86_400_000;
const NAMED = /^before-.*\.db$/;

/** Copies the market's file beside it before it is migrated; the copy that such a start made already stands. Copies go after two weeks. */
export function copyBefore(folder: string, connection: Database.Database): (migration: string) => void {
  for (const name of readdirSync(folder))
    if (NAMED.test(name) && Date.now() - statSync(join(folder, name)).mtimeMs > KEPT_MS) rmSync(join(folder, name));
  return (migration) => {
    const copy = join(folder, `before-${migration.replace(/\.sql$/, '')}.db`);
    if (existsSync(copy)) return;
    connection.prepare('VACUUM INTO ?').run(copy);
    chmodSync(copy, 0o600);
  };
}
