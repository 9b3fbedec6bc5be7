import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { changeGiven, payment, refund, refundTender, sale, saleVoid, tender } from '../schema/sale.ts';
import { drawerCount, tillSession } from '../schema/till.ts';
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
    .select({ number: tillSession.number })
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

export async function saveTillSession(tx: Tx, row: typeof tillSession.$inferInsert): Promise<void> {
  await keep(tx, tillSession, row);
}

export async function closeTillSession(tx: Tx, id: string, closedAt: string, closedBy: string | null): Promise<void> {
  await change(tx, tillSession, { id }, { closedAt, closedBy });
}

export async function saveCounts(
  tx: Tx,
  tillSessionId: string,
  kind: (typeof drawerCount.$inferInsert)['kind'],
  amounts: readonly { currency: string; minor: number }[],
): Promise<void> {
  for (const { currency, minor } of amounts) await keep(tx, drawerCount, { tillSession: tillSessionId, kind, currency, minor });
}

export async function countsOf(tx: Tx, tillSessionId: string): Promise<readonly (typeof drawerCount.$inferSelect)[]> {
  return tx.select().from(drawerCount).where(eq(drawerCount.tillSession, tillSessionId)).orderBy(drawerCount.currency);
}

/** Cash that must lie in the drawer: float, cash in, less change and refunds paid out and less sales voided, per currency. */
export async function expectedInDrawer(tx: Tx, tillSessionId: string): Promise<ReadonlyMap<string, number>> {
  const voided = sql`exists (select 1 from ${sale} join ${saleVoid} on ${saleVoid.sale} = ${sale.id} where ${sale.payment} = ${payment.id})`;
  const ofSession = and(eq(payment.tillSession, tillSessionId), sql`not ${voided}`);
  const floats = (await countsOf(tx, tillSessionId)).filter((row) => row.kind === 'float');
  const cashIn = await tx
    .select({ currency: tender.currency, minor: tender.minor })
    .from(tender)
    .innerJoin(payment, eq(payment.id, tender.payment))
    .where(and(ofSession, eq(tender.kind, 'cash')));
  const change = await tx
    .select({ currency: changeGiven.currency, minor: changeGiven.minor })
    .from(changeGiven)
    .innerJoin(payment, eq(payment.id, changeGiven.payment))
    .where(ofSession);
  const back = await tx
    .select({ currency: refundTender.currency, minor: refundTender.minor })
    .from(refundTender)
    .innerJoin(refund, eq(refund.id, refundTender.refund))
    .where(and(eq(refund.tillSession, tillSessionId), eq(refundTender.kind, 'cash')));
  const drawer = new Map<string, number>();
  const add = (rows: readonly { currency: string; minor: number }[], sign: 1 | -1) => {
    for (const { currency, minor } of rows) drawer.set(currency, (drawer.get(currency) ?? 0) + sign * minor);
  };
  add(floats, 1);
  add(cashIn, 1);
  add(change, -1);
  add(back, -1);
  return drawer;
}
