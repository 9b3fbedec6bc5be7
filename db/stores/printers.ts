import { and, desc, eq } from 'drizzle-orm';
import { type PrinterAddress, printerAddress } from '#lib/printer/printer-address.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { audit } from '../schema/act.ts';
import { networkPrinter } from '../schema/till.ts';
import { keep } from './evidence.ts';

const newestOf = keptRow(['device'], (tx, at) =>
  tx
    .select({ address: networkPrinter.address })
    .from(networkPrinter)
    .where(eq(networkPrinter.device, at.device))
    .orderBy(desc(networkPrinter.setAt), desc(networkPrinter.id))
    .limit(1),
);

export async function saveNetworkPrinter(tx: Tx, row: typeof networkPrinter.$inferInsert): Promise<void> {
  await keep(tx, networkPrinter, row);
}

/** Where the market prints for a till; undefined where the office entered nothing, or took it back. */
export async function networkPrinterOf(tx: Tx, device: string): Promise<PrinterAddress | undefined> {
  const found = await newestOf(tx, { device });
  return found?.address == null ? undefined : printerAddress(found.address);
}

/** How often somebody printed a copy of this sale's receipt. */
export async function copiesOf(tx: Tx, sale: string): Promise<number> {
  const copies = await tx
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.subject, sale), eq(audit.kind, 'note-copy')));
  return copies.length;
}
