import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { rememberAct } from '#db/stores/acts.ts';
import {
  type DeviceRow,
  devicesBeside,
  endOperatorSession,
  findDevice,
  findEnrolmentCode,
  giveBrowser,
  markCodeUsed,
  saveDevice,
  saveEnrolmentCode,
} from '#db/stores/devices.ts';
import { beginAct } from '#db/stores/evidence.ts';
import { setWrongAttempts, wrongAttemptsOf } from '#db/stores/staff.ts';
import { digestOf } from '#lib/act/act.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type Actor, MACHINE, NotYours } from '#lib/staff/actor.ts';
import { base64url, enrolmentText, PUBLIC_KEY_PATTERN } from '#lib/staff/browser-proof.ts';
import { lockedUntil } from '#lib/staff/lock-out.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { nextDeviceCode } from './parts/device-code.ts';
import { secretHashOf } from './parts/device-secret.ts';

export const EnrolBrowser = z.strictObject({
  code: z.string().regex(/^\d{8}$/),
  /** SPKI of a P-256 key, base64url. */
  publicKey: z.string().regex(PUBLIC_KEY_PATTERN),
  /** The key's signature over the code. */
  proof: z.string().max(200),
});

const MINUTES_A_CODE_LIVES = 10;
const FOR_EVER = '9999-12-31T00:00:00.000Z';

/** A one-time code of eight digits that enrols a browser as this device, for ten minutes. @throws Forbidden, NotYours if there is no such device. */
export async function giveEnrolmentCode(
  context: Context,
  device: string,
  demoCode?: string,
): Promise<{ readonly code: string; readonly expiresAt: string }> {
  mayOrThrow(context.actor, 'run-market');
  const code = demoCode ?? digits(context.randomBytes(8));
  const expiresAt =
    demoCode === undefined ? new Date(Date.parse(context.now) + MINUTES_A_CODE_LIVES * 60_000).toISOString() : FOR_EVER;
  await context.transact(async (tx) => {
    const found = await findDevice(tx, { id: device });
    if (found === undefined || found.revokedAt !== null) throw new NotYours();
    await saveEnrolmentCode(tx, { codeHash: digestOf(code), device, reusable: demoCode !== undefined, expiresAt });
  });
  return { code, expiresAt };
}

/** Turns a code into the cookie of a browser that holds a key. A code is used once; a demo's may be used again, by a browser beside the first. */
export async function enrolBrowser(
  context: Omit<Context, 'actor'>,
  { code, publicKey, proof }: z.infer<typeof EnrolBrowser>,
): Promise<{ readonly cookie: string; readonly role: string } | Refusal> {
  if (!context.verifyBrowser(publicKey, enrolmentText(code), proof)) return refusal('key-not-proven');
  const cookie = `srs_${base64url(context.randomBytes(32))}`;
  return context.transact(async (tx) => {
    beginAct(tx);
    const row = await findEnrolmentCode(tx, digestOf(code));
    const locked = await countedTry(tx, context, row);
    if (locked !== undefined) return locked;
    if (row === undefined || !isGood(row, context.now)) return refusal('code-unknown');
    const wanted = await findDevice(tx, { id: row.device });
    if (wanted === undefined || wanted.revokedAt !== null) return refusal('device-revoked');
    const { device, isSame } = row.reusable
      ? await placeBeside(tx, context, wanted, publicKey)
      : { device: wanted, isSame: false };
    await markCodeUsed(tx, row.codeHash, context.now);
    if (!isSame) await endOperatorSession(tx, device.id, context.now);
    await giveBrowser(tx, { secretHash: secretHashOf(cookie), device: device.id, publicKey, enrolledAt: context.now });
    await record(tx, context, device);
    return { cookie, role: device.role };
  });
}

type CodeRow = Awaited<ReturnType<typeof findEnrolmentCode>>;

const isGood = (row: CodeRow, now: string): boolean =>
  row !== undefined && row.expiresAt >= now && (row.usedAt === null || row.reusable);

/**
 * Eight digits can be guessed by whoever may try for ever: wrong ones are counted for the place they come from and for the device
 * whose old code is tried, and each waits longer every time. @returns the refusal while one of them waits.
 */
async function countedTry(
  tx: Tx,
  { now, address }: Pick<Context, 'now' | 'address'>,
  row: CodeRow,
): Promise<Refusal | undefined> {
  const pairs = [`enrol|${address ?? ''}`, ...(row === undefined ? [] : [`enrol|${row.device}`])];
  const tried = await Array.fromAsync(pairs, async (pair) => ({ pair, attempts: await wrongAttemptsOf(tx, pair) }));
  const until =
    tried
      .map(({ attempts }) => lockedUntil(attempts))
      .sort()
      .at(-1) ?? '';
  if (until > now) return refusal('code-locked', { until });
  for (const { pair, attempts } of tried) await setWrongAttempts(tx, pair, isGood(row, now) ? 0 : attempts.count + 1, now);
  return undefined;
}

/**
 * Where a code that is used again puts a browser: where it already stood, at the device itself if nobody does, else at a device of its own,
 * so that two tablets never share receipt numbers, a drawer or an operator.
 */
async function placeBeside(
  tx: Tx,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  wanted: DeviceRow,
  publicKey: string,
): Promise<{ readonly device: DeviceRow; readonly isSame: boolean }> {
  const beside = await devicesBeside(tx, wanted);
  const own = beside.find((each) => each.publicKey === publicKey);
  if (own !== undefined) return { device: (await findDevice(tx, own)) as DeviceRow, isSame: true };
  if (beside.some(({ id, publicKey: key }) => id === wanted.id && key === null)) return { device: wanted, isSame: false };
  const device = {
    ...wanted,
    id: newId(),
    name: `${wanted.name} (${beside.length + 1})`,
    code: await nextDeviceCode(tx, wanted.role),
    secretHash: null,
    enrolledAt: now,
  };
  await saveDevice(tx, device);
  return { device, isSame: false };
}

/** Nobody is known yet when a code is typed: the device itself leaves the record. */
async function record(tx: Tx, context: Omit<Context, 'actor'>, { id, role, code }: DeviceRow): Promise<void> {
  const actor = { ...MACHINE, kind: 'device', id, role: role as Actor['role'], code } as const;
  await rememberAct(
    tx,
    { ...context, actor },
    {
      id: context.newId(),
      kind: 'enrol-browser',
      bodyHash: '',
      answer: { role },
      origin: 'live',
      occurredAt: context.now,
      subject: id,
      facts: { role, code },
    },
  );
}

const digits = (bytes: Uint8Array) => String(bytes.reduce((sum, byte) => (sum * 256 + byte) % 100_000_000, 0)).padStart(8, '0');
