import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { catalogueImport, cataloguePart } from '../schema/catalogue-import.ts';

export type ImportRow = typeof catalogueImport.$inferSelect;
export type ImportPart<Row> = { readonly id: string; readonly import: ImportRow; readonly rows: readonly Row[] };

export async function saveImport(
  tx: Tx,
  row: ImportRow,
  parts: readonly { id: string; rows: readonly unknown[] }[],
): Promise<void> {
  await tx.insert(catalogueImport).values(row);
  for (const part of parts) await tx.insert(cataloguePart).values({ ...part, import: row.id });
}

/** Whether an import of the vendor's is still being written. */
export async function isImporting(tx: Tx, of: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: catalogueImport.id })
    .from(catalogueImport)
    .where(and(eq(catalogueImport.vendor, of), isNull(catalogueImport.endedAt)))
    .limit(1);
  return row !== undefined;
}

/** The part that is written next: files are written one after the other, their parts in the order of their lines. */
export async function nextPart(tx: Tx): Promise<{ id: string; import: string } | undefined> {
  const [row] = await tx
    .select({ id: cataloguePart.id, import: cataloguePart.import })
    .from(cataloguePart)
    .orderBy(asc(cataloguePart.import), asc(cataloguePart.id))
    .limit(1);
  return row;
}

export async function findPart<Row>(tx: Tx, id: string): Promise<ImportPart<Row> | undefined> {
  const [row] = await tx
    .select()
    .from(cataloguePart)
    .innerJoin(catalogueImport, eq(catalogueImport.id, cataloguePart.import))
    .where(eq(cataloguePart.id, id));
  return row === undefined ? undefined : { id, import: row.catalogue_import, rows: row.catalogue_part.rows as readonly Row[] };
}

/** The part is written: it goes, and the import with its last one ends. */
export async function endPart(tx: Tx, part: ImportPart<unknown>, now: string): Promise<void> {
  await tx.delete(cataloguePart).where(eq(cataloguePart.id, part.id));
  const { id, added, changed } = part.import;
  const done = part.import.done + part.rows.length;
  await tx
    .update(catalogueImport)
    .set({ done, endedAt: done === added + changed ? now : null })
    .where(eq(catalogueImport.id, id));
}
