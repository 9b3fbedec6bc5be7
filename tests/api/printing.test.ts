import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Bitmap } from '#lib/printer/bitmap.ts';
import { packed } from '#lib/printer/packed.ts';
import type { Printed } from '#lib/printer/printer.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aMarket, id, type Market, type Who } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { aNetworkPrinter, type NetworkPrinter } from '#tests/support/network-printer.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';

let market: Market;
let day: Day;
let office: Who;
const open: NetworkPrinter[] = [];

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  office = await market.signIn('administrator', 'office');
});
afterEach(() => Promise.all(open.splice(0).map((printer) => printer.close())));
afterAll(() => market.close());

const aPrinter = async (): Promise<NetworkPrinter> => {
  const printer = await aNetworkPrinter();
  open.push(printer);
  return printer;
};
const deviceOf = async (till: string) =>
  body<{ device: { id: string }; printer: string | null }>(await market.ask(till, 'GET', '/api/v1/till'), 200);
let seconds = 0;
/** Each a second after the last, as people do. */
const enter = async (till: string, address: string | null) => {
  seconds += 1;
  market.at(new Date(Date.parse(TEST_NOW) + seconds * 1000).toISOString());
  return market.ask(office, 'POST', `/api/v1/devices/${(await deviceOf(till)).device.id}/printers`, { id: id(), address });
};
const aTillAt = async (stall: string, address: string | null): Promise<string> => {
  const till = await market.token('till', stall);
  body(await enter(till, address), 201);
  return till;
};
const aPicture = (height: number): Bitmap => ({
  width: 576,
  height,
  bits: Uint8Array.from({ length: 72 * height }, (_, at) => (at * 31) & 0xff),
});
const print = async (till: string, height = 40, more: object = {}) =>
  market.ask(till, 'POST', '/api/v1/till/prints', { picture: await packed(aPicture(height)), opensDrawer: true, ...more });
const stateOf = async (till: string) =>
  body<{ state: string | null }>(await market.ask(till, 'GET', '/api/v1/till/printer'), 200).state;

describe('A print over the market’s network', () => {
  test('is on the paper of the printer that the office entered, dot for dot, and opens its drawer', async () => {
    const printer = await aPrinter();
    const till = await aTillAt('A-001', printer.address);
    expect((await deviceOf(till)).printer).toBe(printer.address);
    expect(await stateOf(till)).toBe('ready');
    expect(body<Printed>(await print(till), 200)).toEqual({ outcome: 'printed', state: 'ready' });
    const { bits } = aPicture(40);
    expect(printer.sheets).toHaveLength(1);
    expect(printer.sheets[0]?.map((row) => [...row].join(''))).toEqual(
      Array.from({ length: 40 }, (_, y) =>
        [...bits.subarray(y * 72, y * 72 + 72)].map((byte) => byte.toString(2).padStart(8, '0')).join(''),
      ),
    );
    expect([printer.drawerOpened, printer.faults]).toEqual([1, []]);
  });

  test('says that there is no paper, and that the cover is open, and prints nothing then', async () => {
    const printer = await aPrinter();
    const till = await aTillAt('A-001', printer.address);
    printer.is({ paper: 'end' });
    expect(await stateOf(till)).toBe('no-paper');
    expect(body<Printed>(await print(till), 200)).toEqual({ outcome: 'not-printed', state: 'no-paper' });
    printer.is({ paper: 'full', cover: true });
    expect(body<Printed>(await print(till), 200)).toEqual({ outcome: 'not-printed', state: 'cover-open' });
    printer.is({ cover: false });
    // Each time the drawer: change lies there, whatever the printer lacks.
    expect([printer.sheets, printer.drawerOpened]).toEqual([[], 2]);
  });

  test('to a printer that is switched off is not printed, and says so', async () => {
    const printer = await aPrinter();
    const till = await aTillAt('A-001', printer.address);
    await printer.close();
    expect(await stateOf(till)).toBe('away');
    expect(body<Printed>(await print(till), 200)).toEqual({ outcome: 'not-printed', state: 'away' });
  });

  test('to a printer that says nothing is left unconfirmed, and its wire may end while somebody listens', async () => {
    const printer = await aPrinter();
    const till = await aTillAt('A-001', printer.address);
    printer.is({ mute: true });
    expect(body<Printed>(await print(till), 200)).toEqual({ outcome: 'unconfirmed', state: 'mute' });
    expect(printer.sheets).toHaveLength(1);
    expect(await stateOf(till)).toBe('mute');
  });

  test('of three tills that share a printer goes one after another', async () => {
    const printer = await aPrinter();
    const tills = await Promise.all(['A-001', 'A-002', 'A-009'].map((stall) => aTillAt(stall, printer.address)));
    const all = await Promise.all(tills.map((till, place) => print(till, 20 + place)));
    expect(all.map((one) => body<Printed>(one, 200).outcome)).toEqual(['printed', 'printed', 'printed']);
    expect(printer.sheets.map((sheet) => sheet.length).toSorted()).toEqual([20, 21, 22]);
    expect(printer.mostAtOnce()).toBe(1);
  });

  test('goes nowhere for a till that has no printer, or has none any more, whatever printer another till has', async () => {
    const printer = await aPrinter();
    const till = await aTillAt('A-001', printer.address);
    const other = await market.token('till', 'A-002');
    expect(reasonsOf(await print(other))).toEqual(['printer-none']);
    expect(await stateOf(other)).toBeNull();
    body(await enter(till, null), 201);
    expect(reasonsOf(await print(till))).toEqual(['printer-none']);
    expect([printer.sheets, printer.mostAtOnce()]).toEqual([[], 0]);
  });

  test('takes a picture and nothing else: no address, no commands, no picture larger than it says', async () => {
    const printer = await aPrinter();
    const till = await aTillAt('A-001', printer.address);
    expect((await print(till, 4, { address: '127.0.0.1:9100' })).status).toBe(400);
    expect((await print(till, 4, { bytes: 'G0A=' })).status).toBe(400);
    const larger = { ...(await packed(aPicture(5))), height: 4 };
    expect(reasonsOf(await print(till, 4, { picture: larger }))).toEqual(['picture-invalid']);
    expect(printer.mostAtOnce()).toBe(0);
  });

  test.each(['8.8.8.8', '169.254.169.254', 'printer.local', '127.0.0.1:5432', '192.168.1.5:80'])(
    'is never sent to %s: the office cannot enter it',
    async (address) => {
      const till = await market.token('till', 'A-001');
      const reply = await enter(till, address);
      expect([reply.status, reasonsOf(reply)]).toEqual([422, ['printer-address-invalid']]);
    },
  );

  test('has an address from an administrator alone', async () => {
    const till = await market.token('till', 'A-001');
    const { device } = await deviceOf(till);
    const path = `/api/v1/devices/${device.id}/printers`;
    const owner = await market.signIn('owner', 'shop');
    for (const who of [till, owner, await market.signIn('auditor', 'office')])
      expect((await market.ask(who, 'POST', path, { id: id(), address: '192.168.1.5' })).status).toBe(403);
  });
});

describe('A copy of a receipt', () => {
  const sold = async (): Promise<Receipt> => {
    const pass = await inside(day, 'CN', aDocument());
    const thing = await day.stock('A-001', { price: '10.00' });
    const tenders = [{ kind: 'cash', amount: { amount: '10.00', currency: 'CNY' } }];
    const sale = { id: id(), pass, lines: [{ product: thing.id, quantity: '1' }], tenders };
    return body<{ receipt: Receipt }>(await market.ask(await day.till('A-001'), 'POST', '/api/v1/sales', sale), 201).receipt;
  };
  const copy = async (stall: string, sale: string, act = id()) =>
    market.ask(await day.till(stall), 'POST', `/api/v1/sales/${sale}/copies`, { id: act });

  test('is counted for its sale: the first is 1, the next 2, and the same one asked again stays what it was', async () => {
    const [one, other] = [await sold(), await sold()];
    const act = id();
    const numbers = [
      body<{ copy: { number: number } }>(await copy('A-001', one.id, act), 201).copy.number,
      body<{ copy: { number: number } }>(await copy('A-001', one.id), 201).copy.number,
      body<{ copy: { number: number } }>(await copy('A-001', other.id), 201).copy.number,
      body<{ copy: { number: number } }>(await copy('A-001', one.id, act), 200).copy.number,
    ];
    expect(numbers).toEqual([1, 2, 1, 1]);
  });

  test('is not another stall’s to print', async () => {
    const { id: sale } = await sold();
    expect((await copy('A-002', sale)).status).toBe(404);
    expect((await copy('A-001', id())).status).toBe(404);
  });
});
