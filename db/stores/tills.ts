import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { tillSession } from '../schema/till.ts';
import { change, keep } from './evidence.ts';

export type TillSessionRow = typeof tillSession.$inferSelect;

const openAt = keptRow(['device'], (tx, at) =>
  tx
    .select()
    .from(tillSession)
    .where(and(eq(tillSession.device, at.device), isNull(tillSession.closedAt))),
);
const sessionById = keptRow(['id'], (tx, at) => tx.select().from(tillSession).where(eq(tillSession.id, at.id)));

const lastAt = keptRow(['device'], (tx, at) =>
  tx
    .select({ id: tillSession.id, number: tillSession.number })
    .from(tillSession)
    .where(eq(tillSession.device, at.device))
    .orderBy(desc(tillSession.number))
    .limit(1),
);

export const openTillSession = (tx: Tx, deviceId: string): Promise<TillSessionRow | undefined> =>
  openAt(tx, { device: deviceId });

export const findTillSession = (tx: Tx, id: string): Promise<TillSessionRow | undefined> => sessionById(tx, { id });

export async function nextTillSessionNumber(tx: Tx, deviceId: string): Promise<number> {
  const last = await lastAt(tx, { device: deviceId });
  return (last?.number ?? 0) + 1;
}

/** The newest session of a device, open or not. */
export const lastTillSession = async (tx: Tx, deviceId: string): Promise<string | null> =>
  (await lastAt(tx, { device: deviceId }))?.id ?? null;

export async function saveTillSession(tx: Tx, row: typeof tillSession.$inferInsert): Promise<void> {
  await keep(tx, tillSession, row);
}

export async function closeTillSession(tx: Tx, id: string, closedAt: string, closedBy: string | null): Promise<void> {
  await change(tx, tillSession, { id }, { closedAt, closedBy });
}

/** Takes a close back; what it was is written with its undoing. */
export async function reopenTillSession(tx: Tx, id: string): Promise<void> {
  await change(tx, tillSession, { id }, { closedAt: null, closedBy: null });
}
