import { and, asc, eq, isNull } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import type { LawPack, Rule, Words } from '#lib/law/pack.ts';
import { settled } from '#lib/law/settings.ts';
import type { Tx } from '../engine/engine.ts';
import { stall, suspension, vendor } from '../schema/vendor.ts';
import { coming } from '../stores/device-packs.ts';
import { cashUnitsAt, packInForce, settingsOf } from '../stores/market.ts';
import { lawRatesOn, tillRatesOn } from '../stores/rates.ts';
import { scaleCodesNow } from '../stores/scale-codes.ts';

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
    packs: await coming(tx, now),
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
    cash: await cashUnitsAt(tx, now),
    scaleCodes: await scaleCodesNow(tx),
    categories: pack.categories.map(({ id, parent, names }) => ({ id, parent, names })),
    rules: await rulesNow(tx, now),
    entry: { minorUnder: pack.entry.minorUnder, stayDays: pack.entry.stayDays },
    tillRates: await tillRatesOn(tx, null, now.slice(0, 10)),
    lawRates: await lawRatesOn(tx, now.slice(0, 10)),
  };
}

/** The rules of each side as they are today, later and earlier versions left out; of a mix also what its parts are called. */
async function rulesNow(tx: Tx, now: string) {
  const { pack } = await packInForce(tx, now);
  const sides = await Array.fromAsync(pack.sides, async ({ code, zone }) => {
    const day = dayIn(zone, now);
    const law = settled((await packInForce(tx, now, code)).pack, await settingsOf(tx, day)).pack;
    const isNow = ({ side, from, to, applies }: Rule) => side === code && applies && from <= day && (to === null || day <= to);
    return law.rules.filter(isNow).map(({ id, side, names, sentences, confidence, sources, measure }) => ({
      id,
      side,
      names,
      sentences,
      confidence,
      sources,
      parts: measure.kind === 'mix' ? measure.parts.map((part) => partNames(law, part)) : [],
    }));
  });
  return sides.flat();
}

type Part = Extract<Rule['measure'], { kind: 'mix' }>['parts'][number];

/** What the part is called, else the first category that it names. */
function partNames({ categories }: LawPack, { names, goods }: Part): Words | null {
  const first = goods.include === 'all' ? undefined : goods.include.find((item) => 'category' in item);
  return names ?? categories.find(({ id }) => id === first?.category)?.names ?? null;
}
