import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Custody } from '#lib/till/cash-count.ts';
import type { Keeper } from '#lib/till/cash-keeper.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { cashMove, drawerEntry, handOver, undoneClose } from '../schema/till.ts';
import { keep } from './evidence.ts';

const entriesAt = keptQuery(['session'], (tx, at) =>
  tx
    .select()
    .from(drawerEntry)
    .where(eq(drawerEntry.tillSession, at.session))
    .orderBy(asc(drawerEntry.recordedAt), asc(drawerEntry.id)),
);
const movesAt = keptQuery(['session'], (tx, at) =>
  tx.select().from(cashMove).where(eq(cashMove.tillSession, at.session)).orderBy(asc(cashMove.movedAt), asc(cashMove.id)),
);

export async function saveDrawerEntry(tx: Tx, row: typeof drawerEntry.$inferInsert): Promise<void> {
  await keep(tx, drawerEntry, row);
}

export async function saveCashMove(tx: Tx, row: typeof cashMove.$inferInsert): Promise<void> {
  await keep(tx, cashMove, row);
}

export async function saveHandOver(tx: Tx, row: typeof handOver.$inferInsert): Promise<void> {
  await keep(tx, handOver, row);
}

export async function saveUndoneClose(tx: Tx, row: typeof undoneClose.$inferInsert): Promise<void> {
  await keep(tx, undoneClose, row);
}

/** What a keeper that is no drawer holds of a vendor's money, or of the market's own, per currency. */
export async function keptBy(
  tx: Tx,
  keeper: Exclude<Keeper, 'drawer'>,
  vendor: string | null,
  custody: Custody,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({
      currency: cashMove.currency,
      minor:
        sql<number>`sum(case when ${cashMove.reaches} = ${keeper} then ${cashMove.minor} when ${cashMove.leaves} = ${keeper} then -${cashMove.minor} else 0 end)`.mapWith(
          Number,
        ),
    })
    .from(cashMove)
    .where(and(vendor === null ? isNull(cashMove.vendor) : eq(cashMove.vendor, vendor), eq(cashMove.custody, custody)))
    .groupBy(cashMove.currency);
  return new Map(rows.map(({ currency, minor }) => [currency, minor]));
}

export const entriesOf = (tx: Tx, session: string): Promise<readonly (typeof drawerEntry.$inferSelect)[]> =>
  entriesAt(tx, { session });
export const movesOf = (tx: Tx, session: string): Promise<readonly (typeof cashMove.$inferSelect)[]> => movesAt(tx, { session });

export async function handOversOf(tx: Tx, session: string): Promise<readonly (typeof handOver.$inferSelect)[]> {
  return tx.select().from(handOver).where(eq(handOver.tillSession, session)).orderBy(asc(handOver.handedAt), asc(handOver.id));
}

export async function undoneClosesOf(tx: Tx, session: string): Promise<readonly (typeof undoneClose.$inferSelect)[]> {
  return tx
    .select()
    .from(undoneClose)
    .where(eq(undoneClose.tillSession, session))
    .orderBy(asc(undoneClose.undoneAt), asc(undoneClose.id));
}
