import { and, asc, between, eq, gt, gte, lt, min, or, sql } from 'drizzle-orm';
import { addDays } from '#lib/calendar/day.ts';
import { startOfDay } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { takings } from '../schema/sums.ts';
import { stall, vendor } from '../schema/vendor.ts';
import { pass, visit } from '../schema/visit.ts';
import { packInForce } from '../stores/market.ts';
import { pageOf } from './page.ts';
import { vendorStatement } from './statement.ts';

type Days = { readonly from: string; readonly to: string };

/** What every stall took on the market days of a period, in each currency; a page is a day on which anything was sold. */
export async function takingsOfAll(tx: Tx, { from, to, after }: Days & { readonly after?: string | undefined }) {
  const [sales, minor] = [sql<number>`sum(${takings.sales})`.mapWith(Number), sql<number>`sum(${takings.minor})`.mapWith(Number)];
  const daysAfter = async (day: string | undefined): Promise<string | null> => {
    const later = and(between(takings.marketDay, from, to), day === undefined ? undefined : gt(takings.marketDay, day));
    const [row] = await tx
      .select({ day: min(takings.marketDay) })
      .from(takings)
      .where(later);
    return row?.day ?? null;
  };
  const marketDay = await daysAfter(after);
  if (marketDay === null) return { takings: [], next: null };
  const rows = await tx
    .select({ vendor: vendor.name, stall: stall.code, side: stall.side, currency: takings.currency, sales, minor })
    .from(takings)
    .innerJoin(stall, eq(stall.id, takings.stall))
    .innerJoin(vendor, eq(vendor.id, stall.vendor))
    .where(eq(takings.marketDay, marketDay))
    .groupBy(stall.id, vendor.name, stall.code, stall.side, takings.currency)
    .having(gt(sales, 0))
    .orderBy(stall.code, takings.currency);
  return {
    takings: rows.map(({ minor: sum, ...row }) => ({
      ...row,
      marketDay,
      amount: amountOf({ minor: sum, currency: row.currency }).amount,
    })),
    next: (await daysAfter(marketDay)) === null ? null : marketDay,
  };
}

/** Visits that began on the days of a period, each on the clock of the side that its holder came in by, with the pass. */
export async function visitsOfPeriod(
  tx: Tx,
  { from, to, after, limit, now }: Days & { readonly after?: string | undefined; readonly limit: number; readonly now: string },
) {
  const { pack } = await packInForce(tx, now);
  const spans = pack.sides.map(({ code, zone }) => ({
    side: code,
    begins: startOfDay(zone, from),
    ends: startOfDay(zone, addDays(to, 1)),
  }));
  const ofSide = spans.map(({ side, begins, ends }) =>
    and(eq(visit.side, side), gte(visit.enteredAt, begins), lt(visit.enteredAt, ends)),
  );
  const [last] = after === undefined ? [] : await tx.select({ at: visit.enteredAt }).from(visit).where(eq(visit.id, after));
  // The widest span is named besides, lest all visits be read.
  const begins = last?.at ?? spans.map((span) => span.begins).sort()[0] ?? '';
  const ends =
    spans
      .map((span) => span.ends)
      .sort()
      .at(-1) ?? '';
  const later =
    last === undefined
      ? undefined
      : or(gt(visit.enteredAt, last.at), and(eq(visit.enteredAt, last.at), gt(visit.id, after ?? '')));
  const rows = await tx
    .select({
      id: visit.id,
      pass: pass.code,
      category: pass.category,
      nationality: pass.nationality,
      issuedAt: pass.issuedAt,
      side: visit.side,
      gate: visit.gate,
      enteredAt: visit.enteredAt,
      closedAt: visit.closedAt,
      state: visit.state,
    })
    .from(visit)
    .innerJoin(pass, eq(pass.id, visit.pass))
    .where(and(gte(visit.enteredAt, begins), lt(visit.enteredAt, ends), or(...ofSide), later))
    .orderBy(asc(visit.enteredAt), asc(visit.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ id }) => id);
  return { visits: page.rows.map(({ id: _, ...row }) => row), next: page.next };
}

/** The statements of all vendors for a month, some at a time. */
export async function statementsOfAll(
  tx: Tx,
  {
    month,
    after,
    limit,
    now,
  }: { readonly month: string; readonly after?: string | undefined; readonly limit: number; readonly now: string },
) {
  const vendors = await tx
    .select({ id: vendor.id })
    .from(vendor)
    .where(after === undefined ? undefined : gt(vendor.id, after))
    .orderBy(asc(vendor.id))
    .limit(limit + 1);
  const page = pageOf(vendors, limit, ({ id }) => id);
  const statements = await Array.fromAsync(page.rows, ({ id }) => vendorStatement(tx, id, now, month));
  return { statements: statements.filter((statement) => statement !== undefined), next: page.next };
}
