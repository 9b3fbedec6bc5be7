import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { connect } from '#db/engine/sqlite.ts';
import { provenNamed } from '#db/evidence/tables.ts';

// node bare-process.ts PORT FOLDER: the least that could sell. Plain node:http which writes, for each sale, the rows that the newest sale of
// the folder wrote, by prepared statements in one commit for all that wait, and answers what that sale answered.
const [port = '0', folder = '.'] = process.argv.slice(2);
const file = connect(join(folder, 'serai.db'));
file.pragma('foreign_keys = OFF');

type Cell = string | number | null | Buffer;
type Like = { readonly insert: Database.Statement<Cell[]>; readonly cells: readonly (() => Cell)[] };

const newest = file
  .prepare<[], { id: string; act: string; wrote: string }>(
    "SELECT id, act, wrote FROM audit WHERE kind = 'ring-up-sale' ORDER BY id DESC LIMIT 1",
  )
  .get();
if (newest === undefined) throw new Error('nothing was sold here yet');
const sold = file
  .prepare<[string], { answer: string; decision: string }>(
    'SELECT answer, body AS decision FROM act JOIN decision ON decision.act = act.id WHERE act.id = ?',
  )
  .get(newest.act);
if (sold === undefined) throw new Error('the newest sale was not decided');
const { receipt } = JSON.parse(sold.answer);
const answer = JSON.stringify({ receipt: { ...receipt, decision: JSON.parse(sold.decision) } });
const wrote = JSON.parse(newest.wrote) as readonly (readonly [table: string, key: string, digest: string, was?: string])[];
const rows = [
  ...wrote.filter(([, , , was]) => was === undefined).map(([table, key]) => likeRow(table, keyOf(table, key))),
  likeRow('audit', { id: newest.id }),
];
const touched = file.prepare('UPDATE account SET held = held + 1 - 1 WHERE id = (SELECT account FROM account_entry LIMIT 1)');

function keyOf(table: string, key: string): Record<string, Cell> {
  const columns = provenNamed(table)?.key ?? [];
  const values = columns.length === 1 ? [key] : (JSON.parse(key) as Cell[]);
  return Object.fromEntries(columns.map(({ name }, i) => [name, values[i] ?? null]));
}

/** The same row again: what must be one of its kind is new each time. */
function likeRow(table: string, key: Record<string, Cell>): Like {
  const where = Object.keys(key).map((name) => `"${name}" = ?`);
  const row = file
    .prepare<Cell[], Record<string, Cell>>(`SELECT * FROM "${table}" WHERE ${where.join(' AND ')}`)
    .get(...Object.values(key));
  if (row === undefined) throw new Error(`${table} has no row ${JSON.stringify(key)}`);
  const unique = new Set(uniqueColumns(table));
  const names = Object.keys(row);
  let count = 1_000_000;
  const cells = names.map((name) => () => {
    const was = row[name] as Cell;
    if (!unique.has(name) || was === null) return was;
    count += 1;
    return typeof was === 'number' ? count : randomUUID();
  });
  const insert = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return { insert: file.prepare<Cell[]>(insert), cells };
}

function uniqueColumns(table: string): readonly string[] {
  const indexes = file.pragma(`index_list("${table}")`) as { name: string; unique: number }[];
  return indexes
    .filter(({ unique }) => unique === 1)
    .flatMap(({ name }) => (file.pragma(`index_info("${name}")`) as { name: string }[]).map((column) => column.name));
}

const waiting: (() => void)[] = [];
function commitTogether(): void {
  const batch = waiting.splice(0);
  file.exec('BEGIN IMMEDIATE');
  for (const _ of batch) {
    for (const { insert, cells } of rows) insert.run(...cells.map((cell) => cell()));
    touched.run();
  }
  file.exec('COMMIT');
  for (const say of batch) say();
}

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => {
    text += part;
  });
  request.on('end', () => {
    JSON.parse(text);
    waiting.push(() => response.writeHead(201, { 'content-type': 'application/json' }).end(answer));
    if (waiting.length === 1) setImmediate(commitTogether);
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log('READY'));
process.once('SIGTERM', () => process.exit(0));
