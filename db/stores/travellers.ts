import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { party, partyMember, travelDocument, traveller } from '../schema/traveller.ts';

const holderOfDocument = keptRow(['lookup'], (tx, at) =>
  tx
    .select({ id: travelDocument.id, traveller: travelDocument.traveller })
    .from(travelDocument)
    .where(eq(travelDocument.lookup, at.lookup)),
);
const holderOfNumber = keptRow(['personalLookup'], (tx, at) =>
  tx
    .select({ traveller: travelDocument.traveller })
    .from(travelDocument)
    .where(eq(travelDocument.personalLookup, at.personalLookup))
    .orderBy(travelDocument.recordedAt, travelDocument.id)
    .limit(1),
);
const alike = keptQuery(['likeness'], (tx, at) =>
  tx.selectDistinct({ traveller: travelDocument.traveller }).from(travelDocument).where(eq(travelDocument.likeness, at.likeness)),
);
const newestParty = keptRow(['traveller'], (tx, at) =>
  tx
    .select({ id: party.id, kind: party.kind })
    .from(partyMember)
    .innerJoin(party, eq(party.id, partyMember.party))
    .where(eq(partyMember.traveller, at.traveller))
    .orderBy(desc(party.formedAt))
    .limit(1),
);
const membersOf = keptQuery(['party'], (tx, at) =>
  tx.select({ traveller: partyMember.traveller }).from(partyMember).where(eq(partyMember.party, at.party)),
);

/** The traveller of this document, or of the same personal number on another document. Whose accounts they use, `personOf` says. */
export async function findTraveller(tx: Tx, by: { lookup: string; personalLookup: string | null }): Promise<string | undefined> {
  const same = await holderOfDocument(tx, { lookup: by.lookup });
  if (same !== undefined || by.personalLookup === null) return same?.traveller;
  return (await holderOfNumber(tx, { personalLookup: by.personalLookup }))?.traveller;
}

/** Travellers who look the same: equal names, birth date and nationality on another document. */
export async function lookalikesOf(tx: Tx, likeness: string, besides: string): Promise<readonly string[]> {
  const rows = await alike(tx, { likeness });
  return rows.map((row) => row.traveller).filter((id) => id !== besides);
}

export async function saveTraveller(tx: Tx, row: typeof traveller.$inferInsert): Promise<void> {
  await tx.insert(traveller).values(row);
}

/** Keeps the document; one that is known is kept longer. @returns the id it is known under. */
export async function saveDocument(tx: Tx, row: typeof travelDocument.$inferInsert): Promise<string> {
  await tx
    .insert(travelDocument)
    .values(row)
    .onConflictDoUpdate({ target: travelDocument.lookup, set: { retainUntil: row.retainUntil, expiresOn: row.expiresOn } });
  const kept = await holderOfDocument(tx, { lookup: row.lookup });
  return kept?.id ?? row.id;
}

/** Puts guardian and child into one party, the guardian's own if there is one. @returns its id. */
export async function joinParty(tx: Tx, of: { newId: string; guardian: string; child: string; now: string }): Promise<string> {
  const [own] = await tx
    .select()
    .from(partyMember)
    .where(and(eq(partyMember.traveller, of.guardian), eq(partyMember.role, 'guardian')));
  const id = own?.party ?? of.newId;
  if (own === undefined) {
    await tx.insert(party).values({ id, kind: 'guardian', formedAt: of.now });
    await tx.insert(partyMember).values({ party: id, traveller: of.guardian, role: 'guardian' });
  }
  await tx.insert(partyMember).values({ party: id, traveller: of.child, role: 'child' }).onConflictDoNothing();
  return id;
}

/** The newest party that the traveller came in, with how many are in it. */
export async function partyOf(tx: Tx, id: string): Promise<{ id: string; kind: string; members: number } | undefined> {
  const own = await newestParty(tx, { traveller: id });
  if (own === undefined) return undefined;
  const members = await membersOf(tx, { party: own.id });
  return { ...own, members: members.length };
}
