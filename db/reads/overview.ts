import { type AnyColumn, and, desc, eq, gt, gte, inArray, or, type SQL, sql } from 'drizzle-orm';
import { dayIn, startOfDay } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';
import type { Tx } from '../engine/engine.ts';
import { refusalTally } from '../schema/act.ts';
import { exitCase } from '../schema/exit.ts';
import { accountSum, takings, takingsHour } from '../schema/sums.ts';
import { stall } from '../schema/vendor.ts';
import { pass, visit } from '../schema/visit.ts';
import { packInForce } from '../stores/market.ts';
import { lawRatesOn } from '../stores/rates.ts';

const MOST_STALLS = 12;

type SideDay = { readonly side: string; readonly day: string; readonly since: string };

/** The market now: who is inside, what was sold today, how allowances are used, what was refused and why. A side's today is its own day. */
export async function overview(tx: Tx, now: string) {
  const { pack } = await packInForce(tx, now);
  const days = pack.sides.map(({ code, zone }) => {
    const day = dayIn(zone, now);
    return { side: code, day, since: startOfDay(zone, day) };
  });
  const inside = await insideByNationality(tx);
  const sales = await salesToday(tx, days);
  const entries = await tx
    .select({ side: visit.side, count: COUNT })
    .from(visit)
    .where(isToday(visit.enteredAt, visit.side, days))
    .groupBy(visit.side);
  const [open] = await tx.select({ stalls: COUNT }).from(stall);
  return {
    now,
    marketDays: days.map(({ side, day }) => ({ side, day, entries: entries.find((row) => row.side === side)?.count ?? 0 })),
    inside,
    insideTotal: totalOf(inside),
    entriesToday: totalOf(entries),
    exitsToday: await tx
      .select({ state: exitCase.state, count: COUNT })
      .from(exitCase)
      .where(isToday(exitCase.presentedAt, exitCase.exitSide, days))
      .groupBy(exitCase.state),
    ...sales,
    stalls: bestFirst(sales.stalls, await lawRatesOn(tx, now.slice(0, 10))).map(({ minor, currency, ...row }) => ({
      ...row,
      total: amountOf({ minor, currency }),
    })),
    stallCount: open?.stalls ?? 0,
    allowance: await allowanceByRule(tx),
    refusals: await tx
      .select({ reason: refusalTally.reason, count: COUNT })
      .from(refusalTally)
      .where(isToday(refusalTally.at, refusalTally.side, days))
      .groupBy(refusalTally.reason)
      .orderBy(desc(COUNT)),
  };
}

const COUNT = sql<number>`count(*)`;

const totalOf = (rows: readonly { readonly count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/**
 * Whether something was since its side's day began; what belongs to no side counts from the first midnight, from which on the index of
 * instants is read.
 */
function isToday(at: AnyColumn, side: AnyColumn, days: readonly SideDay[]): SQL | undefined {
  const first = days.map(({ since }) => since).sort()[0] ?? '';
  const began = sql`case ${side} ${sql.join(
    days.map(({ side: code, since }) => sql`when ${code} then ${since}`),
    sql` `,
  )} else ${first} end`;
  return and(gte(at, first), gte(at, began));
}

function insideByNationality(tx: Tx) {
  return tx
    .select({ side: visit.side, nationality: pass.nationality, count: COUNT })
    .from(visit)
    .innerJoin(pass, eq(pass.id, visit.pass))
    .where(inArray(visit.state, ['open', 'presented']))
    .groupBy(visit.side, pass.nationality)
    .orderBy(desc(COUNT));
}

/** Sales that stand, each on the market day of its stall's side. */
async function salesToday(tx: Tx, days: readonly SideDay[]) {
  const today = sql`case ${stall.side} ${sql.join(
    days.map(({ side, day }) => sql`when ${side} then ${day}`),
    sql` `,
  )} end`;
  // The days are named besides, lest the takings of all days be read.
  const named = inArray(
    takings.marketDay,
    days.map(({ day }) => day),
  );
  const ofToday = and(eq(takings.stall, stall.id), named, eq(takings.marketDay, today));
  const [minor, count] = [sql<number>`sum(${takings.minor})`, sql<number>`sum(${takings.sales})`];
  const stalls = await tx
    .select({ code: stall.code, name: stall.name, side: stall.side, currency: takings.currency, minor, count })
    .from(stall)
    .innerJoin(takings, ofToday)
    .groupBy(stall.id, takings.currency)
    .having(gt(count, 0));
  const inHour = sql<number>`sum(${takingsHour.sales})`;
  const byHour = await tx
    .select({ hour: takingsHour.hour, count: inHour })
    .from(takingsHour)
    .where(or(...days.map(({ side, day }) => and(eq(takingsHour.marketDay, day), eq(takingsHour.side, side)))))
    .groupBy(takingsHour.hour)
    .having(gt(inHour, 0))
    .orderBy(takingsHour.hour);
  const byCurrency = new Map<string, number>();
  for (const row of stalls) byCurrency.set(row.currency, (byCurrency.get(row.currency) ?? 0) + row.minor);
  const totals = [...byCurrency].map(([currency, sum]) => amountOf({ minor: sum, currency }));
  return { sales: { count: totalOf(stalls), totals }, stalls, byHour };
}

function allowanceByRule(tx: Tx) {
  return tx
    .select({
      rule: accountSum.rule,
      accounts: sql<number>`sum(${accountSum.accounts})`,
      used: sql<number>`sum(${accountSum.used})`,
      limit: sql<number>`sum(${accountSum.limitAmount})`,
      nearlySpent: sql<number>`sum(${accountSum.nearlySpent})`,
    })
    .from(accountSum)
    .groupBy(accountSum.rule)
    .orderBy(accountSum.rule);
}

/** Stalls by what they took, whatever their currency; what no rate reaches comes last. */
function bestFirst<Row extends { minor: number; currency: string }>(
  rows: readonly Row[],
  rates: readonly Rate[],
): readonly Row[] {
  const common = rows[0]?.currency ?? '';
  const worth = (row: Row) => convert(row, common, rates)?.money.minor ?? -1;
  return [...rows].sort((a, b) => worth(b) - worth(a)).slice(0, MOST_STALLS);
}
