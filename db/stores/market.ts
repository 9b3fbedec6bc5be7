import { desc, eq, lte } from 'drizzle-orm';
import { digestOf } from '#lib/act/act.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import type { LawPack } from '#lib/law/pack.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Tx } from '../engine/engine.ts';
import { lawPack, lawRate, market, setting, tillRate } from '../schema/market.ts';

export type PackInForce = { readonly hash: string; readonly pack: LawPack };

const readBefore = new Map<string, LawPack>();

/** The newest pack whose date has come. @throws if the market has none. */
export async function packInForce(tx: Tx, now: string): Promise<PackInForce> {
  const [row] = await tx
    .select({ hash: lawPack.hash })
    .from(lawPack)
    .where(lte(lawPack.effectiveFrom, now.slice(0, 10)))
    .orderBy(desc(lawPack.effectiveFrom), desc(lawPack.recordedAt))
    .limit(1);
  if (row === undefined) throw new Error('This market has no law pack in force.');
  return { hash: row.hash, pack: await packByHash(tx, row.hash) };
}

export async function packByHash(tx: Tx, hash: string): Promise<LawPack> {
  const known = readBefore.get(hash);
  if (known !== undefined) return known;
  const [row] = await tx.select().from(lawPack).where(eq(lawPack.hash, hash));
  const checked = checkPack(row?.body);
  if (!('pack' in checked)) throw new Error(`Law pack ${hash} does not read: ${JSON.stringify(checked.faults[0])}`);
  readBefore.set(hash, checked.pack);
  return checked.pack;
}

/** @returns the hash under which the pack is kept. */
export async function savePack(
  tx: Tx,
  pack: LawPack,
  body: unknown,
  of: { market: string; version: string; effectiveFrom: string; now: string },
): Promise<string> {
  const hash = digestOf(body);
  readBefore.set(hash, pack);
  await tx
    .insert(lawPack)
    .values({ hash, market: of.market, version: of.version, effectiveFrom: of.effectiveFrom, body, recordedAt: of.now })
    .onConflictDoNothing();
  return hash;
}

export async function findMarket(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.select().from(market);
  return row?.id;
}

export async function saveMarket(tx: Tx, id: string, now: string): Promise<void> {
  await tx.insert(market).values({ id, openedAt: now });
}

/** The official rates of the newest date not after the day. */
export async function lawRatesOn(tx: Tx, day: string): Promise<readonly Rate[]> {
  return newestPerPair(await tx.select().from(lawRate).where(lte(lawRate.date, day)));
}

/** The stall's own rates where it has them, else the market's. */
export async function tillRatesOn(tx: Tx, stall: string | null, day: string): Promise<readonly Rate[]> {
  const rows = await tx.select().from(tillRate).where(lte(tillRate.date, day));
  const own = newestPerPair(rows.filter((row) => row.stall !== '' && row.stall === stall));
  const markets = newestPerPair(rows.filter((row) => row.stall === ''));
  return [...own, ...markets.filter((rate) => !own.some((mine) => mine.base === rate.base && mine.quote === rate.quote))];
}

export async function saveLawRates(tx: Tx, rates: readonly Rate[], now: string): Promise<void> {
  await tx.insert(lawRate).values(rates.map((rate) => ({ ...rate, recordedAt: now })));
}

export async function saveTillRates(tx: Tx, rates: readonly Rate[], now: string): Promise<void> {
  await tx.insert(tillRate).values(rates.map((rate) => ({ ...rate, stall: '', recordedAt: now })));
}

/** Answers of this market to questions that the law leaves open; those it has not answered stay at the pack's default. */
export async function settingsOf(tx: Tx): Promise<Record<string, string | number | boolean>> {
  const rows = await tx.select().from(setting);
  return Object.fromEntries(rows.map((row) => [row.id, row.value]));
}

function newestPerPair(rows: readonly (Rate & object)[]): readonly Rate[] {
  const newest = new Map<string, Rate>();
  for (const { base, quote, scaled, date, source } of [...rows].sort((a, b) => (a.date < b.date ? -1 : 1)))
    newest.set(`${base}/${quote}`, { base, quote, scaled, date, source });
  return [...newest.values()].sort((a, b) => (`${a.base}${a.quote}` < `${b.base}${b.quote}` ? -1 : 1));
}
