import { encodeSale, type Json, signedTextOf } from '#lib/sale/sale-text.ts';
import { offlineNumber } from '#lib/till/offline-sale.ts';
import { heldKey } from '../_ui/browser-key.ts';
import { NUMBER, onDisk, type Unsent } from './disk.ts';
import { type Beacon, clocksNow, marketTime } from './market-clock.ts';
import type { OfflineReceipt } from './offline-receipt.ts';
import { keepFinished } from './outbox.ts';
import type { TillView } from './till-views.ts';

/**
 * Makes a sale without the market's answer: its number, its time, signed by this browser's key, and on disk before anybody sees a receipt.
 * @throws where the disk does not take it: then nothing is sold.
 */
export async function finishOffline(sale: Unsent, till: TillView, beacon: Beacon): Promise<OfflineReceipt> {
  const { draft } = sale;
  if (draft === undefined) throw new Error('this sale is not one pass’s');
  const { occurredAt, clock, deviceClock } = marketTime(beacon, clocksNow());
  const number = await takeNumber(till);
  const { session, operator, prices } = draft;
  const { change } = draft.receipt;
  const offline = { number, beacon: beacon.text, clock, deviceClock, prices, change, session, operator };
  const body = { ...sale.body, origin: 'offline', occurredAt, offline };
  const receipt: OfflineReceipt = {
    ...draft.receipt,
    number: offlineNumber(till.device.code, number),
    occurredAt,
    saleText: await textOf(till.device.id, { id: sale.id, ...body } as unknown as Json),
  };
  await keepFinished({ ...sale, body, receipt });
  return receipt;
}

/** The next number of this device: its own, or the market's where that has come further. A number is taken once, in whichever tab. */
function takeNumber(till: TillView): Promise<number> {
  const name = `${NUMBER}${till.device.id}`;
  return onDisk((disk) =>
    disk.transaction('rw', disk.kept, async () => {
      const own = (await disk.kept.get(name))?.value;
      const number = Math.max(typeof own === 'number' ? own : 1, till.offline.nextNumber);
      await disk.kept.put({ name, at: new Date().toISOString(), value: number + 1 });
      return number;
    }),
  );
}

async function textOf(device: string, body: Json): Promise<string> {
  const key = await heldKey();
  if (key === undefined) throw new Error('this browser has no key');
  return encodeSale(device, body, await key.sign(signedTextOf(body)));
}
