import Database from 'better-sqlite3';
import type pg from 'pg';
import { type MarketTable, named, type Row, SUMMED, tablesOf } from './market-tables.ts';
import { migrateSqlite } from './migrate-sqlite.ts';

const ROWS_AT_ONCE = 2_000;

/**
 * Copies a market on PostgreSQL, as it stands at one instant, into a new SQLite file: what a backup seals and `npm run verify` walks.
 * Acts go on meanwhile.
 */
export async function copyToSqlite(pool: pg.Pool, path: string): Promise<void> {
  const file = new Database(path);
  const client = await pool.connect();
  try {
    migrateSqlite(file);
    file.pragma('foreign_keys = OFF');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    file.exec('BEGIN');
    for (const table of await tablesOf(client)) if (!SUMMED.has(table.name)) await copy(client, file, table);
    file.exec('COMMIT');
  } finally {
    await client.query('ROLLBACK');
    client.release();
    file.close();
  }
}

/** In the order of their ids, which is that in which they were written. */
async function copy(from: pg.PoolClient, to: Database.Database, { name, columns }: MarketTable): Promise<void> {
  const insert = to.prepare(`INSERT INTO "${name}" (${named(columns)}) VALUES (${columns.map(() => '?').join(', ')})`);
  const order = columns.some((column) => column.name === 'id') ? ' ORDER BY "id"' : '';
  await from.query(`DECLARE everything NO SCROLL CURSOR FOR SELECT ${named(columns)} FROM "${name}"${order}`);
  for (;;) {
    const { rows } = await from.query<Row>(`FETCH ${ROWS_AT_ONCE} FROM everything`);
    for (const row of rows) insert.run(columns.map((column) => asSqlite(row[column.name])));
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await from.query('CLOSE everything');
}

const asSqlite = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);
