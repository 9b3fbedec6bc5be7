import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { type PassRecords, visitsOf } from '#lib/pass/pass-state.ts';
import type { Tx } from '../engine/engine.ts';
import { keptList, keptRow } from '../engine/kept-query.ts';
import { alias } from '../schema/columns.ts';
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

const successor = alias(pass, 'successor');
const passesBeside = (tx: Tx) =>
  tx
    .select({
      pass,
      revocation: passRevocation,
      replacement: { pass: successor.id, replacedAt: successor.issuedAt },
    })
    .from(pass)
    .leftJoin(passRevocation, eq(passRevocation.pass, pass.id))
    .leftJoin(successor, eq(successor.replaces, pass.id));
const passById = keptRow(['id'], (tx, at) => passesBeside(tx).where(eq(pass.id, at.id)));
const passByCode = keptRow(['code'], (tx, at) => passesBeside(tx).where(eq(pass.code, at.code)));
// There is one at most, and nearly every pass that is shown has it.
const openVisit = keptRow(['pass'], (tx, at) =>
  tx
    .select()
    .from(visit)
    .where(and(eq(visit.pass, at.pass), sql`${visit.state} <> 'closed'`)),
);
const lastVisit = keptRow(['pass'], (tx, at) =>
  tx.select().from(visit).where(eq(visit.pass, at.pass)).orderBy(desc(visit.enteredAt)).limit(1),
);
const visitBefore = keptRow(['pass', 'at'], (tx, at) =>
  tx
    .select()
    .from(visit)
    .where(and(eq(visit.pass, at.pass), lte(visit.enteredAt, at.at)))
    .orderBy(desc(visit.enteredAt))
    .limit(1),
);
const visitById = keptRow(['id'], (tx, at) => tx.select().from(visit).where(eq(visit.id, at.id)));
const openAmong = keptList([], (tx, travellers) =>
  tx
    .select()
    .from(visit)
    // As the index of what is not closed says it: a value in a place could be any state.
    .where(and(inArray(visit.traveller, travellers), sql`${visit.state} <> 'closed'`))
    .orderBy(visit.enteredAt, visit.id),
);
const newestPasses = keptList(['most'], (tx, travellers, at) =>
  tx
    .select({ id: pass.id })
    .from(pass)
    .where(inArray(pass.traveller, travellers))
    .orderBy(desc(pass.issuedAt), desc(pass.id))
    .limit(at.most),
);

/** @param by the id, the short code or the text, whichever the caller could read. */
export async function findPass(tx: Tx, by: { id: string } | { code: string }): Promise<PassRecord | undefined> {
  const found = 'id' in by ? await passById(tx, by) : await passByCode(tx, by);
  if (found === undefined) return undefined;
  const { pass: row, revocation, replacement } = found;
  return { ...row, visits: visitsOf(row.category), revocation, replacement, visit: (await visitOfPass(tx, row)) ?? null };
}

async function visitOfPass(tx: Tx, row: PassRow): Promise<VisitRow | undefined> {
  const own = (await openVisit(tx, { pass: row.id })) ?? (await lastVisit(tx, { pass: row.id }));
  if (own !== undefined || row.replaces === null) return own;
  const replaced = await passById(tx, { id: row.replaces });
  return replaced === undefined ? undefined : visitOfPass(tx, replaced.pass);
}

/** The visit during which something happened with a pass: the newest that had begun; the latest where none had, for a clock may be wrong. */
export async function visitAt(tx: Tx, { id, visit: latest }: PassRecord, at: string): Promise<VisitRow | undefined> {
  if (latest === null) return undefined;
  return latest.enteredAt <= at ? latest : ((await visitBefore(tx, { pass: id, at })) ?? latest);
}

/** The newest pass of a person that has not opened a visit, been revoked or been replaced. */
export async function unusedPassOf(tx: Tx, members: readonly string[]): Promise<PassRecord | undefined> {
  const [row] = await newestPasses(tx, members, { most: 1 });
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

export const findVisit = (tx: Tx, id: string): Promise<VisitRow | undefined> => visitById(tx, { id });

/** The visits of a person that are not closed, in the order they began. There are several only if documents were linked since. */
export const openVisitsOf = (tx: Tx, members: readonly string[]): Promise<readonly VisitRow[]> => openAmong(tx, members, {});

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
  const rows = await newestPasses(tx, members, { most: 20 });
  const found = await Array.fromAsync(rows, (row) => findPass(tx, row));
  return found.flatMap((record) => record ?? []);
}
