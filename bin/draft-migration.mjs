// Drafts a named SQL migration for SQLite from db/schema: `npm run migration -- the-market-opens`. Read it before you commit it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('usage: npm run migration -- name-of-the-change');
  process.exit(2);
}
const out = mkdtempSync(join(tmpdir(), 'serai-migration-'));
execFileSync(
  'drizzle-kit',
  ['generate', '--dialect', 'sqlite', '--schema', './db/schema/schema.ts', '--out', out, '--casing', 'snake_case'],
  { stdio: 'inherit' },
);
const drafted = readdirSync(out).find((file) => file.endsWith('.sql'));
const strict = readFileSync(join(out, drafted), 'utf8')
  .replaceAll(/--> statement-breakpoint/g, '')
  .replaceAll(/^\);/gm, ') STRICT;')
  .replaceAll('`', '"')
  .replaceAll('\t', '  ');
const folder = 'db/migrations/sqlite';
const number = String(readdirSync(folder).length + 1).padStart(4, '0');
writeFileSync(join(folder, `${number}-${name}.sql`), strict);
console.log(`${folder}/${number}-${name}.sql`);
