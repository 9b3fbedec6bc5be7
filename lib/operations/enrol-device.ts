import { z } from 'zod';
import { packInForce } from '#db/stores/market.ts';
import {
  changeDevice,
  deviceCount,
  findDevice,
  findEnrolmentCode,
  markCodeUsed,
  saveDevice,
  saveEnrolmentCode,
} from '#db/stores/tills.ts';
import { findStall } from '#db/stores/vendors.ts';
import { digestOf } from '#lib/act/act.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const AddDevice = z.strictObject({
  id: z.uuid(),
  role: z.enum(['kiosk', 'gate', 'till', 'desk', 'auditor', 'program']),
  name: z.string().trim().min(2).max(80),
  gate: z.string().max(16).optional(),
  stall: z.string().max(40).optional(),
});

export const EnrolDevice = z.strictObject({ code: z.string().regex(/^\d{8}$/) });
export const RevokeDevice = z.strictObject({ id: z.uuid(), device: z.uuid(), reason: z.string().trim().min(3).max(500) });

type Added = { readonly device: { readonly id: string; readonly role: string; readonly name: string; readonly code: string } };

const MINUTES_A_CODE_LIVES = 10;

/** Makes a place for a device: a kiosk or gate at a gate, a till at a stall. @throws Forbidden. */
export async function addDevice(context: Context, input: z.infer<typeof AddDevice>): Promise<Answer<Added>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'add-device', input, async (tx) => {
    const { pack } = await packInForce(tx, context.now);
    const atGate = input.role === 'kiosk' || input.role === 'gate';
    if (atGate && !pack.gates.some(({ code }) => code === input.gate))
      return {
        refused: [refusal('gate-unknown', { gate: input.gate ?? '', gates: pack.gates.map(({ code }) => code).join(' ') })],
      };
    const stall =
      input.stall === undefined
        ? undefined
        : await findStall(tx, isUuid(input.stall) ? { id: input.stall } : { code: input.stall });
    if (input.role === 'till' && stall === undefined)
      return { refused: [refusal('stall-unknown', { stall: input.stall ?? '' })] };
    if ((await findDevice(tx, { id: input.id })) !== undefined) return { refused: [refusal('id-taken')] };
    const code = `${input.role.charAt(0).toUpperCase()}${String((await deviceCount(tx)) + 1).padStart(4, '0')}`;
    await saveDevice(tx, {
      id: input.id,
      role: input.role,
      name: input.name,
      code,
      stall: stall?.id ?? null,
      gate: atGate ? (input.gate ?? null) : null,
      secretHash: null,
      enrolledAt: context.now,
    });
    return {
      body: { device: { id: input.id, role: input.role, name: input.name, code } },
      subject: input.id,
      facts: { role: input.role, code },
    };
  });
}

/** Gives a device a bearer token. Only its hash is kept; giving it again replaces the old one. @returns the token. */
export async function giveToken(context: Context, device: string): Promise<string> {
  const token = `srt_${base64url(context.randomBytes(32))}`;
  await context.transact((tx) => changeDevice(tx, device, { secretHash: secretHashOf(token) }));
  return token;
}

/** A one-time code of eight digits that enrols a browser as this device, for ten minutes. @throws NotYours if there is no such device. */
export async function giveEnrolmentCode(
  context: Context,
  device: string,
  demoCode?: string,
): Promise<{ readonly code: string; readonly expiresAt: string }> {
  mayOrThrow(context.actor, 'run-market');
  const code = demoCode ?? digits(context.randomBytes(8));
  const expiresAt =
    demoCode === undefined
      ? new Date(Date.parse(context.now) + MINUTES_A_CODE_LIVES * 60_000).toISOString()
      : '9999-12-31T00:00:00.000Z';
  await context.transact(async (tx) => {
    const found = await findDevice(tx, { id: device });
    if (found === undefined || found.revokedAt !== null) throw new NotYours();
    await saveEnrolmentCode(tx, { codeHash: digestOf(code), device, reusable: demoCode !== undefined, expiresAt });
  });
  return { code, expiresAt };
}

/** Turns a code into the device's token, which the browser keeps as an HttpOnly cookie. */
export async function enrolDevice(
  context: Omit<Context, 'actor'>,
  input: z.infer<typeof EnrolDevice>,
): Promise<{ readonly token: string; readonly role: string } | Refusal> {
  const token = `srs_${base64url(context.randomBytes(32))}`;
  return context.transact(async (tx) => {
    const row = await findEnrolmentCode(tx, digestOf(input.code));
    if (row === undefined || row.expiresAt < context.now || (row.usedAt !== null && !row.reusable))
      return refusal('code-unknown');
    const device = await findDevice(tx, { id: row.device });
    if (device === undefined || device.revokedAt !== null) return refusal('device-revoked');
    await markCodeUsed(tx, row.codeHash, context.now);
    await changeDevice(tx, device.id, { secretHash: secretHashOf(token) });
    return { token, role: device.role };
  });
}

/** Ends a device for good; its token and cookie stop at once. @throws Forbidden, NotYours. */
export async function revokeDevice(
  context: Context,
  input: z.infer<typeof RevokeDevice>,
): Promise<Answer<{ device: { id: string; revokedAt: string } }>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'revoke-device', input, async (tx) => {
    const device = await findDevice(tx, { id: input.device });
    if (device === undefined) throw new NotYours();
    if (device.revokedAt !== null) return { refused: [refusal('device-revoked')] };
    await changeDevice(tx, device.id, { revokedAt: context.now, secretHash: null });
    return { body: { device: { id: device.id, revokedAt: context.now } }, subject: device.id, facts: { reason: input.reason } };
  });
}

/** A token is long and random: a plain hash finds it and cannot be turned back. */
export const secretHashOf = (token: string): string => digestOf(`device|${token}`);

const isUuid = (text: string) => /^[0-9a-f]{8}-/i.test(text);
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const digits = (bytes: Uint8Array) => String(bytes.reduce((sum, byte) => (sum * 256 + byte) % 100_000_000, 0)).padStart(8, '0');
