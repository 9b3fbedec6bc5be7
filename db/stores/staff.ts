import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { standingRow } from '../engine/standing-query.ts';
import { firstLink, person, signIn, wrongAttempt } from '../schema/staff.ts';

export type PersonRow = typeof person.$inferSelect;

const personById = standingRow(['id'], (tx, at) => tx.select().from(person).where(eq(person.id, at.id)));
const personByLogin = keptRow(['login'], (tx, at) => tx.select().from(person).where(eq(person.login, at.login)));
const signedIn = keptRow(['id'], (tx, at) =>
  tx
    .select({ person })
    .from(signIn)
    .innerJoin(person, eq(person.id, signIn.person))
    .where(and(eq(signIn.id, at.id), isNull(signIn.endedAt))),
);

export const findPerson = (tx: Tx, by: { id: string } | { login: string }): Promise<PersonRow | undefined> =>
  'id' in by ? personById(tx, by) : personByLogin(tx, by);

export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const rows = await tx.select({ id: person.id }).from(person).where(eq(person.role, 'administrator')).limit(1);
  return rows.length > 0;
}

/** Ends whatever link there is. */
export async function endFirstLink(tx: Tx, endedAt: string): Promise<void> {
  await tx.update(firstLink).set({ endedAt }).where(isNull(firstLink.endedAt));
}

export async function saveFirstLink(tx: Tx, tokenHash: string, madeAt: string): Promise<void> {
  await tx.insert(firstLink).values({ tokenHash, madeAt });
}

export async function isFirstLink(tx: Tx, tokenHash: string): Promise<boolean> {
  const rows = await tx
    .select({ madeAt: firstLink.madeAt })
    .from(firstLink)
    .where(and(eq(firstLink.tokenHash, tokenHash), isNull(firstLink.endedAt)));
  return rows.length > 0;
}

export async function savePerson(tx: Tx, row: typeof person.$inferInsert): Promise<void> {
  await tx.insert(person).values(row);
}

export async function startSignIn(tx: Tx, row: typeof signIn.$inferInsert): Promise<void> {
  await tx.insert(signIn).values(row);
}

/** The person of a browser session that has not been ended. */
export const personOfSignIn = async (tx: Tx, id: string): Promise<PersonRow | undefined> => (await signedIn(tx, { id }))?.person;

/** Ends every browser session of a person, at their next request. */
export async function endSignIns(tx: Tx, personId: string, endedAt: string): Promise<void> {
  await tx
    .update(signIn)
    .set({ endedAt })
    .where(and(eq(signIn.person, personId), isNull(signIn.endedAt)));
}

export async function wrongAttemptsOf(tx: Tx, pair: string): Promise<{ count: number; lastAt: string }> {
  const [row] = await tx.select().from(wrongAttempt).where(eq(wrongAttempt.pair, pair));
  return row ?? { count: 0, lastAt: '' };
}

/** Counts one more wrong attempt, or with `count` 0 forgets them. */
export async function setWrongAttempts(tx: Tx, pair: string, count: number, lastAt: string): Promise<void> {
  await tx
    .insert(wrongAttempt)
    .values({ pair, count, lastAt })
    .onConflictDoUpdate({ target: wrongAttempt.pair, set: { count, lastAt } });
}
