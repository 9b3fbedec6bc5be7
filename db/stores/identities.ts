import { and, desc, eq, gt, inArray, lt, or } from 'drizzle-orm';
import { type Identity, type Retention, stillKept } from '#lib/traveller/identity.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import type { Keys } from '../keys/keys.ts';
import { identity, travelDocument } from '../schema/traveller.ts';

/** Seals what a document says with its holder's own key. */
export async function saveIdentity(
  tx: Tx,
  keys: Keys,
  of: { traveller: string; document: string; identity: Identity; recordedAt: string; day: string; retention: Retention },
): Promise<void> {
  const kept = stillKept(of.identity, of.recordedAt.slice(0, 10), of.day, of.retention);
  if (kept === undefined) {
    await tx.delete(identity).where(eq(identity.document, of.document));
    return;
  }
  const row = { sealed: keys.seal(of.traveller, kept.identity), recordedAt: of.recordedAt, retainUntil: kept.retainUntil };
  await tx
    .insert(identity)
    .values({ document: of.document, ...row })
    .onConflictDoUpdate({ target: identity.document, set: row });
}

const shownLast = keptRow(['traveller'], (tx, at) =>
  tx
    .select({ sealed: identity.sealed })
    .from(identity)
    .innerJoin(travelDocument, eq(travelDocument.id, identity.document))
    .where(eq(travelDocument.traveller, at.traveller))
    .orderBy(desc(identity.recordedAt), desc(travelDocument.recordedAt), desc(travelDocument.id))
    .limit(1),
);

/** What the document that a traveller showed last says. @returns undefined once the person has been erased. */
export async function identityOf(tx: Tx, keys: Keys, traveller: string): Promise<Identity | undefined> {
  const row = await shownLast(tx, { traveller });
  return row === undefined ? undefined : keys.unseal<Identity>(traveller, row.sealed);
}

/** Travellers of whom something is kept beyond its day, a page at a time. */
export async function overdueOn(tx: Tx, day: string, after: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ traveller: travelDocument.traveller })
    .from(travelDocument)
    .leftJoin(identity, eq(identity.document, travelDocument.id))
    .where(and(gt(travelDocument.traveller, after), or(lt(travelDocument.retainUntil, day), lt(identity.retainUntil, day))))
    .orderBy(travelDocument.traveller)
    .limit(limit);
  return rows.map((row) => row.traveller);
}

/** Forgets what may no longer be kept of a traveller. @returns how many documents are gone, and how many say less. */
export async function forgetOverdue(
  tx: Tx,
  keys: Keys,
  of: { traveller: string; day: string; retention: Retention },
): Promise<{ readonly documents: number; readonly identities: number }> {
  const rows = await tx
    .select({ id: travelDocument.id, until: travelDocument.retainUntil, identity })
    .from(travelDocument)
    .leftJoin(identity, eq(identity.document, travelDocument.id))
    .where(eq(travelDocument.traveller, of.traveller));
  const gone = rows.filter(({ until }) => until < of.day);
  await deleteDocuments(
    tx,
    gone.map(({ id }) => id),
  );
  const lessened = rows.flatMap((row) =>
    row.until >= of.day && row.identity !== null && row.identity.retainUntil < of.day ? row.identity : [],
  );
  for (const row of lessened) {
    const said = keys.unseal<Identity>(of.traveller, row.sealed) ?? {};
    await saveIdentity(tx, keys, { ...of, document: row.document, identity: said, recordedAt: row.recordedAt });
  }
  return { documents: gone.length, identities: lessened.length };
}

/** Forgets every document of these travellers, what it says and how it was found. @returns how many there were. */
export async function forgetDocumentsOf(tx: Tx, travellers: readonly string[]): Promise<number> {
  const rows = await tx
    .select({ id: travelDocument.id })
    .from(travelDocument)
    .where(inArray(travelDocument.traveller, [...travellers]));
  await deleteDocuments(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

async function deleteDocuments(tx: Tx, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  await tx.delete(identity).where(inArray(identity.document, [...documents]));
  await tx.delete(travelDocument).where(inArray(travelDocument.id, [...documents]));
}

/** Of these travellers those of whom nothing is sealed any more: their keys open nothing. */
export async function withoutIdentity(tx: Tx, travellers: readonly string[]): Promise<readonly string[]> {
  const known = await tx
    .selectDistinct({ traveller: travelDocument.traveller })
    .from(travelDocument)
    .innerJoin(identity, eq(identity.document, travelDocument.id))
    .where(inArray(travelDocument.traveller, [...travellers]));
  const kept = new Set(known.map((row) => row.traveller));
  return travellers.filter((id) => !kept.has(id));
}
