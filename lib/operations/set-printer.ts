import { z } from 'zod';
import { findDevice } from '#db/stores/devices.ts';
import { saveNetworkPrinter } from '#db/stores/printers.ts';
import { refusal } from '#lib/act/refusal.ts';
import { addressText, printerAddress } from '#lib/printer/printer-address.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const SetPrinter = z.strictObject({ id: z.uuid(), device: z.uuid(), address: z.string().max(40).nullable() });

type Set = { readonly printer: { readonly device: string; readonly address: string | null } };

/** Says where the market prints for a till; null: nowhere. @throws Forbidden, NotYours if there is no such till. */
export async function setPrinter(context: Context, input: z.infer<typeof SetPrinter>): Promise<Answer<Set>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'set-printer', input, async (tx) => {
    const device = await findDevice(tx, { id: input.device });
    if (device === undefined || (device.role !== 'till' && device.role !== 'desk')) throw new NotYours();
    const found = input.address === null ? undefined : printerAddress(input.address);
    if (input.address !== null && found === undefined)
      return { refused: [refusal('printer-address-invalid', { address: input.address })] };
    const address = found === undefined ? null : addressText(found);
    await saveNetworkPrinter(tx, { id: input.id, device: device.id, address, setAt: context.now, setBy: context.actor.id });
    return { body: { printer: { device: device.id, address } }, subject: device.id, facts: { address } };
  });
}
