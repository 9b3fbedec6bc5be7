import { type SQL, sql } from 'drizzle-orm';
import type { Rate } from '#lib/money/rate.ts';
import type { Tx } from '../engine/engine.ts';
import { standingQuery } from '../engine/standing-query.ts';
import { lawRate, tillRate } from '../schema/market.ts';

/**
 * Every pair of currencies that has rates, found by walking the index from one to the next: grouping by pair reads every rate there ever
 * was, and a sale would cost more with each day of rates that lies behind it.
 */
function pairsIn(table: typeof lawRate | typeof tillRate, start: SQL, beside: SQL): SQL {
  const least = (column: SQL, where: SQL) => sql`(select min(later.${column}) from ${table} as later where ${beside} ${where})`;
  const quote = sql`quote`;
  const nextQuote = least(quote, sql`later.base = pair.base and later.quote > pair.quote`);
  const nextBase = least(sql`base`, sql`later.base > pair.base`);
  return sql`(with recursive pair(stall, base, quote) as (select * from (${start}) as start union all
    select pair.stall, case when ${nextQuote} is null then ${nextBase} else pair.base end,
      coalesce(${nextQuote}, ${least(quote, sql`later.base = ${nextBase}`)}) from pair where pair.base is not null)
    select stall, base, quote from pair where base is not null) as pair`;
}

const firstPair = (table: typeof lawRate | typeof tillRate, stall: SQL, where: SQL) =>
  sql`select * from (select ${stall} as stall, base, quote from ${table} where ${where} order by base, quote limit 1) as one`;

const newestLawRates = standingQuery(['day'], (tx, at) =>
  tx
    .select({ base: lawRate.base, quote: lawRate.quote, scaled: lawRate.scaled, date: lawRate.date, source: lawRate.source })
    .from(lawRate)
    .innerJoin(
      pairsIn(lawRate, firstPair(lawRate, sql`''`, sql`true`), sql``),
      sql`${lawRate.base} = pair.base and ${lawRate.quote} = pair.quote and ${lawRate.date} =
        (select max(each.date) from ${lawRate} as each where each.base = pair.base and each.quote = pair.quote and each.date <= ${at.day})`,
    )
    .orderBy(sql`pair.base, pair.quote`),
);
const newestTillRates = standingQuery(['stall', 'day'], (tx, at) =>
  tx
    .select({
      rate: { base: tillRate.base, quote: tillRate.quote, scaled: tillRate.scaled, date: tillRate.date, source: tillRate.source },
      isOwn: sql`${tillRate.stall} <> ''`.mapWith(Boolean),
    })
    .from(tillRate)
    .innerJoin(
      pairsIn(
        tillRate,
        sql`${firstPair(tillRate, sql`stall`, sql`stall = ''`)} union ${firstPair(tillRate, sql`stall`, sql`stall = ${at.stall}`)}`,
        sql`later.stall = pair.stall and`,
      ),
      sql`${tillRate.stall} = pair.stall and ${tillRate.base} = pair.base and ${tillRate.quote} = pair.quote and ${tillRate.date} =
        (select max(each.date) from ${tillRate} as each
          where each.stall = pair.stall and each.base = pair.base and each.quote = pair.quote and each.date <= ${at.day})`,
    )
    .orderBy(sql`pair.base, pair.quote`),
);

/** The official rates of the newest date not after the day. */
export const lawRatesOn = (tx: Tx, day: string): Promise<readonly Rate[]> => newestLawRates(tx, { day });

/** The stall's own rates where it has them, else the market's: of each pair the newest date not after the day. */
export async function tillRatesOn(tx: Tx, stall: string | null, day: string): Promise<readonly Rate[]> {
  const rows = await newestTillRates(tx, { stall: stall ?? '', day });
  const own = rows.filter(({ isOwn }) => isOwn).map(({ rate }) => rate);
  const markets = rows.filter(({ isOwn }) => !isOwn).map(({ rate }) => rate);
  return [...own, ...markets.filter((rate) => !own.some((mine) => mine.base === rate.base && mine.quote === rate.quote))];
}

export async function saveLawRates(tx: Tx, rates: readonly Rate[], now: string, motion?: string): Promise<void> {
  await tx.insert(lawRate).values(rates.map((rate) => ({ ...rate, motion: motion ?? null, recordedAt: now })));
}

export async function saveTillRates(tx: Tx, rates: readonly Rate[], now: string): Promise<void> {
  await tx.insert(tillRate).values(rates.map((rate) => ({ ...rate, stall: '', recordedAt: now })));
}
