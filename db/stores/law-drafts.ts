import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { lawDraft, lawDraftVersion } from '../schema/law-draft.ts';

export type DraftVersion = typeof lawDraftVersion.$inferSelect;

export async function saveDraft(tx: Tx, row: typeof lawDraft.$inferInsert): Promise<void> {
  await tx.insert(lawDraft).values(row);
}

export async function findDraft(tx: Tx, id: string): Promise<typeof lawDraft.$inferSelect | undefined> {
  const [row] = await tx.select().from(lawDraft).where(eq(lawDraft.id, id));
  return row;
}

export async function saveDraftVersion(tx: Tx, row: DraftVersion): Promise<void> {
  await tx.insert(lawDraftVersion).values(row);
}

/** What the draft says now. */
export async function newestVersionOf(tx: Tx, draft: string): Promise<DraftVersion | undefined> {
  const [row] = await tx
    .select()
    .from(lawDraftVersion)
    .where(eq(lawDraftVersion.draft, draft))
    .orderBy(desc(lawDraftVersion.number))
    .limit(1);
  return row;
}

export async function findDraftVersion(tx: Tx, id: string): Promise<DraftVersion | undefined> {
  const [row] = await tx.select().from(lawDraftVersion).where(eq(lawDraftVersion.id, id));
  return row;
}
