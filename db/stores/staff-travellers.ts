import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#lib/staff/actor.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { staffTraveller } from '../schema/staff.ts';
import { change, keep } from './evidence.ts';
import { personOf } from './persons.ts';

const namedFor = keptRow(['person'], (tx, at) =>
  tx
    .select()
    .from(staffTraveller)
    .where(and(eq(staffTraveller.person, at.person), isNull(staffTraveller.endedAt))),
);

/** Whether whoever stands at the device is this traveller themselves, by whichever of their documents, as far as anybody named their pass. */
export async function isTheirOwn(tx: Tx, { operator }: Actor, traveller: string): Promise<boolean> {
  const named = operator === null ? undefined : await namedFor(tx, { person: operator.id });
  if (named === undefined) return false;
  return named.traveller === traveller || (await personOf(tx, named.traveller)).members.includes(traveller);
}

/** Names the traveller that somebody of the staff is; who was named before is it no more. */
export async function nameTraveller(tx: Tx, row: typeof staffTraveller.$inferInsert): Promise<void> {
  const before = await namedFor(tx, { person: row.person });
  if (before !== undefined) await change(tx, staffTraveller, { id: before.id }, { endedAt: row.namedAt }, before);
  await keep(tx, staffTraveller, row);
}
