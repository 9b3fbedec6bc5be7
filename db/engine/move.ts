import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type pg from 'pg';
import { type Column, type MarketTable, named, type Row, SUMMED, tablesOf } from './market-tables.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { poolOf } from './postgres-pool.ts';

const ROWS_AT_ONCE = 2_000;

export type MovedTable = { readonly table: string; readonly rows: number; readonly sha256: string };

/**
 * Copies every row of a SQLite market into an empty PostgreSQL database of the same schema, in one transaction, and reads both again.
 * @returns each table with its rows and the hash that both engines gave.
 * @throws and moves nothing if the target holds rows already, or a table reads differently there.
 */
export async function moveMarket(from: Database.Database, url: string): Promise<readonly MovedTable[]> {
  const pool = poolOf(url);
  try {
    await migratePostgres(pool);
    return await moveRows(from, await pool.connect());
  } finally {
    await pool.end();
  }
}

async function moveRows(from: Database.Database, to: pg.PoolClient): Promise<readonly MovedTable[]> {
  const tables = await tablesOf(to);
  await to.query('BEGIN');
  try {
    await to.query('SET CONSTRAINTS ALL DEFERRED');
    for (const { name } of tables) {
      const { rows } = await to.query(`SELECT 1 FROM "${name}" LIMIT 1`);
      if (rows.length > 0) throw new Error(`The database already holds rows in ${name}. Give the market an empty one.`);
    }
    for (const table of tables) if (!SUMMED.has(table.name)) await copy(from, to, table);
    const moved: MovedTable[] = [];
    for (const table of tables) moved.push(await compare(from, to, table));
    await to.query('COMMIT');
    return moved;
  } catch (fault) {
    await to.query('ROLLBACK');
    throw fault;
  } finally {
    to.release();
  }
}

async function copy(from: Database.Database, to: pg.PoolClient, { name, columns }: MarketTable): Promise<void> {
  const types = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  const insert = `INSERT INTO "${name}" (${named(columns)}) SELECT * FROM unnest(${types})`;
  let waiting: Row[] = [];
  const write = async () => {
    if (waiting.length === 0) return;
    await to.query(
      insert,
      columns.map((column) => waiting.map((row) => asPostgres(row[column.name], column))),
    );
    waiting = [];
  };
  for (const row of from.prepare<[], Row>(`SELECT ${named(columns)} FROM "${name}"`).iterate()) {
    waiting.push(row);
    if (waiting.length === ROWS_AT_ONCE) await write();
  }
  await write();
}

const asPostgres = (value: unknown, { type }: Column): unknown => (type === 'boolean' && value !== null ? value === 1 : value);

/** Both are read again, row by row in the order of their contents, and must be the same bytes. */
async function compare(from: Database.Database, to: pg.PoolClient, { name, columns }: MarketTable): Promise<MovedTable> {
  const { rows: there } = await to.query<Row>(`SELECT ${named(columns)} FROM "${name}"`);
  const here = from.prepare<[], Row>(`SELECT ${named(columns)} FROM "${name}"`).all();
  const sha256 = digestOf(here, columns);
  if (digestOf(there, columns) !== sha256)
    throw new Error(
      `${name} reads differently after the move (${here.length} rows here, ${there.length} there); nothing was moved.`,
    );
  return { table: name, rows: here.length, sha256 };
}

function digestOf(rows: readonly Row[], columns: readonly Column[]): string {
  const written = rows.map((row) => JSON.stringify(columns.map(({ name }) => comparable(row[name]))));
  return createHash('sha256').update(written.sort().join('\n')).digest('hex');
}

function comparable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}
