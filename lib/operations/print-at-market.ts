import { z } from 'zod';
import { networkPrinterOf } from '#db/stores/printers.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { PAPERS } from '#lib/printer/bitmap.ts';
import { unpacked } from '#lib/printer/packed.ts';
import { askState, type Printed, type PrinterState, printOn } from '#lib/printer/printer.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

export const PrintAtMarket = z.strictObject({
  picture: z.strictObject({
    width: z.union(Object.values(PAPERS).map((dots) => z.literal(dots))),
    height: z.int().min(0),
    packed: z.string().max(240_000),
  }),
  opensDrawer: z.boolean(),
});

type Refused = { readonly refusals: readonly Refusal[] };

/**
 * Prints a picture where the office said that this till prints. A till names no address and sends no commands, so that nothing but
 * pictures reaches nothing but its printer. Nothing is written: a print is no act. @throws Forbidden.
 */
export async function printAtMarket(context: Context, input: z.infer<typeof PrintAtMarket>): Promise<Printed | Refused> {
  mayOrThrow(context.actor, 'sell');
  const picture = await unpacked(input.picture);
  if (picture === undefined) return { refusals: [refusal('picture-invalid')] };
  const address = await context.read((tx) => networkPrinterOf(tx, context.actor.id));
  if (address === undefined) return { refusals: [refusal('printer-none')] };
  const printed = await context.overNetwork(address, (port) => printOn(port, { picture, opensDrawer: input.opensDrawer }));
  return printed ?? { outcome: 'not-printed', state: 'away' };
}

/** What the printer of this till says of itself; null where it has none. @throws Forbidden. */
export async function seePrinter(context: Context): Promise<{ readonly state: PrinterState | null }> {
  mayOrThrow(context.actor, 'see-own-till');
  const address = await context.read((tx) => networkPrinterOf(tx, context.actor.id));
  if (address === undefined) return { state: null };
  return { state: (await context.overNetwork(address, askState).catch(() => undefined)) ?? 'away' };
}
