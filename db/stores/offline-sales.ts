import { and, desc, eq, ne } from 'drizzle-orm';
import type { Money } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { offlineFloor, offlineSale } from '../schema/sale.ts';
import { keep } from './evidence.ts';

export type OfflineSaleRow = typeof offlineSale.$inferSelect;

const bySale = keptRow(['sale'], (tx, at) => tx.select().from(offlineSale).where(eq(offlineSale.sale, at.sale)));
const lastNumber = keptRow(['device'], (tx, at) =>
  tx
    .select({ number: offlineSale.number })
    .from(offlineSale)
    .where(eq(offlineSale.device, at.device))
    .orderBy(desc(offlineSale.number))
    .limit(1),
);
const byNumber = keptRow(['device', 'number', 'sale'], (tx, at) =>
  tx
    .select({ sale: offlineSale.sale })
    .from(offlineSale)
    .where(and(eq(offlineSale.device, at.device), eq(offlineSale.number, at.number), ne(offlineSale.sale, at.sale))),
);
const newestFloor = keptRow(['currency'], (tx, at) =>
  tx
    .select({ minor: offlineFloor.minor })
    .from(offlineFloor)
    .where(eq(offlineFloor.currency, at.currency))
    .orderBy(desc(offlineFloor.setAt), desc(offlineFloor.id))
    .limit(1),
);

export async function saveOfflineSale(tx: Tx, row: OfflineSaleRow): Promise<void> {
  await keep(tx, offlineSale, row);
}

export const findOfflineSale = (tx: Tx, sale: string): Promise<OfflineSaleRow | undefined> => bySale(tx, { sale });

/** The first number that no sale of this device has yet. */
export const nextOfflineNumber = async (tx: Tx, device: string): Promise<number> =>
  ((await lastNumber(tx, { device }))?.number ?? 0) + 1;

/** Whether another sale of the device came in under this number before. */
export const isOfflineNumberTaken = async (tx: Tx, device: string, number: number, sale: string): Promise<boolean> =>
  (await byNumber(tx, { device, number, sale })) !== undefined;

/** The most that may be sold on one pass without a network and without a lease; undefined: nothing. */
export async function offlineFloorIn(tx: Tx, currency: string): Promise<Money | undefined> {
  const found = await newestFloor(tx, { currency });
  return found === undefined || found.minor === 0 ? undefined : { minor: found.minor, currency };
}

export async function saveOfflineFloor(tx: Tx, row: typeof offlineFloor.$inferInsert): Promise<void> {
  await keep(tx, offlineFloor, row);
}
