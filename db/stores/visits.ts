import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Crossed } from '#lib/law/decision.ts';
import { type PassRecords, visitsOf } from '#lib/pass/pass-state.ts';
import type { Tx } from '../engine/engine.ts';
import { broughtIn, pass, passRevocation, presence, visit } from '../schema/visit.ts';
import { change, keep } from './evidence.ts';

export type PassRow = typeof pass.$inferSelect;
export type VisitRow = typeof visit.$inferSelect;
/** A pass with all that says its state. */
export type PassRecord = PassRow & {
  readonly visits: PassRecords['visits'];
  readonly revocation: { readonly reason: string; readonly revokedAt: string } | null;
  readonly replacement: { readonly pass: string; readonly replacedAt: string } | null;
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
  const [replacement] = await tx.select({ pass: pass.id, replacedAt: pass.issuedAt }).from(pass).where(eq(pass.replaces, row.id));
  return {
    ...row,
    visits: visitsOf(row.category),
    revocation: revocation ?? null,
    replacement: replacement ?? null,
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

/** The newest pass of a person that has not opened a visit, been revoked or been replaced. */
export async function unusedPassOf(tx: Tx, members: readonly string[]): Promise<PassRecord | undefined> {
  const [row] = await tx
    .select({ id: pass.id })
    .from(pass)
    .where(inArray(pass.traveller, [...members]))
    .orderBy(desc(pass.issuedAt), desc(pass.id))
    .limit(1);
  const found = row === undefined ? undefined : await findPass(tx, row);
  return found === undefined || found.visit !== null || found.revocation !== null || found.replacement !== null
    ? undefined
    : found;
}

export async function savePass(tx: Tx, row: typeof pass.$inferInsert): Promise<void> {
  await keep(tx, pass, row);
}

export async function saveRevocation(tx: Tx, row: typeof passRevocation.$inferInsert): Promise<void> {
  await keep(tx, passRevocation, row);
}

export async function findVisit(tx: Tx, id: string): Promise<VisitRow | undefined> {
  const [row] = await tx.select().from(visit).where(eq(visit.id, id));
  return row;
}

/** The visits of a person that are not closed, in the order they began. There are several only if documents were linked since. */
export async function openVisitsOf(tx: Tx, members: readonly string[]): Promise<readonly VisitRow[]> {
  return tx
    .select()
    .from(visit)
    .where(and(inArray(visit.traveller, [...members]), ne(visit.state, 'closed')))
    .orderBy(visit.enteredAt, visit.id);
}

export async function saveVisit(tx: Tx, row: typeof visit.$inferInsert): Promise<void> {
  await keep(tx, visit, row);
}

export async function moveVisit(tx: Tx, id: string, to: { state: VisitRow['state']; closedAt: string | null }): Promise<void> {
  await change(tx, visit, { id }, to);
}

export async function savePresence(tx: Tx, row: typeof presence.$inferInsert): Promise<void> {
  await keep(tx, presence, row);
}

export async function saveBroughtIn(tx: Tx, rows: readonly (typeof broughtIn.$inferInsert)[]): Promise<void> {
  for (const row of rows) await keep(tx, broughtIn, row);
}

/** A person's passes, newest first. */
export async function passesOf(tx: Tx, members: readonly string[]): Promise<readonly PassRecord[]> {
  const rows = await tx
    .select({ id: pass.id })
    .from(pass)
    .where(inArray(pass.traveller, [...members]))
    .orderBy(desc(pass.issuedAt), desc(pass.id))
    .limit(20);
  const found = await Array.fromAsync(rows, (row) => findPass(tx, row));
  return found.flatMap((record) => record ?? []);
}

/** When a person came and went before, in other visits than this one. */
export async function crossingsOf(tx: Tx, travellers: readonly string[], besides: string): Promise<readonly Crossed[]> {
  const rows = await tx
    .select({ at: presence.at, direction: presence.direction })
    .from(presence)
    .innerJoin(visit, eq(visit.id, presence.visit))
    .where(and(inArray(visit.traveller, [...travellers]), ne(visit.id, besides)))
    .orderBy(presence.at);
  return rows.map(({ at, direction }) => ({ at, direction: direction === 'in' ? 'entry' : 'exit' }));
}
