import { eq } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { exchange } from '../schema/exchange.ts';
import { refund, refundLine, refundRounding, refundTender, sale, saleLine } from '../schema/sale.ts';
import { keep } from './evidence.ts';

export async function saveExchange(tx: Tx, row: typeof exchange.$inferInsert): Promise<void> {
  await keep(tx, exchange, row);
}

const backFor = keptRow(['sale'], (tx, at) =>
  tx
    .select({
      refund: exchange.refund,
      creditMinor: exchange.minor,
      totalMinor: refund.totalMinor,
      currency: refund.currency,
      sale: sale.id,
      number: sale.number,
      roundingMinor: refundRounding.minor,
    })
    .from(exchange)
    .innerJoin(refund, eq(refund.id, exchange.refund))
    .innerJoin(sale, eq(sale.id, refund.sale))
    .leftJoin(refundRounding, eq(refundRounding.refund, refund.id))
    .where(eq(exchange.sale, at.sale)),
);
const linesBack = keptQuery(['refund'], (tx, at) =>
  tx
    .select({ names: saleLine.names, quantityMilli: refundLine.quantityMilli, minor: refundLine.minor })
    .from(refundLine)
    .innerJoin(saleLine, eq(saleLine.id, refundLine.saleLine))
    .where(eq(refundLine.refund, at.refund))
    .orderBy(saleLine.line),
);
const givenBack = keptQuery(['refund'], (tx, at) =>
  tx.select().from(refundTender).where(eq(refundTender.refund, at.refund)).orderBy(refundTender.id),
);
const soldFor = keptQuery(['sale'], (tx, at) =>
  tx
    .select({ number: sale.number })
    .from(refund)
    .innerJoin(exchange, eq(exchange.refund, refund.id))
    .innerJoin(sale, eq(sale.id, exchange.sale))
    .where(eq(refund.sale, at.sale))
    .orderBy(sale.recordedAt, sale.id),
);

/** Whether goods of an earlier sale paid for this one. */
export const isExchange = async (tx: Tx, saleId: string): Promise<boolean> => (await backFor(tx, { sale: saleId })) !== undefined;

/** What a receipt says of exchanges: what came back for its goods, and which sales its own goods came back for. */
export async function exchangesOf(tx: Tx, saleId: string): Promise<Pick<Receipt, 'exchange' | 'exchangedFor'>> {
  const back = await backFor(tx, { sale: saleId });
  const later = await soldFor(tx, { sale: saleId });
  return {
    ...(back === undefined ? {} : { exchange: await exchangeOf(tx, back) }),
    ...(later.length === 0 ? {} : { exchangedFor: later.map(({ number }) => number) }),
  };
}

async function exchangeOf(
  tx: Tx,
  back: NonNullable<Awaited<ReturnType<typeof backFor>>>,
): Promise<NonNullable<Receipt['exchange']>> {
  const { currency } = back;
  const amount = (minor: number) => amountOf({ minor, currency });
  return {
    sale: back.sale,
    number: back.number,
    lines: (await linesBack(tx, back)).map(({ names, quantityMilli, minor }) => ({
      names,
      quantity: quantityTextOf(quantityMilli),
      amount: amount(minor),
    })),
    total: amount(back.totalMinor),
    credit: amount(back.creditMinor),
    tenders: (await givenBack(tx, back)).map(({ kind, reference, ...money }) => ({ kind, amount: amountOf(money), reference })),
    rounding: amount(back.roundingMinor ?? 0),
  };
}
