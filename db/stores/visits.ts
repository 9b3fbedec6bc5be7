import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { broughtIn, pass, passRevocation, presence, visit } from '../schema/visit.ts';

export type PassRow = typeof pass.$inferSelect;
export type VisitRow = typeof visit.$inferSelect;
/** A pass with all that says its state. */
export type PassRecord = PassRow & {
  readonly revocation: { readonly reason: string; readonly revokedAt: string } | null;
  readonly replacedBy: string | null;
  /** The latest visit that this pass, or the pass it replaces, opened. */
  readonly visit: VisitRow | null;
};

/** @param by the id, the short code or the text, whichever the caller could read. */
export async function findPass(tx: Tx, by: { id: string } | { code: string }): Promise<PassRecord | undefined> {
  const [row] = await tx
    .select()
    .from(pass)
    .where('id' in by ? eq(pass.id, by.id) : eq(pass.code, by.code));
  if (row === undefined) return undefined;
  const [revocation] = await tx.select().from(passRevocation).where(eq(passRevocation.pass, row.id));
  const [replacement] = await tx.select({ id: pass.id }).from(pass).where(eq(pass.replaces, row.id));
  return {
    ...row,
    revocation: revocation ?? null,
    replacedBy: replacement?.id ?? null,
    visit: (await visitOfPass(tx, row)) ?? null,
  };
}

async function visitOfPass(tx: Tx, row: PassRow): Promise<VisitRow | undefined> {
  const [own] = await tx
    .select()
    .from(visit)
    .where(eq(visit.pass, row.id))
    .orderBy(sql`${visit.closedAt} is not null`, desc(visit.enteredAt))
    .limit(1);
  if (own !== undefined || row.replaces === null) return own;
  const [replaced] = await tx.select().from(pass).where(eq(pass.id, row.replaces));
  return replaced === undefined ? undefined : visitOfPass(tx, replaced);
}

/** The traveller's newest pass that has not opened a visit, been revoked or been replaced. */
export async function unusedPassOf(tx: Tx, traveller: string): Promise<PassRecord | undefined> {
  const [row] = await tx
    .select({ id: pass.id })
    .from(pass)
    .where(eq(pass.traveller, traveller))
    .orderBy(desc(pass.issuedAt), desc(pass.id))
    .limit(1);
  const found = row === undefined ? undefined : await findPass(tx, row);
  return found === undefined || found.visit !== null || found.revocation !== null || found.replacedBy !== null
    ? undefined
    : found;
}

export async function savePass(tx: Tx, row: typeof pass.$inferInsert): Promise<void> {
  await tx.insert(pass).values(row);
}

export async function saveRevocation(tx: Tx, row: typeof passRevocation.$inferInsert): Promise<void> {
  await tx.insert(passRevocation).values(row);
}

export async function findVisit(tx: Tx, id: string): Promise<VisitRow | undefined> {
  const [row] = await tx.select().from(visit).where(eq(visit.id, id));
  return row;
}

export async function openVisitOf(tx: Tx, traveller: string): Promise<VisitRow | undefined> {
  const [row] = await tx
    .select()
    .from(visit)
    .where(and(eq(visit.traveller, traveller), ne(visit.state, 'closed')));
  return row;
}

export async function saveVisit(tx: Tx, row: typeof visit.$inferInsert): Promise<void> {
  await tx.insert(visit).values(row);
}

export async function moveVisit(tx: Tx, id: string, to: { state: VisitRow['state']; closedAt: string | null }): Promise<void> {
  await tx.update(visit).set(to).where(eq(visit.id, id));
}

export async function savePresence(tx: Tx, row: typeof presence.$inferInsert): Promise<void> {
  await tx.insert(presence).values(row);
}

export async function saveBroughtIn(tx: Tx, rows: readonly (typeof broughtIn.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(broughtIn).values([...rows]);
}

/** A traveller's passes, newest first. */
export async function passesOf(tx: Tx, traveller: string): Promise<readonly PassRecord[]> {
  const rows = await tx
    .select({ id: pass.id })
    .from(pass)
    .where(eq(pass.traveller, traveller))
    .orderBy(desc(pass.issuedAt), desc(pass.id))
    .limit(20);
  const found = await Promise.all(rows.map((row) => findPass(tx, row)));
  return found.flatMap((record) => record ?? []);
}
