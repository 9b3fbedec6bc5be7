import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { digestOf } from '#lib/act/act.ts';
import { addDays } from '#lib/calendar/day.ts';
import { SEARCH_VERSION } from '#lib/catalogue/search.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { hasBegun } from '#lib/law/in-force.ts';
import type { LawPack } from '#lib/law/pack.ts';
import type { CashUnit } from '#lib/money/cash.ts';
import type { Tx } from '../engine/engine.ts';
import { standingQuery } from '../engine/standing-query.ts';
import { lawAnswer, lawPack, market } from '../schema/market.ts';
import { motionWithdrawal } from '../schema/motion.ts';

export type PackInForce = { readonly hash: string; readonly pack: LawPack };

const packsBegun = standingQuery(['day'], (tx, at) =>
  tx
    .select({ hash: lawPack.hash, effectiveFrom: lawPack.effectiveFrom })
    .from(lawPack)
    .leftJoin(motionWithdrawal, eq(motionWithdrawal.motion, lawPack.motion))
    .where(and(lte(lawPack.effectiveFrom, at.day), isNull(motionWithdrawal.motion)))
    .orderBy(desc(lawPack.effectiveFrom), desc(lawPack.recordedAt)),
);

const readBefore = new Map<string, LawPack>();

/**
 * The newest pack whose day has begun: on the clock of the side, or, where no side is named, on every side's.
 * @throws if the market has none.
 */
export async function packInForce(tx: Tx, now: string, side?: string): Promise<PackInForce> {
  for (const { hash, effectiveFrom } of await packsBegun(tx, { day: addDays(now.slice(0, 10), 1) })) {
    const pack = await packByHash(tx, hash);
    if (hasBegun(pack, effectiveFrom, now, side)) return { hash, pack };
  }
  throw new Error('This market has no law pack in force.');
}

/** The smallest cash of each currency, as the market's pack says it now. */
export async function cashUnitsAt(tx: Tx, now: string): Promise<readonly CashUnit[]> {
  const { pack } = await packInForce(tx, now);
  return pack.cash.map(({ currency, smallest }) => ({ currency, minor: smallest }));
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

/** A pack as it was written, defaults left out as they were; undefined if there is none. */
export async function packBody(tx: Tx, hash: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const [row] = await tx.select({ body: lawPack.body }).from(lawPack).where(eq(lawPack.hash, hash));
  return row?.body as Readonly<Record<string, unknown>> | undefined;
}

/** The highest version that a pack of this market ever had. */
export async function newestVersion(tx: Tx): Promise<number> {
  const [row] = await tx.select({ version: sql<number>`max(cast(${lawPack.version} as integer))` }).from(lawPack);
  return row?.version ?? 0;
}

/** @returns the hash under which the pack is kept. */
export async function savePack(
  tx: Tx,
  pack: LawPack,
  body: unknown,
  of: { market: string; version: string; effectiveFrom: string; now: string; motion?: string },
): Promise<string> {
  const hash = digestOf(body);
  readBefore.set(hash, pack);
  await tx
    .insert(lawPack)
    .values({
      hash,
      market: of.market,
      version: of.version,
      effectiveFrom: of.effectiveFrom,
      body,
      motion: of.motion ?? null,
      recordedAt: of.now,
    })
    .onConflictDoNothing();
  return hash;
}

/** Writes a row that says what it said before: whether anything can be written. */
export async function touchMarket(tx: Tx): Promise<void> {
  await tx.update(market).set({ openedAt: sql`${market.openedAt}` });
}

export async function findMarket(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.select().from(market);
  return row?.id;
}

export async function saveMarket(tx: Tx, id: string, now: string): Promise<void> {
  await tx.insert(market).values({ id, openedAt: now, searchVersion: SEARCH_VERSION });
}

export async function searchVersionOf(tx: Tx): Promise<number | undefined> {
  const [row] = await tx.select().from(market);
  return row?.searchVersion;
}

export async function saveSearchVersion(tx: Tx, searchVersion: number): Promise<void> {
  await tx.update(market).set({ searchVersion });
}

const answersUpTo = standingQuery(['day'], (tx, at) =>
  tx
    .select({ setting: lawAnswer.setting, value: lawAnswer.value })
    .from(lawAnswer)
    .leftJoin(motionWithdrawal, eq(motionWithdrawal.motion, lawAnswer.motion))
    .where(and(lte(lawAnswer.effectiveFrom, at.day), isNull(motionWithdrawal.motion)))
    .orderBy(lawAnswer.effectiveFrom, lawAnswer.recordedAt),
);

/** Answers of this market, on a day, to questions that the law leaves open; the others stay at the pack's default. */
export async function settingsOf(tx: Tx, day: string): Promise<Record<string, string | number | boolean>> {
  const rows = await answersUpTo(tx, { day });
  return Object.fromEntries(rows.map((row) => [row.setting, row.value]));
}
