import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { Tx } from '../engine/engine.ts';
import { sale } from '../schema/sale.ts';
import { receiptOfSale } from '../stores/receipts.ts';

export type SalesQuery = {
  readonly stall?: string | undefined;
  readonly session?: string | undefined;
  readonly vendor?: string | undefined;
  readonly visit?: string | undefined;
  readonly limit: number;
};

/** Receipts, newest first. */
export async function receipts(tx: Tx, query: SalesQuery): Promise<readonly Receipt[]> {
  const wanted: SQL[] = [];
  if (query.stall !== undefined) wanted.push(eq(sale.stall, query.stall));
  if (query.session !== undefined) wanted.push(eq(sale.tillSession, query.session));
  if (query.vendor !== undefined) wanted.push(eq(sale.vendor, query.vendor));
  if (query.visit !== undefined) wanted.push(eq(sale.visit, query.visit));
  const rows = await tx
    .select({ id: sale.id })
    .from(sale)
    .where(and(...wanted))
    .orderBy(desc(sale.recordedAt), desc(sale.id))
    .limit(query.limit);
  const found = await Array.fromAsync(rows, ({ id }) => receiptOfSale(tx, id));
  return found.flatMap((receipt) => receipt ?? []);
}
