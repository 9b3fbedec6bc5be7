import { and, desc, eq, sql } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { product } from '../schema/catalogue.ts';
import { sale, saleLine, saleVoid } from '../schema/sale.ts';
import { person } from '../schema/staff.ts';
import { stall } from '../schema/vendor.ts';
import { packInForce } from '../stores/market.ts';

/** One vendor's day: stalls, sales, best sellers and cashiers. Every query names the vendor: nobody else's rows can come along. */
export async function shopDay(tx: Tx, vendor: string, now: string) {
  const { pack } = await packInForce(tx, now);
  const stalls = await tx
    .select({ id: stall.id, code: stall.code, name: stall.name, side: stall.side })
    .from(stall)
    .where(eq(stall.vendor, vendor))
    .orderBy(stall.code);
  const days = stalls.map((each) => ({
    ...each,
    marketDay: dayIn((pack.sides.find(({ code }) => code === each.side) as (typeof pack.sides)[number]).zone, now),
  }));
  const takings = await tx
    .select({
      stall: sale.stall,
      day: sale.marketDay,
      currency: sale.currency,
      minor: sql<number>`sum(${sale.totalMinor})`,
      count: sql<number>`count(*)`,
    })
    .from(sale)
    .where(and(eq(sale.vendor, vendor), standing()))
    .groupBy(sale.stall, sale.marketDay, sale.currency)
    .orderBy(desc(sale.marketDay))
    .limit(60);
  const best = await tx
    .select({
      product: product.id,
      names: product.names,
      quantityMilli: sql<number>`sum(${saleLine.quantityMilli})`,
      minor: sql<number>`sum(${saleLine.paidMinor})`,
      currency: sale.currency,
    })
    .from(saleLine)
    .innerJoin(sale, eq(sale.id, saleLine.sale))
    .innerJoin(product, eq(product.id, saleLine.product))
    .where(and(eq(sale.vendor, vendor), standing()))
    .groupBy(product.id, sale.currency)
    .orderBy(desc(sql`sum(${saleLine.paidMinor})`))
    .limit(10);
  const cashiers = await tx
    .select({ id: person.id, name: person.name, role: person.role })
    .from(person)
    .where(eq(person.vendor, vendor))
    .orderBy(person.name);
  return {
    stalls: days,
    takings: takings.map(({ minor, currency, ...row }) => ({ ...row, total: amountOf({ minor, currency }) })),
    best: best.map(({ quantityMilli, minor, currency, ...row }) => ({
      ...row,
      quantity: quantityMilli / 1000,
      total: amountOf({ minor, currency }),
    })),
    cashiers,
  };
}

const standing = () => sql`not exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id})`;
