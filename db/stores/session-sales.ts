import { and, eq, sql } from 'drizzle-orm';
import { amountOf } from '#lib/money/money.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { payment, paymentRounding, refund, refundRounding, sale, saleVoid, tender } from '../schema/sale.ts';
import { discountsInSession } from './discounts.ts';

const isVoidAs = sql`exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id}) as is_void`.mapWith(Boolean);
const isPaid = sql`not exists (select 1 from ${sale} join ${saleVoid} on ${saleVoid.sale} = ${sale.id} where ${sale.payment} = ${payment.id})`;
const sumOf = (column: unknown) => sql<number>`sum(${column})`.mapWith(Number);
const count = sql<number>`count(*)`.mapWith(Number);

const salesAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: sale.currency, minor: sumOf(sale.totalMinor), count, isVoid: isVoidAs })
    .from(sale)
    .where(eq(sale.tillSession, at.session))
    .groupBy(sale.currency, sql`is_void`)
    .orderBy(sale.currency),
);
const tendersAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ kind: tender.kind, currency: tender.currency, minor: sumOf(tender.minor) })
    .from(payment)
    .innerJoin(tender, eq(tender.payment, payment.id))
    .where(and(eq(payment.tillSession, at.session), isPaid))
    .groupBy(tender.kind, tender.currency)
    .orderBy(tender.kind, tender.currency),
);
const refundsAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: refund.currency, minor: sumOf(refund.totalMinor), count })
    .from(refund)
    .where(eq(refund.tillSession, at.session))
    .groupBy(refund.currency)
    .orderBy(refund.currency),
);
const paymentsRounded = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: paymentRounding.currency, minor: sumOf(paymentRounding.minor) })
    .from(payment)
    .innerJoin(paymentRounding, eq(paymentRounding.payment, payment.id))
    .where(and(eq(payment.tillSession, at.session), isPaid))
    .groupBy(paymentRounding.currency),
);
const refundsRounded = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: refundRounding.currency, minor: sumOf(refundRounding.minor) })
    .from(refund)
    .innerJoin(refundRounding, eq(refundRounding.refund, refund.id))
    .where(eq(refund.tillSession, at.session))
    .groupBy(refundRounding.currency),
);

type Sold = Pick<
  TillSessionView,
  'discounts' | 'discounted' | 'sales' | 'takings' | 'voids' | 'refunds' | 'refunded' | 'rounding' | 'tenders'
>;

/** What was sold and given back in a session, and how it was paid. */
export async function soldIn(tx: Tx, session: string): Promise<Sold> {
  const sales = await salesAt(tx, { session });
  const standing = sales.filter((row) => !row.isVoid);
  const refunds = await refundsAt(tx, { session });
  const discounts = await discountsInSession(tx, session);
  const rounding = new Map<string, number>();
  for (const { currency, minor } of await paymentsRounded(tx, { session })) rounding.set(currency, minor);
  for (const { currency, minor } of await refundsRounded(tx, { session }))
    rounding.set(currency, (rounding.get(currency) ?? 0) - minor);
  const counted = (rows: readonly { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);
  return {
    sales: counted(standing),
    takings: standing.map(amountOf),
    discounts: counted(discounts),
    discounted: discounts.map(amountOf),
    voids: counted(sales) - counted(standing),
    refunds: counted(refunds),
    refunded: refunds.map(amountOf),
    rounding: [...rounding].map(([currency, minor]) => amountOf({ minor, currency })),
    tenders: (await tendersAt(tx, { session })).map(({ kind, ...money }) => ({ kind, amount: amountOf(money) })),
  };
}
