import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keyOf, rowDigest, type Value } from '../evidence/row-digest.ts';
import { type EvidenceTable, type Proven, provenOf } from '../evidence/tables.ts';

/** A row that an act wrote: its table, what names it, its digest and, if it was changed, the digest of what it was. */
export type Written =
  | readonly [table: string, key: string, digest: string]
  | readonly [table: string, key: string, digest: string, was: string];

const written = new WeakMap<Tx, Written[]>();

/** Forgets what an act that was undone had written. Every act begins so. */
export const beginAct = (tx: Tx): void => void written.set(tx, []);

/** Every row that the act wrote, for its link of the chain. */
export function writtenByAct(tx: Tx): readonly Written[] {
  const rows = written.get(tx) ?? [];
  written.set(tx, []);
  return rows;
}

const list = (tx: Tx, row: Written): void => {
  const rows = written.get(tx);
  if (rows === undefined) throw new Error(`a row of ${row[0]} was written outside an act`);
  rows.push(row);
};

/** Writes a row that is evidence. Whoever inserts past this leaves a row that `npm run verify` calls false. */
export async function keep<Table extends EvidenceTable>(tx: Tx, table: Table, row: Table['$inferInsert']): Promise<void> {
  const proven = provenOf(table);
  const values = valuesOf(proven, row);
  await insertOf(tx, proven).execute(Object.fromEntries(proven.columns.map(({ name }, i) => [name, values[i]])));
  list(tx, [proven.name, keyOf(proven, values), rowDigest(proven, values)]);
}

/** Lists a row that stood there before rows were listed. @returns what names it. */
export function adopt(tx: Tx, proven: Proven, row: object): string {
  const values = valuesOf(proven, row);
  const key = keyOf(proven, values);
  list(tx, [proven.name, key, rowDigest(proven, values)]);
  return key;
}

/** Changes the one row that `key` names, keeping what it was in the chain. */
export async function change<Table extends EvidenceTable>(
  tx: Tx,
  table: Table,
  key: Partial<Table['$inferSelect']>,
  to: Partial<Table['$inferInsert']>,
): Promise<void> {
  const proven = provenOf(table);
  const before = await find(tx, table, key);
  if (before === undefined) throw new Error(`no row of ${proven.name} to change: ${JSON.stringify(key)}`);
  const [was, is] = [valuesOf(proven, before), valuesOf(proven, { ...before, ...to })];
  const [wasDigest, digest] = [rowDigest(proven, was), rowDigest(proven, is)];
  if (wasDigest === digest) return;
  await tx
    .update(table)
    .set(to as never)
    .where(named(table, key));
  list(tx, [proven.name, keyOf(proven, is), digest, wasDigest]);
}

/** The row that is there already, or nothing. */
export async function find<Table extends EvidenceTable>(
  tx: Tx,
  table: Table,
  key: Partial<Table['$inferSelect']>,
): Promise<Table['$inferSelect'] | undefined> {
  const [row] = await tx
    .select()
    .from(table as EvidenceTable)
    .where(named(table, key));
  return row as Table['$inferSelect'] | undefined;
}

function named(table: EvidenceTable, key: object): SQL | undefined {
  const columns = getTableColumns(table) as Record<string, Parameters<typeof eq>[0]>;
  return and(...Object.entries(key).map(([field, value]) => eq(columns[field] as Parameters<typeof eq>[0], value)));
}

const valuesOf = ({ columns }: Proven, row: object): Value[] =>
  columns.map(({ field, toDriver }) => toDriver((row as Record<string, unknown>)[field]) as Value);

type Prepared = { execute(values: Record<string, unknown>): unknown };
const inserts = new WeakMap<Tx, Map<Proven, Prepared>>();

/** Building a statement costs more than running it. */
function insertOf(tx: Tx, proven: Proven): Prepared {
  const known = inserts.get(tx) ?? new Map<Proven, Prepared>();
  inserts.set(tx, known);
  const found = known.get(proven);
  if (found !== undefined) return found;
  const places = Object.fromEntries(proven.columns.map(({ field, name }) => [field, sql`${sql.placeholder(name)}`]));
  const made: Prepared = tx
    .insert(proven.table)
    .values(places as never)
    .prepare();
  known.set(proven, made);
  return made;
}
