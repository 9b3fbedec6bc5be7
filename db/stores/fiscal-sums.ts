import { eq, sql } from 'drizzle-orm';
import { type FiscalReport, reconciled } from '#lib/fiscal/reconcile.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { fiscalDocument } from '../schema/fiscal.ts';
import { refund, sale, saleVoid } from '../schema/sale.ts';

const count = sql<number>`count(*)`.mapWith(Number);
const sumOf = (column: unknown) => sql<number>`sum(${column})`.mapWith(Number);

const documentsAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({
      type: fiscalDocument.type,
      currency: fiscalDocument.currency,
      state: fiscalDocument.state,
      count,
      minor: sumOf(fiscalDocument.totalMinor),
    })
    .from(fiscalDocument)
    .where(eq(fiscalDocument.tillSession, at.session))
    .groupBy(fiscalDocument.type, fiscalDocument.currency, fiscalDocument.state),
);
const soldAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: sale.currency, count, minor: sumOf(sale.totalMinor) })
    .from(sale)
    .where(eq(sale.tillSession, at.session))
    .groupBy(sale.currency),
);
const voidedAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: sale.currency, count, minor: sumOf(sale.totalMinor) })
    .from(sale)
    .innerJoin(saleVoid, eq(saleVoid.sale, sale.id))
    .where(eq(sale.tillSession, at.session))
    .groupBy(sale.currency),
);
const refundedAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ currency: refund.currency, count, minor: sumOf(refund.totalMinor) })
    .from(refund)
    .where(eq(refund.tillSession, at.session))
    .groupBy(refund.currency),
);

/** The fiscal documents of a session beside its own records: sales, also those voided since, voids and refunds. @returns null where it has none and needs none. */
export async function fiscalReportOf(tx: Tx, session: string, isFiscal: boolean): Promise<FiscalReport | null> {
  const documents = await documentsAt(tx, { session });
  if (documents.length === 0 && !isFiscal) return null;
  const own = [
    ...(await soldAt(tx, { session })).map((sum) => ({ type: 'sale' as const, ...sum })),
    ...(await refundedAt(tx, { session })).map((sum) => ({ type: 'refund' as const, ...sum })),
    ...(await voidedAt(tx, { session })).map((sum) => ({ type: 'void' as const, ...sum })),
  ];
  return reconciled(own, documents);
}
