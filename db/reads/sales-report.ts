import { and, between, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { localTime } from '#lib/calendar/zone.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { product } from '../schema/catalogue.ts';
import { person } from '../schema/staff.ts';
import { takingsBy } from '../schema/sums.ts';
import { packInForce } from '../stores/market.ts';
import { stallsOf } from '../stores/vendors.ts';

export type Period = { readonly from: string; readonly to: string };

const MOST_PRODUCTS = 20;
const sales = sql<number>`sum(${takingsBy.sales})`.mapWith(Number);
const minor = sql<number>`sum(${takingsBy.minor})`.mapWith(Number);
const quantityMilli = sql<number>`sum(${takingsBy.quantityMilli})`.mapWith(Number);

/** What a vendor sold on the market days of a period: by day, hour, product, kind of goods and cashier. Sales that stand; it reads sums only. */
export async function salesReport(
  tx: Tx,
  vendor: string,
  { from, to, stall }: Period & { readonly stall?: string | undefined },
  now: string,
) {
  const own = await stallsOf(tx, vendor);
  const stalls = stall === undefined ? own : own.filter(({ id }) => id === stall);
  const ids = stalls.map(({ id }) => id);
  const of = (by: 'hour' | 'cashier' | 'product') =>
    and(inArray(takingsBy.stall, ids), eq(takingsBy.by, by), between(takingsBy.marketDay, from, to));
  const days = await tx
    .select({ day: takingsBy.marketDay, currency: takingsBy.currency, sales, minor })
    .from(takingsBy)
    .where(of('cashier'))
    .groupBy(takingsBy.marketDay, takingsBy.currency)
    .having(gt(sales, 0))
    .orderBy(takingsBy.marketDay, takingsBy.currency);
  const products = await tx
    .select({ product: product.id, names: product.names, currency: takingsBy.currency, quantityMilli, minor })
    .from(takingsBy)
    .innerJoin(product, eq(product.id, takingsBy.subject))
    .where(of('product'))
    .groupBy(product.id, takingsBy.currency)
    .having(gt(quantityMilli, 0))
    .orderBy(desc(minor), product.id)
    .limit(MOST_PRODUCTS);
  const categories = await tx
    .select({ category: product.category, currency: takingsBy.currency, minor })
    .from(takingsBy)
    .innerJoin(product, eq(product.id, takingsBy.subject))
    .where(of('product'))
    .groupBy(product.category, takingsBy.currency)
    .having(gt(minor, 0))
    .orderBy(desc(minor), product.category);
  const cashiers = await tx
    .select({ cashier: person.name, subject: takingsBy.subject, currency: takingsBy.currency, sales, minor })
    .from(takingsBy)
    .leftJoin(person, eq(person.id, takingsBy.subject))
    .where(of('cashier'))
    .groupBy(takingsBy.subject, person.name, takingsBy.currency)
    .having(gt(sales, 0))
    .orderBy(desc(minor), takingsBy.subject);
  const money = <Row extends { minor: number; currency: string }>({ minor: sum, currency, ...row }: Row) => ({
    ...row,
    total: amountOf({ minor: sum, currency }),
  });
  return {
    stalls: own,
    days: days.map(money),
    hours: await hoursOf(tx, stalls, of('hour'), now),
    products: products.map(({ quantityMilli: milli, ...row }) => ({ ...money(row), quantity: milli / 1000 })),
    categories: categories.map(money),
    cashiers: cashiers.map(money),
  };
}

type Stalls = Awaited<ReturnType<typeof stallsOf>>;

/** Sales by the hour on the clock of each stall's side. */
async function hoursOf(tx: Tx, stalls: Stalls, where: ReturnType<typeof and>, now: string) {
  const { pack } = await packInForce(tx, now);
  const rows = await tx
    .select({ stall: takingsBy.stall, hour: takingsBy.subject, sales })
    .from(takingsBy)
    .where(where)
    .groupBy(takingsBy.stall, takingsBy.subject);
  const zones = new Map(stalls.map(({ id, side }) => [id, sideOf(pack, side).zone]));
  const counts = Array.from({ length: 24 }, () => 0);
  for (const row of rows) {
    const zone = zones.get(row.stall);
    const hour = zone === undefined ? 0 : Number(localTime(zone, `${row.hour}:00:00.000Z`).slice(11, 13));
    counts[hour] = (counts[hour] ?? 0) + row.sales;
  }
  return counts.map((count, hour) => ({ hour, sales: count }));
}
