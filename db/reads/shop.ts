import { desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import { percentOf } from '#lib/sale/discount.ts';
import type { Tx } from '../engine/engine.ts';
import { product } from '../schema/catalogue.ts';
import { person } from '../schema/staff.ts';
import { productTakings, takings } from '../schema/sums.ts';
import { stall } from '../schema/vendor.ts';
import { discountLimitsOf } from '../stores/discounts.ts';
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
  const count = sql<number>`sum(${takings.sales})`;
  const taken = await tx
    .select({
      stall: takings.stall,
      day: takings.marketDay,
      currency: takings.currency,
      minor: sql<number>`sum(${takings.minor})`,
      count,
    })
    .from(takings)
    .where(
      inArray(
        takings.stall,
        stalls.map(({ id }) => id),
      ),
    )
    .groupBy(takings.stall, takings.marketDay, takings.currency)
    .having(gt(count, 0))
    .orderBy(desc(takings.marketDay))
    .limit(60);
  const quantityMilli = sql<number>`sum(${productTakings.quantityMilli})`;
  const best = await tx
    .select({
      product: product.id,
      names: product.names,
      quantityMilli,
      minor: sql<number>`sum(${productTakings.minor})`,
      currency: productTakings.currency,
    })
    .from(productTakings)
    .innerJoin(product, eq(product.id, productTakings.product))
    .where(eq(productTakings.vendor, vendor))
    .groupBy(product.id, productTakings.currency)
    .having(gt(quantityMilli, 0))
    .orderBy(desc(sql`sum(${productTakings.minor})`))
    .limit(10);
  const cashiers = await tx
    .select({ id: person.id, name: person.name, role: person.role })
    .from(person)
    .where(eq(person.vendor, vendor))
    .orderBy(person.name);
  return {
    stalls: days,
    takings: taken.map(({ minor, currency, ...row }) => ({ ...row, total: amountOf({ minor, currency }) })),
    best: best.map(({ quantityMilli, minor, currency, ...row }) => ({
      ...row,
      quantity: quantityMilli / 1000,
      total: amountOf({ minor, currency }),
    })),
    cashiers,
  };
}

/** How much of a price a cashier may take off alone, at each stall of a vendor. */
export async function discountLimits(tx: Tx, vendor: string) {
  const stalls = await tx
    .select({ id: stall.id, code: stall.code })
    .from(stall)
    .where(eq(stall.vendor, vendor))
    .orderBy(stall.code);
  const limits = await discountLimitsOf(
    tx,
    stalls.map(({ id }) => id),
  );
  return stalls.map(({ id, code }) => ({ stall: id, code, percent: percentOf(limits.get(id) ?? 0) }));
}
