import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Subject } from '#lib/law/motion.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Tx } from '../engine/engine.ts';
import { lawAnswer, lawPack, lawRate, tillRate } from '../schema/market.ts';
import { motion, motionSignature, motionWithdrawal } from '../schema/motion.ts';

export type MotionRow = Omit<typeof motion.$inferSelect, 'subject' | 'kind'> & {
  readonly subject: Subject;
  readonly signers: readonly string[];
  readonly withdrawn: boolean;
};

export async function findMotion(tx: Tx, id: string): Promise<MotionRow | undefined> {
  const [row] = await tx.select().from(motion).where(eq(motion.id, id));
  if (row === undefined) return undefined;
  const signed = await tx
    .select({ signer: motionSignature.signer })
    .from(motionSignature)
    .where(eq(motionSignature.motion, id))
    .orderBy(asc(motionSignature.place));
  const [withdrawn] = await tx.select().from(motionWithdrawal).where(eq(motionWithdrawal.motion, id));
  return {
    ...row,
    subject: row.subject as Subject,
    signers: signed.map(({ signer }) => signer),
    withdrawn: withdrawn !== undefined,
  };
}

/** Whoever lays a motion has signed it. */
export async function saveMotion(
  tx: Tx,
  row: { id: string; subject: Subject; effectiveFrom: string | null; laidBy: string; laidAt: string },
) {
  await tx.insert(motion).values({ ...row, kind: row.subject.kind });
  await sign(tx, { motion: row.id, signer: row.laidBy, place: 1, signedAt: row.laidAt });
}

export async function sign(tx: Tx, row: typeof motionSignature.$inferInsert): Promise<void> {
  await tx.insert(motionSignature).values(row);
}

export async function markEnacted(tx: Tx, id: string, at: string): Promise<void> {
  await tx.update(motion).set({ enactedAt: at }).where(eq(motion.id, id));
}

export async function saveWithdrawal(tx: Tx, row: typeof motionWithdrawal.$inferInsert): Promise<void> {
  await tx.insert(motionWithdrawal).values(row);
}

export async function saveAnswer(tx: Tx, row: typeof lawAnswer.$inferInsert): Promise<void> {
  await tx.insert(lawAnswer).values(row);
}

/** Whether a pack was ever read or enacted under this version or as these bytes: two laws never go by one name. */
export async function isVersionTaken(tx: Tx, version: string): Promise<boolean> {
  const [row] = await tx.select({ hash: lawPack.hash }).from(lawPack).where(eq(lawPack.version, version)).limit(1);
  return row !== undefined;
}

/** Whether another pack begins on that day. */
export async function isDayTaken(tx: Tx, effectiveFrom: string): Promise<boolean> {
  const [row] = await tx
    .select({ hash: lawPack.hash })
    .from(lawPack)
    .leftJoin(motionWithdrawal, eq(motionWithdrawal.motion, lawPack.motion))
    .where(and(eq(lawPack.effectiveFrom, effectiveFrom), isNull(motionWithdrawal.motion)))
    .limit(1);
  return row !== undefined;
}

/** Of these rates those whose pair has a rate of the same day already, by 'CNY/KZT 2026-11-18'. */
export async function knownRates(tx: Tx, kind: 'law' | 'till', rates: readonly Rate[]): Promise<ReadonlySet<string>> {
  const dates = [...new Set(rates.map(({ date }) => date))];
  const table = kind === 'law' ? lawRate : tillRate;
  const rows = await tx
    .select({ base: table.base, quote: table.quote, date: table.date })
    .from(table)
    .where(and(inArray(table.date, dates), kind === 'till' ? eq(tillRate.stall, '') : undefined));
  return new Set(rows.map(rateKey));
}

export const rateKey = ({ base, quote, date }: Pick<Rate, 'base' | 'quote' | 'date'>): string => `${base}/${quote} ${date}`;
