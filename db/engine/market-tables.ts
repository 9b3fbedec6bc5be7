import type pg from 'pg';

export type Column = { readonly name: string; readonly type: 'text' | 'bigint' | 'boolean' | 'bytea' };
export type MarketTable = { readonly name: string; readonly columns: readonly Column[] };
export type Row = Readonly<Record<string, unknown>>;

/** Kept by triggers as their rows come in (migrations 0010, 0012 and 0020), so that nobody copies them. */
export const SUMMED: ReadonlySet<string> = new Set([
  'account_sum',
  'product_takings',
  'stock_sum',
  'takings',
  'takings_by',
  'takings_hour',
]);

/** Every table of the market on PostgreSQL, as SQLite has it too, in an order in which to copy them: sums look at the stall of a sale. */
export async function tablesOf(client: pg.PoolClient): Promise<readonly MarketTable[]> {
  const { rows } = await client.query<{ table: string; columns: readonly Column[] }>(
    `SELECT table_name AS table, json_agg(json_build_object('name', column_name, 'type', data_type) ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'migration'
     GROUP BY table_name ORDER BY table_name <> 'stall', table_name`,
  );
  return rows.map(({ table, columns }) => ({ name: table, columns }));
}

export const named = (columns: readonly Column[]) => columns.map(({ name }) => `"${name}"`).join(', ');
