import { DEMO } from '#db/seed/demo.ts';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { packed } from '#lib/printer/packed.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aDarkTill, receiptOf } from '../a-dark-till.ts';
import { id } from '../a-market.ts';
import { aDay, aDocument, body, inside } from '../a-visit.ts';
import { anOfflineSale } from '../an-offline-sale.ts';
import { aNetworkPrinter } from '../network-printer.ts';
import type { Heard } from './heard.ts';

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const cash = (amount: string) => [{ kind: 'cash', amount: CNY(amount) }];

/** Asks for everything that kiosks, gates, tills and phones ask for, once well and once so that it is refused. */
export async function askAtDevices(heard: Heard): Promise<void> {
  const day = await aDay(heard);
  const { gate } = day.at.CN;
  const tell = (who: string, path: string, more: object) => heard.ask(who, 'POST', `/api/v1/${path}`, { id: id(), ...more });
  const see = (who: string, path: string) => heard.ask(who, 'GET', `/api/v1/${path}`);

  const document = aDocument();
  const pass = await inside(day, 'CN', document);
  await day.issue('CN', document);
  await day.enter('CN', pass);
  for (const path of [`passes/${pass}`, `passes/${pass}/allowance`, 'market', 'gate']) await see(gate, path);
  await see(gate, `passes/${pass}/allowance?exit=XX`);

  const home = await inside(day, 'KZ', aDocument({ nationality: 'KAZ' }));
  const { visit: homeVisit } = body<{ pass: PassCard }>(await see(day.at.KZ.gate, `passes/${home}`), 200).pass;
  const choose = (rule: string) => tell(day.at.KZ.gate, `visits/${homeVisit?.id}/choices`, { rule, choice: 'save' });
  body(await choose('KZ-MCPS-FREQ'), 201);
  body(await choose('KZ-LAND-VAL'), 422);

  const till = await day.till('A-001');
  body(await see(till, 'pass-keys'), 200);
  body(await see(till, `passes/${pass}/facts`), 200);
  body(await see(till, `passes/${id()}/facts`), 422);
  body(await heard.ask(till, 'POST', '/api/v1/held-packs', { packs: ['0'.repeat(64)] }), 200);
  const fault = { packHash: '0'.repeat(64), engine: 1, fields: ['duty'] };
  body(await heard.ask(till, 'POST', '/api/v1/preview-faults', fault), 200);
  body(await see(till, `packs/${fault.packHash}`), 404);
  const thing = await day.stock('A-001', { price: '10.00' });
  const lines = [{ product: thing.id, quantity: '1' }];
  await heard.ask(till, 'POST', '/api/v1/decisions', { pass, lines });
  await heard.ask(till, 'POST', '/api/v1/decisions', { pass, lines: [{ product: id(), quantity: '1' }] });
  await heard.ask(`Pass ${pass}`, 'POST', '/api/v1/decisions', { pass: id(), lines });
  const sold = body<{ receipt: Receipt }>(await tell(till, 'sales', { pass, lines, tenders: cash('10.00') }), 201).receipt;
  await tell(till, 'sales', { pass, lines, tenders: cash('1.00') });
  const hold = (basket: string, shown: string) => tell(till, 'leases', { basket, pass: shown, lines });
  const [basket, kept] = [id(), id()];
  body(await hold(basket, pass), 201);
  body(await hold(kept, pass), 201);
  body(await hold(id(), id()), 422);
  const recall = () => tell(gate, `leases/${basket}/recalls`, { reason: 'the till is dead' });
  body(await recall(), 201);
  body(await recall(), 422);
  body(await heard.ask(gate, 'POST', '/api/v1/receipts', { receipt: 'SS1:nothing' }), 422);
  const made = (number: number) =>
    anOfflineSale(see(till, 'till'), { pass, product: thing.id, price: '12.00', says: { number } });
  body(await heard.ask(till, 'POST', '/api/v1/sales', await made(1)), 201);
  const receipt = await receiptOf(await made(2), await aDarkTill(heard, 'A-001'));
  body(await heard.ask(gate, 'POST', '/api/v1/receipts', { receipt }), 200);
  const stall = sold.stall.id;
  await tell(till, 'payments', { sales: [{ id: id(), stall, pass, lines }], tenders: cash('10.00'), custody: 'stall' });
  await tell(till, 'payments', { sales: [{ id: id(), stall, pass, lines }], tenders: [], custody: 'stall' });
  for (const path of ['sales', `sales/${sold.id}`, 'till', 'products?q=silk&limit=3', `passes/${pass}/sales`])
    await see(till, path);
  const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], tenders: cash('10.00'), paidBy: 'stall' };
  await tell(till, `sales/${sold.id}/refunds`, back);
  await tell(till, `sales/${sold.id}/refunds`, back);
  const wrong = body<{ receipt: Receipt }>(await tell(till, 'sales', { pass, lines, tenders: cash('10.00') }), 201).receipt;
  body(await tell(till, `sales/${wrong.id}/copies`, {}), 201);
  await tell(till, `sales/${wrong.id}/voids`, { reason: 'wrong goods' });
  await tell(till, `sales/${wrong.id}/voids`, { reason: 'wrong goods' });
  const odd = await day.stock('A-001', { price: '10.03' });
  const fen = [{ product: odd.id, quantity: '1' }];
  const rounded = body<{ receipt: Receipt }>(
    await tell(till, 'sales', { pass, lines: fen, tenders: cash('20.00') }),
    201,
  ).receipt;
  body(await tell(till, `sales/${rounded.id}/refunds`, { ...back, tenders: cash('10.00') }), 201);
  const traded = body<{ receipt: Receipt }>(await tell(till, 'sales', { pass, lines, tenders: cash('10.00') }), 201).receipt;
  const trade = () => {
    const { tenders: _, ...goods } = back;
    return tell(till, `sales/${traded.id}/exchanges`, { ...goods, sold: { id: id(), pass, lines }, tenders: [] });
  };
  body(await trade(), 201);
  body(await trade(), 422);
  await askForPrints(heard);
  await askAtTheDrawer(heard, await day.till('A-002'));

  await heard.ask(gate, 'POST', '/api/v1/pass-searches', { document });
  await heard.ask(gate, 'POST', '/api/v1/pass-searches', { document: { mrz: 'P<NOTHING' } });
  const renewed = body<{ pass: PassCard }>(await tell(gate, `passes/${pass}/replacements`, { document }), 201).pass;
  await tell(gate, `passes/${pass}/replacements`, { document });
  const exit = body<{ exit: ExitView }>(await tell(gate, 'exits', { pass: renewed.code }), 201).exit;
  await tell(gate, 'exits', { pass: renewed.code });
  await see(gate, `exits/${exit.id}`);
  const found = { source: 'found', description: 'Tea', category: 'tea-coffee', quantity: '1', weightG: 100, value: CNY('9.00') };
  await tell(gate, `exits/${exit.id}/lines`, { ...found, category: 'nothing-known' });
  await tell(gate, `exits/${exit.id}/lines`, { ...found, category: thing.category });
  const resolved = { line: exit.declared[0]?.id, fate: 'given', reason: 'shown to me' };
  await tell(gate, `exits/${exit.id}/resolutions`, resolved);
  await tell(gate, `exits/${exit.id}/close`, { outcome: 'settled' });
  await tell(gate, `exits/${exit.id}/close`, { outcome: 'settled' });
  await tell(gate, `exits/${exit.id}/resolutions`, resolved);

  const goods = await see(gate, `passes/${renewed.code}/record`);
  const { lines: left } = body<{ lines: { id: string }[] }>(goods, 200);
  const corrected = (weightG: number) =>
    tell(gate, `visits/${exit.visit}/corrections`, { line: left[0]?.id, weightG, reason: 'weighed again' });
  body(await corrected(4321), 201);
  body(await corrected(4321), 422);
  const known = { rule: 'CN-ICBC-VAL', happenedAt: '2026-11-01T00:00:00Z', amount: 1, knownFrom: 'stamp' };
  body(await tell(gate, `passes/${renewed.code}/outside-entries`, { ...known, reason: 'stamp seen' }), 201);
  body(await tell(gate, `passes/${renewed.code}/outside-entries`, { ...known, rule: 'nothing', reason: 'stamp seen' }), 422);

  const astray = { ...known, reason: 'stamp seen', corrects: id() };
  body(await tell(gate, `passes/${renewed.code}/outside-entries`, astray), 404);

  const unseen = await inside(day, 'CN', aDocument());
  const { visit } = body<{ pass: PassCard }>(await see(gate, `passes/${unseen}`), 200).pass;
  await tell(gate, `visits/${visit?.id}/absences`, { reason: 'left with the crowd' });
  await tell(gate, `visits/${visit?.id}/absences`, { reason: 'left with the crowd' });
  const stolen = body<{ pass: PassCard }>(await day.issue('CN', aDocument()), 201).pass;
  await tell(gate, `passes/${stolen.id}/revocations`, { reason: 'reported stolen' });
  await tell(gate, `passes/${stolen.id}/revocations`, { reason: 'reported stolen' });
}

/** Paper: no printer, one that is not there, and one that is. */
async function askForPrints(heard: Heard): Promise<void> {
  const office = await heard.signIn('administrator', 'office');
  const till = await heard.token('till', 'A-001');
  const print = async (height: number) => {
    const picture = await packed({ width: 576, height, bits: new Uint8Array(72 * height) });
    return heard.ask(till, 'POST', '/api/v1/till/prints', { picture: { ...picture, height: 3 }, opensDrawer: true });
  };
  const see = () => heard.ask(till, 'GET', '/api/v1/till/printer');
  body(await see(), 200);
  body(await print(3), 422);
  body(await print(4), 422);
  const { device } = body<{ device: { id: string } }>(await heard.ask(till, 'GET', '/api/v1/till'), 200);
  const printer = await aNetworkPrinter();
  const set = { id: id(), address: printer.address };
  body(await heard.ask(office, 'POST', `/api/v1/devices/${device.id}/printers`, set), 201);
  body(await see(), 200);
  body(await print(3), 200);
  await printer.close();
  body(await see(), 200);
}

/** The person at a till and its drawer. */
/** The people at a till and its drawer. */
async function askAtTheDrawer(heard: Heard, till: string): Promise<void> {
  const tell = (path: string, more: object) => heard.ask(till, 'POST', `/api/v1/${path}`, { id: id(), ...more });
  type Staff = { readonly id: string; readonly role: string };
  const view = body<{ operators: Staff[]; marketStaff: Staff[] }>(await heard.ask(till, 'GET', '/api/v1/till'), 200);
  const operator = view.operators.find(({ role }) => role === 'cashier')?.id;
  const cashier = { person: operator, pin: DEMO.cashierPin };
  const owner = { person: view.operators.find(({ role }) => role === 'owner')?.id, pin: DEMO.owner.pin };
  const officer = { person: view.marketStaff[0]?.id, pin: DEMO.officerPin };
  await tell('operator-sessions', { operator, pin: '000000' });
  await tell('operator-sessions', { operator, pin: DEMO.cashierPin });
  const opened = await tell('till-sessions', { float: [CNY('100.00')] });
  const { session } = body<{ session: { id: string } }>(opened, 201);
  await tell('till-sessions', { float: [CNY('100.00')] });
  const at = `till-sessions/${session.id}`;
  const upTo = CNY('5.00');
  body(await tell('discount-approvals', { upTo, approval: cashier }), 422);
  const { approval } = body<{ approval: { id: string } }>(await tell('discount-approvals', { upTo, approval: owner }), 201);
  await sellForLess(heard, { till, approval: approval.id });
  const out = { kind: 'out', amount: CNY('10.00'), reason: 'tea for the stall' };
  body(await tell(`${at}/entries`, { ...out, approval: owner }), 201);
  body(await tell(`${at}/entries`, { ...out, approval: cashier }), 422);
  const safe = { from: 'drawer', to: 'safe', amounts: [CNY('20.00')], giver: cashier, taker: owner };
  body(await tell('cash-moves', safe), 201);
  body(await tell('cash-moves', { ...safe, from: 'safe', to: 'bank', amounts: [CNY('20.01')], taker: officer }), 422);
  body(await tell(`${at}/hand-overs`, { counted: [CNY('70.00')], taker: { ...owner, pin: '000000' } }), 422);
  body(await tell(`${at}/hand-overs`, { counted: [CNY('70.00')], taker: owner }), 201);
  await tell(`${at}/close`, { counted: [CNY('70.00')] });
  await tell(`${at}/close`, { counted: [CNY('70.00')] });
  body(await tell(`${at}/undone-closes`, { reason: 'closed by mistake', approval: cashier }), 422);
  body(await tell(`${at}/undone-closes`, { reason: 'closed by mistake', approval: owner }), 201);
  body(await tell(`${at}/close`, { counted: [CNY('70.00')] }), 201);
  await tell('operator-sessions/close', {});
  await tell('operator-sessions/close', {});
}

/** A line with a note and the owner's discount on it. */
async function sellForLess(heard: Heard, { till, approval }: { till: string; approval: string }): Promise<void> {
  const day = await aDay(heard);
  const goods = await day.stock('A-002', { price: '10.00' });
  const discount = { amount: CNY('5.00'), reason: 'damaged' };
  const lines = [{ product: goods.id, quantity: '1', discount, note: 'the blue one' }];
  const sold = { id: id(), pass: await inside(day, 'CN', aDocument()), lines, approval, tenders: cash('5.00') };
  body(await heard.ask(till, 'POST', '/api/v1/sales', sold), 201);
}
