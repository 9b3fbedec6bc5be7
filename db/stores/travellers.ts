import { and, desc, eq, or } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import type { Keys } from '../keys/keys.ts';
import { identity, party, partyMember, travelDocument, traveller, travellerLink } from '../schema/traveller.ts';

/** What is sealed: nothing of it leaves the identity store but initials and an age. */
export type Identity = {
  readonly surname: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly documentNumber: string;
};

/** The traveller of this document, or of the same personal number on another document. */
export async function findTraveller(tx: Tx, by: { lookup: string; personalLookup: string | null }): Promise<string | undefined> {
  const sameDocument = eq(travelDocument.lookup, by.lookup);
  const [row] = await tx
    .select({ traveller: travelDocument.traveller, joinedInto: traveller.joinedInto })
    .from(travelDocument)
    .innerJoin(traveller, eq(traveller.id, travelDocument.traveller))
    .where(by.personalLookup === null ? sameDocument : or(sameDocument, eq(travelDocument.personalLookup, by.personalLookup)))
    .limit(1);
  return row?.joinedInto ?? row?.traveller;
}

/** Travellers who look the same: equal names, birth date and nationality on another document. */
export async function lookalikesOf(tx: Tx, likeness: string, besides: string): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ traveller: travelDocument.traveller })
    .from(travelDocument)
    .where(eq(travelDocument.likeness, likeness));
  return rows.map((row) => row.traveller).filter((id) => id !== besides);
}

export async function saveTraveller(tx: Tx, row: typeof traveller.$inferInsert): Promise<void> {
  await tx.insert(traveller).values(row);
}

/** Keeps the document if it is new; one that is known is left as it was. */
export async function saveDocument(tx: Tx, row: typeof travelDocument.$inferInsert): Promise<void> {
  await tx.insert(travelDocument).values(row).onConflictDoNothing({ target: travelDocument.lookup });
}

export async function saveIdentity(
  tx: Tx,
  keys: Keys,
  of: { traveller: string; identity: Identity; now: string; retainUntil: string },
): Promise<void> {
  const row = { sealed: keys.seal(of.traveller, of.identity), recordedAt: of.now, retainUntil: of.retainUntil };
  await tx
    .insert(identity)
    .values({ traveller: of.traveller, ...row })
    .onConflictDoUpdate({ target: identity.traveller, set: row });
}

/** @returns undefined once the person has been erased. */
export async function identityOf(tx: Tx, keys: Keys, id: string): Promise<Identity | undefined> {
  const [row] = await tx.select().from(identity).where(eq(identity.traveller, id));
  return row === undefined ? undefined : keys.unseal<Identity>(id, row.sealed);
}

export async function proposeLink(tx: Tx, row: { id: string; earlier: string; later: string; now: string }): Promise<void> {
  await tx
    .insert(travellerLink)
    .values({ id: row.id, earlier: row.earlier, later: row.later, state: 'proposed', proposedAt: row.now })
    .onConflictDoNothing();
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
  const [own] = await tx
    .select({ id: party.id, kind: party.kind })
    .from(partyMember)
    .innerJoin(party, eq(party.id, partyMember.party))
    .where(eq(partyMember.traveller, id))
    .orderBy(desc(party.formedAt))
    .limit(1);
  if (own === undefined) return undefined;
  const members = await tx.select({ traveller: partyMember.traveller }).from(partyMember).where(eq(partyMember.party, own.id));
  return { ...own, members: members.length };
}
