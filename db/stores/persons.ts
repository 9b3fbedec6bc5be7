import { and, eq, inArray } from 'drizzle-orm';
import { personsAmong } from '#lib/traveller/one-person.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { traveller, travellerLink } from '../schema/traveller.ts';

/** Travellers whom officers have linked are one person. `holder`, the one known longest, has the accounts of them all. */
export type Person = { readonly holder: string; readonly members: readonly string[] };

const accountsUsedBy = keptRow(['id'], (tx, at) =>
  tx.select({ joinedInto: traveller.joinedInto }).from(traveller).where(eq(traveller.id, at.id)),
);
const joinedIntoHolder = keptQuery(['holder'], (tx, at) =>
  tx.select({ id: traveller.id }).from(traveller).where(eq(traveller.joinedInto, at.holder)),
);

export async function personOf(tx: Tx, id: string): Promise<Person> {
  const holder = await holderOf(tx, id);
  const joined = await joinedIntoHolder(tx, { holder });
  return { holder, members: [holder, ...joined.map((row) => row.id)] };
}

/** Whose accounts a traveller uses: their own unless they were joined into another. */
export const holderOf = async (tx: Tx, id: string): Promise<string> => (await accountsUsedBy(tx, { id }))?.joinedInto ?? id;

/** Puts the links in force among these travellers into who is joined into whom. @returns the persons that they are now. */
export async function joinPersons(tx: Tx, travellers: readonly string[]): Promise<readonly Person[]> {
  const links = await tx
    .select()
    .from(travellerLink)
    .where(and(eq(travellerLink.state, 'linked'), inArray(travellerLink.earlier, [...travellers])));
  const known = await tx
    .select({ id: traveller.id })
    .from(traveller)
    .where(inArray(traveller.id, [...travellers]))
    .orderBy(traveller.recordedAt, traveller.id);
  const persons = personsAmong(
    known.map(({ id }) => id),
    links,
  ).map((members) => ({ holder: members[0] as string, members }));
  for (const { holder, members } of persons)
    for (const id of members)
      await tx
        .update(traveller)
        .set({ joinedInto: id === holder ? null : holder })
        .where(eq(traveller.id, id));
  return persons;
}
