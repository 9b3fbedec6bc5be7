import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { dayIn, startOfDay } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import { standingOf, type Turnover } from '#lib/sale/commission.ts';
import type { Tx } from '../engine/engine.ts';
import { payment, refund, sale, saleVoid } from '../schema/sale.ts';
import { cashMove } from '../schema/till.ts';
import { commissionsOf } from '../stores/commissions.ts';
import { findVendor } from '../stores/vendors.ts';
import { vendorZone } from './vendor-span.ts';

const EVER = '0000';

/** Where a vendor and the market stand for a month, on the clock of its first stall's side: who took what, what commission that makes. */
export async function vendorStatement(tx: Tx, vendorId: string, now: string, month?: string) {
  const vendor = await findVendor(tx, vendorId);
  if (vendor === undefined) return undefined;
  const zone = await vendorZone(tx, vendorId, now);
  const wanted = month ?? dayIn(zone, now).slice(0, 7);
  const from = startOfDay(zone, `${wanted}-01`);
  const to = startOfDay(zone, `${monthAfter(wanted)}-01`);
  const turnover: Turnover[] = [];
  for (const span of await commissionsOf(tx, vendorId, from, to)) {
    for (const row of await soldIn(tx, vendorId, span)) turnover.push({ ...row, permille: span.permille });
  }
  // What is given back lessens the commission of the sale that it was paid for, whenever that was.
  for (const span of await commissionsOf(tx, vendorId, EVER, to)) {
    for (const { paidBy, currency, minor } of await givenBackIn(tx, vendorId, { from, to }, span))
      turnover.push({ custody: paidBy === 'desk' ? 'market' : 'stall', currency, minor: -minor, permille: span.permille });
  }
  const spans = await commissionsOf(tx, vendorId, EVER, now);
  return {
    vendor,
    month: wanted,
    permille: spans.at(-1)?.permille ?? 0,
    standing: standingOf(turnover, await broughtIn(tx, vendorId, { from, to })).map(({ currency, ...sums }) => ({
      currency,
      ...(Object.fromEntries(Object.entries(sums).map(([name, minor]) => [name, amountOf({ minor, currency }).amount])) as Record<
        keyof typeof sums,
        string
      >),
    })),
  };
}

type Span = { readonly from: string; readonly to: string };
const sumOf = (column: unknown) => sql<number>`sum(${column})`.mapWith(Number);

const soldIn = (tx: Tx, vendor: string, { from, to }: Span) =>
  tx
    .select({ custody: payment.custody, currency: sale.currency, minor: sumOf(sale.totalMinor) })
    .from(sale)
    .innerJoin(payment, eq(payment.id, sale.payment))
    .where(
      and(
        eq(sale.vendor, vendor),
        gte(sale.recordedAt, from),
        lt(sale.recordedAt, to),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id})`,
      ),
    )
    .groupBy(payment.custody, sale.currency);

const givenBackIn = (tx: Tx, vendor: string, back: Span, sold: Span) =>
  tx
    .select({ paidBy: refund.paidBy, currency: refund.currency, minor: sumOf(refund.totalMinor) })
    .from(refund)
    .innerJoin(sale, eq(sale.id, refund.sale))
    .where(
      and(
        eq(sale.vendor, vendor),
        gte(refund.refundedAt, back.from),
        lt(refund.refundedAt, back.to),
        gte(sale.recordedAt, sold.from),
        lt(sale.recordedAt, sold.to),
      ),
    )
    .groupBy(refund.paidBy, refund.currency);

const broughtIn = (tx: Tx, vendor: string, { from, to }: Span) =>
  tx
    .select({
      currency: cashMove.currency,
      minor: sumOf(
        sql`case when ${cashMove.reaches} = 'bank' then ${cashMove.minor} when ${cashMove.leaves} = 'bank' then -${cashMove.minor} else 0 end`,
      ),
    })
    .from(cashMove)
    .where(and(eq(cashMove.vendor, vendor), eq(cashMove.custody, 'stall'), gte(cashMove.movedAt, from), lt(cashMove.movedAt, to)))
    .groupBy(cashMove.currency);

function monthAfter(month: string): string {
  const [year = 0, one = 1] = month.split('-').map(Number);
  return one === 12 ? `${year + 1}-01` : `${year}-${String(one + 1).padStart(2, '0')}`;
}
