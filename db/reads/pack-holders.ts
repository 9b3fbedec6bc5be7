import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { lawPack } from '../schema/market.ts';
import { device, devicePack } from '../schema/till.ts';
import { stall } from '../schema/vendor.ts';

/** Tills decide on the tablet, so they need the law there; every other device asks the server. */
const DECIDING = ['till', 'desk'] as const;

/** Who holds the pack of a motion, and which devices have not fetched it yet. */
export async function packHolders(tx: Tx, motion: string) {
  const [pack] = await tx
    .select({ hash: lawPack.hash, effectiveFrom: lawPack.effectiveFrom })
    .from(lawPack)
    .where(eq(lawPack.motion, motion));
  if (pack === undefined) return undefined;
  const devices = await tx
    .select({
      id: device.id,
      name: device.name,
      code: device.code,
      stall: stall.code,
      heldSince: devicePack.heldSince,
      heardAt: devicePack.heardAt,
    })
    .from(device)
    .leftJoin(stall, eq(stall.id, device.stall))
    .leftJoin(devicePack, and(eq(devicePack.device, device.id), eq(devicePack.packHash, pack.hash)))
    .where(and(inArray(device.role, [...DECIDING]), isNull(device.revokedAt)))
    .orderBy(asc(device.code));
  return { ...pack, devices };
}
