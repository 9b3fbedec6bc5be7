import { and, desc, eq, exists, inArray, lt, or } from 'drizzle-orm';
import { ageOn } from '#lib/calendar/day.ts';
import type { LinkedTraveller, LinkState, LinkView } from '#lib/traveller/link-view.ts';
import { initialsOf } from '#lib/traveller/names.ts';
import type { Tx } from '../engine/engine.ts';
import type { Keys } from '../keys/keys.ts';
import { person } from '../schema/staff.ts';
import { travelDocument, traveller, travellerLink, travellerLinkDecision } from '../schema/traveller.ts';
import { visit } from '../schema/visit.ts';
import { identityOf } from './identities.ts';
import { holderOf } from './persons.ts';

export type LinkRow = typeof travellerLink.$inferSelect;
/** Proposes that two travellers are one. A pair is proposed once, whichever of the two is shown again, and never if they are one already. */
export async function proposeLink(tx: Tx, of: { id: string; pair: readonly [string, string]; now: string }): Promise<void> {
  const rows = await tx
    .select({ id: traveller.id })
    .from(traveller)
    .where(inArray(traveller.id, [...of.pair]))
    .orderBy(traveller.recordedAt, traveller.id);
  const [earlier, later] = rows;
  if (earlier === undefined || later === undefined) return;
  if ((await holderOf(tx, earlier.id)) === (await holderOf(tx, later.id))) return;
  await tx
    .insert(travellerLink)
    .values({ id: of.id, earlier: earlier.id, later: later.id, state: 'proposed', proposedAt: of.now })
    .onConflictDoNothing({ target: [travellerLink.earlier, travellerLink.later] });
}

export async function findLink(tx: Tx, id: string): Promise<LinkRow | undefined> {
  const [row] = await tx.select().from(travellerLink).where(eq(travellerLink.id, id));
  return row;
}

/** Links in one state, newest first, of some travellers or of all. Where a person was erased there is nothing left to compare. */
export async function linksIn(
  tx: Tx,
  query: { state: LinkState; travellers?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<readonly LinkRow[]> {
  const has = (side: typeof travellerLink.earlier | typeof travellerLink.later) =>
    exists(tx.select({ id: travelDocument.id }).from(travelDocument).where(eq(travelDocument.traveller, side)));
  const some = query.travellers === undefined ? undefined : [...query.travellers];
  return tx
    .select()
    .from(travellerLink)
    .where(
      and(
        eq(travellerLink.state, query.state),
        has(travellerLink.earlier),
        has(travellerLink.later),
        some === undefined ? undefined : or(inArray(travellerLink.earlier, some), inArray(travellerLink.later, some)),
        query.after === undefined ? undefined : lt(travellerLink.id, query.after),
      ),
    )
    .orderBy(desc(travellerLink.id))
    .limit(query.limit);
}

export async function hasDocuments(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: travelDocument.id }).from(travelDocument).where(eq(travelDocument.traveller, id)).limit(1);
  return rows.length > 0;
}

/** Writes an officer's word on a link. */
export async function saveLinkDecision(tx: Tx, row: typeof travellerLinkDecision.$inferInsert): Promise<void> {
  await tx.insert(travellerLinkDecision).values(row);
  await tx.update(travellerLink).set({ state: row.outcome }).where(eq(travellerLink.id, row.link));
}

export async function linkView(tx: Tx, keys: Keys, link: LinkRow, day: string): Promise<LinkView> {
  const [decision] = await tx
    .select({
      reason: travellerLinkDecision.reason,
      decidedAt: travellerLinkDecision.decidedAt,
      decidedBy: travellerLinkDecision.decidedBy,
      name: person.name,
    })
    .from(travellerLinkDecision)
    .leftJoin(person, eq(person.id, travellerLinkDecision.decidedBy))
    .where(eq(travellerLinkDecision.link, link.id))
    .orderBy(desc(travellerLinkDecision.decidedAt), desc(travellerLinkDecision.id))
    .limit(1);
  return {
    id: link.id,
    state: link.state,
    proposedAt: link.proposedAt,
    earlier: await linkedTraveller(tx, keys, link.earlier, day),
    later: await linkedTraveller(tx, keys, link.later, day),
    decision:
      decision === undefined
        ? null
        : { reason: decision.reason, decidedAt: decision.decidedAt, decidedBy: decision.name ?? decision.decidedBy },
  };
}

async function linkedTraveller(tx: Tx, keys: Keys, id: string, day: string): Promise<LinkedTraveller> {
  const [row] = await tx.select().from(traveller).where(eq(traveller.id, id));
  const identity = await identityOf(tx, keys, id);
  const documents = await tx
    .select({ type: travelDocument.type, issuer: travelDocument.issuer })
    .from(travelDocument)
    .where(eq(travelDocument.traveller, id))
    .orderBy(travelDocument.recordedAt, travelDocument.id);
  const inside = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(and(eq(visit.traveller, id), inArray(visit.state, ['open', 'presented'])))
    .limit(1);
  return {
    initials: initialsOf({ surname: identity?.surname ?? '', givenNames: identity?.givenNames ?? '' }),
    nationality: row?.nationality ?? '',
    residence: row?.residence ?? '',
    ageYears: identity?.birthDate === undefined ? null : ageOn(identity.birthDate, day),
    documents,
    knownSince: row?.recordedAt ?? '',
    isInside: inside.length > 0,
  };
}
