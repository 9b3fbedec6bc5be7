import { and, asc, eq, isNull } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import type { Tx } from '../engine/engine.ts';
import { stall, suspension, vendor } from '../schema/vendor.ts';
import { lawRatesOn, packInForce, tillRatesOn } from '../stores/market.ts';

/** What every device may know of the market: sides, gates, stalls, categories, rules in words, rates and the server's time. */
export async function marketView(tx: Tx, now: string) {
  const { pack, hash } = await packInForce(tx, now);
  const stalls = await tx
    .select({ id: stall.id, code: stall.code, name: stall.name, side: stall.side, vendor: { id: vendor.id, name: vendor.name } })
    .from(stall)
    .innerJoin(vendor, eq(vendor.id, stall.vendor))
    .leftJoin(suspension, and(eq(suspension.subject, vendor.id), isNull(suspension.liftedAt)))
    .where(isNull(suspension.id))
    .orderBy(asc(stall.code));
  return {
    market: { id: pack.market.id, name: pack.market.names.en, names: pack.market.names },
    pack: { hash, id: pack.id, version: pack.version },
    serverTime: now,
    sides: pack.sides.map((side) => ({
      code: side.code,
      names: side.names,
      country: side.country,
      currency: side.currency,
      languages: side.languages,
      today: dayIn(side.zone, now),
      offsetMinutes: side.zone.offsets.findLast(({ from }) => from <= now)?.minutes ?? 0,
    })),
    gates: pack.gates,
    stalls,
    currencies: pack.currencies,
    categories: pack.categories.map(({ id, parent, names }) => ({ id, parent, names })),
    rules: pack.rules.map(({ id, side, names, sentences, confidence, sources }) => ({
      id,
      side,
      names,
      sentences,
      confidence,
      sources,
    })),
    entry: { minorUnder: pack.entry.minorUnder, stayDays: pack.entry.stayDays },
    tillRates: await tillRatesOn(tx, null, now.slice(0, 10)),
    lawRates: await lawRatesOn(tx, now.slice(0, 10)),
  };
}
