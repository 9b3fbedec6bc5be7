import { z } from 'zod';
import { findDevice, giveDeviceToken, revokeDeviceRow, saveDevice } from '#db/stores/devices.ts';
import { packInForce } from '#db/stores/market.ts';
import { findStall } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { base64url } from '#lib/staff/browser-proof.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { nextDeviceCode } from './parts/device-code.ts';
import { secretHashOf } from './parts/device-secret.ts';
import { type Answer, perform } from './perform.ts';

export const AddDevice = z.strictObject({
  id: z.uuid(),
  role: z.enum(['kiosk', 'gate', 'till', 'desk', 'auditor', 'program']),
  name: z.string().trim().min(2).max(80),
  gate: z.string().max(16).optional(),
  stall: z.string().max(40).optional(),
});

export const RevokeDevice = z.strictObject({ id: z.uuid(), device: z.uuid(), reason: z.string().trim().min(3).max(500) });

type Added = { readonly device: { readonly id: string; readonly role: string; readonly name: string; readonly code: string } };

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
    const code = await nextDeviceCode(tx, input.role);
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
  await context.transact((tx) => giveDeviceToken(tx, device, secretHashOf(token), context.now));
  return token;
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
    await revokeDeviceRow(tx, device.id, context.now);
    return { body: { device: { id: device.id, revokedAt: context.now } }, subject: device.id, facts: { reason: input.reason } };
  });
}

const isUuid = (text: string) => /^[0-9a-f]{8}-/i.test(text);
