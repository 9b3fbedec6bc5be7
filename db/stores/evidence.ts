import { and, type Column, getTableColumns, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptInsert, keptQuery, keptRow } from '../engine/kept-query.ts';
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
  await insertOf(proven)(tx, values);
  list(tx, [proven.name, keyOf(proven, values), rowDigest(proven, values)]);
}

/** Lists a row that stood there before rows were listed. @returns what names it. */
export function adopt(tx: Tx, proven: Proven, row: object): string {
  const values = valuesOf(proven, row);
  const key = keyOf(proven, values);
  list(tx, [proven.name, key, rowDigest(proven, values)]);
  return key;
}

/** Changes the one row that `key` names, keeping what it was in the chain. @param was the row, where it was just read. */
export async function change<Table extends EvidenceTable>(
  tx: Tx,
  table: Table,
  key: Partial<Table['$inferSelect']>,
  to: Partial<Table['$inferInsert']>,
  was?: Table['$inferSelect'],
): Promise<void> {
  const proven = provenOf(table);
  const before = was ?? (await find(tx, table, key));
  if (before === undefined) throw new Error(`no row of ${proven.name} to change: ${JSON.stringify(key)}`);
  const is = valuesOf(proven, { ...before, ...to });
  const [wasDigest, digest] = [rowDigest(proven, valuesOf(proven, before)), rowDigest(proven, is)];
  if (wasDigest === digest) return;
  await updateOf(proven, Object.keys(key), Object.keys(to))(tx, { ...drivenBy(proven, to, 'to'), ...drivenBy(proven, key) });
  list(tx, [proven.name, keyOf(proven, is), digest, wasDigest]);
}

/** The row that is there already, or nothing. */
export async function find<Table extends EvidenceTable>(
  tx: Tx,
  table: Table,
  key: Partial<Table['$inferSelect']>,
): Promise<Table['$inferSelect'] | undefined> {
  const proven = provenOf(table);
  return selectOf(proven, Object.keys(key))(tx, drivenBy(proven, key)) as Promise<Table['$inferSelect'] | undefined>;
}

const valuesOf = ({ columns }: Proven, row: object): Value[] =>
  columns.map(({ field, toDriver }) => toDriver((row as Record<string, unknown>)[field]) as Value);

/** What the driver takes for some fields of a row. */
function drivenBy({ columns }: Proven, fields: object, before = ''): Record<string, Value> {
  const said = Object.entries(fields).map(([field, value]) => {
    const column = columns.find((each) => each.field === field);
    return [before + field, column?.toDriver(value) as Value] as const;
  });
  return Object.fromEntries(said);
}

type Kept = (tx: Tx, values: Record<string, Value>) => Promise<unknown>;
const kept = new Map<string, Kept>();
const inserts = new Map<Proven, ReturnType<typeof keptInsert>>();

/** Each shape of a statement is made once. */
function keptAs(shape: string, make: () => Kept): Kept {
  const known = kept.get(shape) ?? make();
  kept.set(shape, known);
  return known;
}

function insertOf(proven: Proven): ReturnType<typeof keptInsert> {
  const { table, columns } = proven;
  const known =
    inserts.get(proven) ??
    keptInsert(
      columns.map(({ name }) => name),
      (tx, at) =>
        tx.insert(table).values(Object.fromEntries(columns.map(({ field, name }) => [field, sql`${at[name]}`])) as never),
    );
  inserts.set(proven, known);
  return known;
}

const selectOf = ({ table, name }: Proven, key: readonly string[]): Kept =>
  keptAs(`select ${name} ${key}`, () =>
    keptRow(key, (tx, at) =>
      tx
        .select()
        .from(table)
        .where(named(table, key, at)),
    ),
  );

const updateOf = ({ table, name }: Proven, key: readonly string[], to: readonly string[]): Kept =>
  keptAs(`update ${name} ${key} ${to}`, () =>
    keptQuery([...key, ...to.map((field) => `to${field}`)], (tx, at) =>
      tx
        .update(table)
        .set(Object.fromEntries(to.map((field) => [field, sql`${at[`to${field}`]}`])) as never)
        .where(named(table, key, at)),
    ),
  );

function named(table: EvidenceTable, key: readonly string[], at: Readonly<Record<string, Placeholder>>): SQL | undefined {
  const columns = getTableColumns(table) as Record<string, Column>;
  return and(...key.map((field) => sql`${columns[field]} = ${at[field]}`));
}
