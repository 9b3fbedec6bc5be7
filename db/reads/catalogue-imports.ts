import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { catalogueImport } from '../schema/catalogue-import.ts';

const SHOWN = 10;

/** A vendor's last imports, newest first, and how far each is. */
export async function catalogueImports(tx: Tx, vendor: string) {
  return tx
    .select({
      id: catalogueImport.id,
      added: catalogueImport.added,
      changed: catalogueImport.changed,
      unchanged: catalogueImport.unchanged,
      done: catalogueImport.done,
      startedAt: catalogueImport.startedAt,
      endedAt: catalogueImport.endedAt,
    })
    .from(catalogueImport)
    .where(eq(catalogueImport.vendor, vendor))
    .orderBy(desc(catalogueImport.startedAt), desc(catalogueImport.id))
    .limit(SHOWN);
}
