// Drafts a named SQL migration from db/schema: `npm run migration -- sqlite the-market-opens`. It drafts every table: cut it down to what
// changes, and read it before you commit it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DIALECTS = {
  sqlite: { dialect: 'sqlite', columns: '', written: (sql) => sql.replaceAll(/^\);/gm, ') STRICT;') },
  // Texts are ordered by their bytes, as SQLite orders them; a market that moves in may bring its rows in any order.
  postgres: {
    dialect: 'postgresql',
    columns: 'postgres',
    written: (sql) =>
      sql
        .replaceAll(/^(\s+"\w+" text)/gm, '$1 COLLATE "C"')
        .replaceAll('"public".', '')
        .replaceAll(' ON DELETE no action ON UPDATE no action', ' DEFERRABLE')
        .replaceAll(' USING btree', ''),
  },
};

const [engine, name] = process.argv.slice(2);
const draft = DIALECTS[engine];
if (!draft || !name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('usage: npm run migration -- sqlite|postgres name-of-the-change');
  process.exit(2);
}
const out = mkdtempSync(join(tmpdir(), 'serai-migration-'));
execFileSync(
  'drizzle-kit',
  ['generate', '--dialect', draft.dialect, '--schema', './db/schema/schema.ts', '--out', out, '--casing', 'snake_case'],
  { stdio: 'inherit', env: { ...process.env, DATABASE_URL: draft.columns } },
);
const drafted = readdirSync(out).find((file) => file.endsWith('.sql'));
const plain = readFileSync(join(out, drafted), 'utf8')
  .replaceAll(/--> statement-breakpoint/g, '')
  .replaceAll('`', '"')
  .replaceAll('\t', '  ');
const folder = `db/migrations/${engine}`;
const number = String(readdirSync(folder).length + 1).padStart(4, '0');
writeFileSync(join(folder, `${number}-${name}.sql`), draft.written(plain));
console.log(`${folder}/${number}-${name}.sql`);
