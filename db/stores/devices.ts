import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { standingRow } from '../engine/standing-query.ts';
import { device, deviceKey, enrolmentCode, operatorSession } from '../schema/till.ts';

export type DeviceRow = typeof device.$inferSelect;

const deviceById = keptRow(['id'], (tx, at) => tx.select().from(device).where(eq(device.id, at.id)));
const deviceBySecret = standingRow(['secretHash'], (tx, at) =>
  tx.select().from(device).where(eq(device.secretHash, at.secretHash)),
);
const browserBySecret = standingRow(['secretHash'], (tx, at) =>
  tx
    .select({ device, publicKey: deviceKey.publicKey })
    .from(deviceKey)
    .innerJoin(device, eq(device.id, deviceKey.device))
    .where(and(eq(deviceKey.secretHash, at.secretHash), isNull(deviceKey.endedAt))),
);
const operatorOf = standingRow(['device'], (tx, at) =>
  tx
    .select()
    .from(operatorSession)
    .where(and(eq(operatorSession.device, at.device), isNull(operatorSession.endedAt))),
);

export const findDevice = (tx: Tx, by: { id: string } | { secretHash: string }): Promise<DeviceRow | undefined> =>
  'id' in by ? deviceById(tx, by) : deviceBySecret(tx, by);

/** The device that a browser is, by the hash of its cookie, with the key that it has to prove. */
export const deviceOfBrowser = (
  tx: Tx,
  secretHash: string,
): Promise<{ readonly device: DeviceRow; readonly publicKey: string } | undefined> => browserBySecret(tx, { secretHash });

/** Every key that a browser ever held as this device. */
export async function keysOf(tx: Tx, deviceId: string): Promise<readonly string[]> {
  const rows = await tx.select({ publicKey: deviceKey.publicKey }).from(deviceKey).where(eq(deviceKey.device, deviceId));
  return rows.map(({ publicKey }) => publicKey);
}

export async function deviceCount(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)` }).from(device);
  return row?.count ?? 0;
}

/** Devices that do the same work at the same place and still may, this one among them, each with the key of its browser. */
export async function devicesBeside(tx: Tx, row: DeviceRow): Promise<readonly { id: string; publicKey: string | null }[]> {
  return tx
    .select({ id: device.id, publicKey: deviceKey.publicKey })
    .from(device)
    .leftJoin(deviceKey, and(eq(deviceKey.device, device.id), isNull(deviceKey.endedAt)))
    .where(
      and(
        eq(device.role, row.role),
        row.stall === null ? isNull(device.stall) : eq(device.stall, row.stall),
        row.gate === null ? isNull(device.gate) : eq(device.gate, row.gate),
        isNull(device.revokedAt),
      ),
    )
    .orderBy(device.code);
}

export async function saveDevice(tx: Tx, row: typeof device.$inferInsert): Promise<void> {
  await tx.insert(device).values(row);
}

/** A device has one credential: a new token ends the browser that it was. */
export async function giveDeviceToken(tx: Tx, id: string, secretHash: string, now: string): Promise<void> {
  await endBrowser(tx, id, now);
  await tx.update(device).set({ secretHash }).where(eq(device.id, id));
}

export async function revokeDeviceRow(tx: Tx, id: string, revokedAt: string): Promise<void> {
  await endBrowser(tx, id, revokedAt);
  await tx.update(device).set({ revokedAt, secretHash: null }).where(eq(device.id, id));
}

/** Makes a browser the device; whatever was the device before, browser or token, no longer is. */
export async function giveBrowser(tx: Tx, row: typeof deviceKey.$inferInsert): Promise<void> {
  await endBrowser(tx, row.device, row.enrolledAt);
  await tx.update(device).set({ secretHash: null }).where(eq(device.id, row.device));
  await tx.insert(deviceKey).values(row);
}

async function endBrowser(tx: Tx, deviceId: string, endedAt: string): Promise<void> {
  await tx
    .update(deviceKey)
    .set({ endedAt })
    .where(and(eq(deviceKey.device, deviceId), isNull(deviceKey.endedAt)));
}

export async function saveEnrolmentCode(tx: Tx, row: typeof enrolmentCode.$inferInsert): Promise<void> {
  await tx.insert(enrolmentCode).values(row).onConflictDoNothing();
}

export async function findEnrolmentCode(tx: Tx, codeHash: string): Promise<typeof enrolmentCode.$inferSelect | undefined> {
  const [row] = await tx.select().from(enrolmentCode).where(eq(enrolmentCode.codeHash, codeHash));
  return row;
}

export async function markCodeUsed(tx: Tx, codeHash: string, usedAt: string): Promise<void> {
  await tx.update(enrolmentCode).set({ usedAt }).where(eq(enrolmentCode.codeHash, codeHash));
}

export const operatorAt = (tx: Tx, deviceId: string): Promise<typeof operatorSession.$inferSelect | undefined> =>
  operatorOf(tx, { device: deviceId });

export async function startOperatorSession(tx: Tx, row: typeof operatorSession.$inferInsert): Promise<void> {
  await endOperatorSession(tx, row.device, row.startedAt);
  await tx.insert(operatorSession).values(row);
}

export async function endOperatorSession(tx: Tx, deviceId: string, endedAt: string): Promise<void> {
  await tx
    .update(operatorSession)
    .set({ endedAt })
    .where(and(eq(operatorSession.device, deviceId), isNull(operatorSession.endedAt)));
}
