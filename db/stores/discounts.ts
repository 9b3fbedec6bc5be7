import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { discountApproval, discountLimit, saleDiscount } from '../schema/discount.ts';
import { sale, saleVoid } from '../schema/sale.ts';
import { person } from '../schema/staff.ts';
import { keep } from './evidence.ts';

export type SaleDiscountRow = typeof saleDiscount.$inferSelect;
export type DiscountApprovalRow = typeof discountApproval.$inferSelect;

const limitAt = keptRow(['stall', 'at'], (tx, at) =>
  tx
    .select({ basisPoints: discountLimit.basisPoints })
    .from(discountLimit)
    .where(and(eq(discountLimit.stall, at.stall), lte(discountLimit.setAt, at.at)))
    .orderBy(desc(discountLimit.setAt), desc(discountLimit.id))
    .limit(1),
);
const approvalById = keptRow(['id'], (tx, at) => tx.select().from(discountApproval).where(eq(discountApproval.id, at.id)));
const usesOf = keptQuery(['approval'], (tx, at) =>
  tx
    .select({ payment: sale.payment, minor: saleDiscount.minor })
    .from(saleDiscount)
    .innerJoin(sale, eq(sale.id, saleDiscount.sale))
    .where(eq(saleDiscount.approval, at.approval)),
);
const ofSale = keptQuery(['sale'], (tx, at) =>
  tx
    .select({ row: saleDiscount, approvedBy: person.name })
    .from(saleDiscount)
    .leftJoin(discountApproval, eq(discountApproval.id, saleDiscount.approval))
    .leftJoin(person, eq(person.id, discountApproval.approvedBy))
    .where(eq(saleDiscount.sale, at.sale))
    .orderBy(saleDiscount.id),
);
const inSession = keptQuery(['session'], (tx, at) =>
  tx
    .select({
      currency: sale.currency,
      minor: sql<number>`sum(${saleDiscount.minor})`.mapWith(Number),
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(sale)
    .innerJoin(saleDiscount, eq(saleDiscount.sale, sale.id))
    .where(and(eq(sale.tillSession, at.session), sql`not exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id})`))
    .groupBy(sale.currency)
    .orderBy(sale.currency),
);

/** What a cashier of a stall might take off a price alone, at an instant: nothing where nobody said so. */
export const discountLimitAt = async (tx: Tx, stall: string, at: string): Promise<number> =>
  (await limitAt(tx, { stall, at }))?.basisPoints ?? 0;

export async function saveDiscountLimit(tx: Tx, row: typeof discountLimit.$inferInsert): Promise<void> {
  await keep(tx, discountLimit, row);
}

/** The limits of some stalls as they are now. */
export async function discountLimitsOf(tx: Tx, stalls: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (stalls.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(discountLimit)
    .where(inArray(discountLimit.stall, [...stalls]))
    .orderBy(discountLimit.setAt, discountLimit.id);
  return new Map(rows.map(({ stall, basisPoints }) => [stall, basisPoints]));
}

export async function saveDiscountApproval(tx: Tx, row: DiscountApprovalRow): Promise<void> {
  await keep(tx, discountApproval, row);
}

export const findDiscountApproval = (tx: Tx, id: string): Promise<DiscountApprovalRow | undefined> => approvalById(tx, { id });

/** What an approval has been used for: by which payment, and how much of it. */
export const usesOfApproval = (
  tx: Tx,
  approval: string,
): Promise<readonly { readonly payment: string; readonly minor: number }[]> => usesOf(tx, { approval });

export async function saveSaleDiscount(tx: Tx, row: SaleDiscountRow): Promise<void> {
  await keep(tx, saleDiscount, row);
}

export const discountsOfSale = (tx: Tx, saleId: string) => ofSale(tx, { sale: saleId });

/** What came off the sales of a session that stand. */
export const discountsInSession = (tx: Tx, session: string) => inSession(tx, { session });
