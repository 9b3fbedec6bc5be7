import { and, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { lawPack } from '../schema/market.ts';
import { motionWithdrawal } from '../schema/motion.ts';
import { devicePack } from '../schema/till.ts';
import { packByHash, packInForce } from './market.ts';

export type PackAhead = { readonly hash: string; readonly effectiveFrom: string };

/** The packs that a device needs from now on: those in force on any side, and those that are signed and will be. */
export async function coming(tx: Tx, now: string): Promise<readonly PackAhead[]> {
  const { pack } = await packInForce(tx, now);
  const inForce = new Set<string>();
  for (const { code } of pack.sides) inForce.add((await packInForce(tx, now, code)).hash);
  const rows = await tx
    .select({ hash: lawPack.hash, effectiveFrom: lawPack.effectiveFrom })
    .from(lawPack)
    .leftJoin(motionWithdrawal, eq(motionWithdrawal.motion, lawPack.motion))
    .where(isNull(motionWithdrawal.motion))
    .orderBy(desc(lawPack.effectiveFrom), desc(lawPack.recordedAt));
  const oldest = rows.findLastIndex(({ hash }) => inForce.has(hash));
  return rows.filter(({ hash }, place) => inForce.has(hash) || place < oldest);
}

/** Writes what a device holds now; what it no longer holds goes. Packs that this market does not know are not written. */
export async function saveHeldPacks(
  tx: Tx,
  of: { readonly device: string; readonly packs: readonly string[]; readonly now: string },
): Promise<void> {
  const packs = [...of.packs];
  await tx.delete(devicePack).where(and(eq(devicePack.device, of.device), notInArray(devicePack.packHash, packs)));
  const known = await tx.select({ hash: lawPack.hash }).from(lawPack).where(inArray(lawPack.hash, packs));
  for (const { hash } of known)
    await tx
      .insert(devicePack)
      .values({ device: of.device, packHash: hash, heldSince: of.now, heardAt: of.now })
      .onConflictDoUpdate({ target: [devicePack.device, devicePack.packHash], set: { heardAt: of.now } });
}

/** The pack as a device takes it in: read and with what it leaves unsaid filled in, as `decide` wants it. */
export async function packForDevice(tx: Tx, hash: string) {
  const [row] = await tx.select({ hash: lawPack.hash }).from(lawPack).where(eq(lawPack.hash, hash));
  return row === undefined ? undefined : packByHash(tx, hash);
}
