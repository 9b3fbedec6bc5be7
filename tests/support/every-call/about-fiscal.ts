import { waitingLanes } from '#db/stores/fiscal-documents.ts';
import { advanceFiscalDocuments } from '#lib/operations/advance-fiscal-documents.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { MARKET } from '#lib/staff/actor.ts';
import { setAdapter } from '../a-fiscal-side.ts';
import { id } from '../a-market.ts';
import { aDay, aDocument, body, inside } from '../a-visit.ts';
import type { Heard } from './heard.ts';

/** Asks for everything about fiscal documents: a side that has an operator for a while, one sale of each end, and one document that is turned down. */
export async function askAboutFiscal(heard: Heard): Promise<void> {
  const office = await heard.signIn('administrator', 'office');
  const day = await aDay(heard);
  body(await setAdapter(heard, office, 'CN', 'file', { onTimeMinutes: 15, loudHours: 72, shutHours: 60 }), 422);
  body(await setAdapter(heard, office, 'XX', 'file'), 404);
  body(await setAdapter(heard, office, 'CN', 'file'), 201);
  const goods = await day.stock('A-001', { price: '10.00' });
  const pass = await inside(day, 'CN', aDocument());
  const sell = async () => body<{ receipt: Receipt }>(await day.sell('A-001', pass, [[goods, 1]]), 201).receipt;
  const [back, wrong] = [await sell(), await sell()];
  body(await day.refund('A-001', back, 1), 201);
  const till = await day.till('A-001');
  body(await heard.ask(till, 'POST', `/api/v1/sales/${wrong.id}/voids`, { id: id(), reason: 'wrong goods' }), 201);
  const turnsDown = async () => ({ state: 'refused' as const, why: 'the tax number is not known' });
  const context = { ...heard.serai.contextOf(MARKET), registrarOf: () => turnsDown };
  const place = { side: 'CN', adapter: 'file' } as const;
  for (const { documents } of await context.read((tx) => waitingLanes(tx, place, [])))
    await advanceFiscalDocuments(context, place, documents, () => false);
  body(await heard.ask(office, 'GET', '/api/v1/office/fiscal'), 200);
  body(await heard.ask(till, 'GET', '/api/v1/till'), 200);
  const retry = (side: string) => heard.ask(office, 'POST', `/api/v1/sides/${side}/fiscal-retries`, { id: id() });
  body(await retry('CN'), 201);
  body(await retry('CN'), 422);
  body(await retry('XX'), 404);
  body(await setAdapter(heard, office, 'CN', 'none'), 201);
}
