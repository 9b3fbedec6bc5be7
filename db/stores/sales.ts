import { desc, eq, sql } from 'drizzle-orm';
import type { Money } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import {
  changeGiven,
  payment,
  paymentRounding,
  refund,
  refundLine,
  refundRounding,
  refundTender,
  sale,
  saleLine,
  saleVoid,
  tender,
} from '../schema/sale.ts';
import { keep } from './evidence.ts';

export type SaleRow = typeof sale.$inferSelect;
export type SaleLineRow = typeof saleLine.$inferSelect & { readonly refundedMilli: number; readonly refundedMinor: number };
export type TenderRow = typeof tender.$inferSelect;
export type SaleRecord = SaleRow & { readonly lines: readonly SaleLineRow[]; readonly voided: boolean };

const lastOfDevice = keptRow(['device'], (tx, at) =>
  tx.select({ position: sale.position }).from(sale).where(eq(sale.device, at.device)).orderBy(desc(sale.position)).limit(1),
);
const saleById = keptRow(['id'], (tx, at) =>
  tx
    .select({ row: sale, voided: saleVoid.sale })
    .from(sale)
    .leftJoin(saleVoid, eq(saleVoid.sale, sale.id))
    .where(eq(sale.id, at.id)),
);
const linesOfSale = keptQuery(['sale'], (tx, at) =>
  tx
    .select({
      line: saleLine,
      quantity: sql<number>`coalesce(sum(${refundLine.quantityMilli}), 0)`,
      minor: sql<number>`coalesce(sum(${refundLine.minor}), 0)`,
    })
    .from(saleLine)
    .leftJoin(refundLine, eq(refundLine.saleLine, saleLine.id))
    .where(eq(saleLine.sale, at.sale))
    .groupBy(saleLine.id)
    .orderBy(saleLine.line),
);

/** The device's next position; sales of one device are numbered without a gap. */
export const nextPosition = async (tx: Tx, device: string): Promise<number> =>
  ((await lastOfDevice(tx, { device }))?.position ?? 0) + 1;

export async function savePayment(
  tx: Tx,
  of: {
    payment: typeof payment.$inferInsert;
    tenders: readonly (typeof tender.$inferInsert)[];
    change: Money;
    rounding: Money;
  },
): Promise<void> {
  await keep(tx, payment, of.payment);
  for (const row of of.tenders) await keep(tx, tender, row);
  if (of.change.minor > 0) await keep(tx, changeGiven, { payment: of.payment.id, ...of.change });
  if (of.rounding.minor !== 0) await keep(tx, paymentRounding, { payment: of.payment.id, ...of.rounding });
}

/** @returns the sale as `findSale` would find it. */
export async function saveSale(tx: Tx, row: SaleRow, lines: readonly (typeof saleLine.$inferSelect)[]): Promise<SaleRecord> {
  await keep(tx, sale, row);
  for (const line of lines) await keep(tx, saleLine, line);
  return { ...row, lines: lines.map((line) => ({ ...line, refundedMilli: 0, refundedMinor: 0 })), voided: false };
}

export async function findSale(tx: Tx, id: string): Promise<SaleRecord | undefined> {
  const found = await saleById(tx, { id });
  if (found === undefined) return undefined;
  const lines = await linesOfSale(tx, { sale: id });
  return {
    ...found.row,
    lines: lines.map(({ line, quantity, minor }) => ({ ...line, refundedMilli: quantity, refundedMinor: minor })),
    voided: found.voided !== null,
  };
}

const salesPaidBy = keptQuery(['payment'], (tx, at) => tx.select({ id: sale.id }).from(sale).where(eq(sale.payment, at.payment)));

/** How many sales were paid in one. */
export const countPaidBy = async (tx: Tx, paymentId: string): Promise<number> =>
  (await salesPaidBy(tx, { payment: paymentId })).length;

export async function saveVoid(tx: Tx, row: typeof saleVoid.$inferInsert): Promise<void> {
  await keep(tx, saleVoid, row);
}

export async function saveRefund(
  tx: Tx,
  of: {
    refund: typeof refund.$inferInsert;
    lines: readonly (typeof refundLine.$inferInsert)[];
  },
): Promise<void> {
  await keep(tx, refund, of.refund);
  for (const row of of.lines) await keep(tx, refundLine, row);
}

/** How a refund was paid out. */
export async function saveRefundTenders(
  tx: Tx,
  of: { refund: string; tenders: readonly (typeof refundTender.$inferInsert)[]; rounding: Money },
): Promise<void> {
  for (const row of of.tenders) await keep(tx, refundTender, row);
  if (of.rounding.minor !== 0) await keep(tx, refundRounding, { refund: of.refund, ...of.rounding });
}
