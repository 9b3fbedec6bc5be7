import { and, asc, eq, gt, gte, lt, or, sql } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { product } from '../schema/catalogue.ts';
import { refundLine, sale, saleLine, saleVoid } from '../schema/sale.ts';
import { person } from '../schema/staff.ts';
import { stall } from '../schema/vendor.ts';
import { pageOf } from './page.ts';
import { type PeriodQuery, vendorSpan } from './vendor-span.ts';

/** Every line that a vendor sold, in the order of the record, whole sales at a time: for files, not for reports. */
export async function soldLines(tx: Tx, { vendor, after, limit, ...days }: PeriodQuery) {
  const { from, to } = await vendorSpan(tx, vendor, days);
  const [last] = after === undefined ? [] : await tx.select({ at: sale.recordedAt }).from(sale).where(eq(sale.id, after));
  const begins = last === undefined ? gte(sale.recordedAt, from) : afterSale(last.at, after ?? '');
  const sales = await tx
    .select({ id: sale.id })
    .from(sale)
    .where(and(eq(sale.vendor, vendor), begins, lt(sale.recordedAt, to)))
    .orderBy(asc(sale.recordedAt), asc(sale.id))
    .limit(limit + 1);
  const page = pageOf(sales, limit, (row) => row.id);
  const lines = [];
  for (const { id } of page.rows) lines.push(...(await linesOf(tx, id)));
  return { lines, next: page.next };
}

const afterSale = (at: string, id: string) => or(gt(sale.recordedAt, at), and(eq(sale.recordedAt, at), gt(sale.id, id)));

async function linesOf(tx: Tx, id: string) {
  const back = sql<number>`coalesce((select sum(${refundLine.quantityMilli}) from ${refundLine} where ${refundLine.saleLine} = ${saleLine.id}), 0)`;
  const rows = await tx
    .select({
      number: sale.number,
      stall: stall.code,
      side: stall.side,
      marketDay: sale.marketDay,
      occurredAt: sale.occurredAt,
      line: saleLine.line,
      gtin: product.gtin,
      names: saleLine.names,
      category: saleLine.category,
      quantityMilli: saleLine.quantityMilli,
      listMinor: saleLine.listMinor,
      discountMinor: saleLine.discountMinor,
      paidMinor: saleLine.paidMinor,
      currency: sale.currency,
      operator: person.name,
      voided: sql`${saleVoid.sale} is not null`.mapWith(Boolean),
      back,
    })
    .from(sale)
    .innerJoin(saleLine, eq(saleLine.sale, sale.id))
    .innerJoin(product, eq(product.id, saleLine.product))
    .innerJoin(stall, eq(stall.id, sale.stall))
    .leftJoin(saleVoid, eq(saleVoid.sale, sale.id))
    .leftJoin(person, eq(person.id, sale.operator))
    .where(eq(sale.id, id))
    .orderBy(asc(saleLine.line));
  return rows.map(({ quantityMilli, listMinor, discountMinor, paidMinor, back: returned, ...row }) => ({
    ...row,
    quantity: quantityTextOf(quantityMilli),
    returned: quantityTextOf(Number(returned)),
    list: amountOf({ minor: listMinor, currency: row.currency }).amount,
    discount: amountOf({ minor: discountMinor, currency: row.currency }).amount,
    paid: amountOf({ minor: paidMinor, currency: row.currency }).amount,
  }));
}
