import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO } from '#db/seed/demo.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aMannedDrawer, CNY, cash, lineOf } from '#tests/support/a-manned-drawer.ts';
import { aMarket, id, type Market } from '#tests/support/a-market.ts';
import { aMarketDesk } from '#tests/support/a-market-desk.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseRows } from '#tests/support/verify.ts';

let market: Market;
let day: Day;
const stalls: Record<string, string> = {};
const goods: Record<string, Goods> = {};

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  for (const stall of ['A-001', 'A-002']) {
    const till = await day.till(stall);
    stalls[stall] = body<{ stall: { id: string } }>(await market.ask(till, 'GET', '/api/v1/till'), 200).stall.id;
    goods[stall] = await day.stock(stall, { price: '50.00' });
  }
});
afterAll(async () => {
  const wrong = await falseRows(market);
  await market.close();
  expect(wrong).toEqual([]);
});

const saleAt = (stall: string, pass: string) => ({
  id: id(),
  stall: stalls[stall],
  pass,
  lines: [{ product: goods[stall]?.id, quantity: '1' }],
});
const sessionIn = (reply: Parameters<typeof body>[0], status = 201) => body<{ session: TillSessionView }>(reply, status).session;

describe('The drawer of the market’s own desk', () => {
  test('takes one payment over two sellers’ sales and refunds a third’s, all of it the market’s money, to the minor unit', async () => {
    const desk = await aMarketDesk(market, [CNY('200.00')]);
    const pass = await inside(day, 'CN', aDocument());
    const sales = [saleAt('A-001', pass), saleAt('A-002', pass)];
    body(await desk.tell('payments', { sales, tenders: [cash('120.00')], custody: 'market' }), 201);
    const elsewhere = body<{ receipt: Receipt }>(await day.sell('A-001', pass, [[goods['A-001'] as Goods, 1]]), 201).receipt;
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], paidBy: 'desk' };
    body(await desk.tell(`sales/${elsewhere.id}/refunds`, { ...back, tenders: [cash('50.00')] }), 201);
    const z = sessionIn(await desk.tell(`${desk.at}/close`, { counted: [CNY('249.00')] }));
    expect(z.drawer).toHaveLength(1);
    expect(lineOf(z, 'CNY', 'market')).toMatchObject({
      causes: { float: '200.00', taken: '120.00', change: '20.00', refunded: '50.00' },
      expected: '250.00',
      counted: '249.00',
      overShort: '-1.00',
    });
    expect(z).toMatchObject({ sales: 2, refunds: 1, takings: [CNY('100.00')] });
  });

  test('asks a second of the market’s people for cash out and for a close undone, and knows no vendor’s cashier', async () => {
    const desk = await aMarketDesk(market, [CNY('100.00')]);
    const out = { kind: 'out', amount: CNY('30.00'), reason: 'small change' };
    expect(reasonsOf(await desk.tell(`${desk.at}/entries`, out))).toEqual(['approval-needed']);
    expect(reasonsOf(await desk.tell(`${desk.at}/entries`, { ...out, approval: desk.officer }))).toEqual(['two-people-needed']);
    const { operators } = body<{ operators: { id: string; role: string }[] }>(
      await market.ask(await day.till('A-002'), 'GET', '/api/v1/till'),
      200,
    );
    const cashier = { person: operators.find(({ role }) => role === 'cashier')?.id, pin: DEMO.cashierPin };
    expect(reasonsOf(await desk.tell(`${desk.at}/entries`, { ...out, approval: cashier }))).toEqual(['pin-wrong']);
    expect(reasonsOf(await desk.tell('operator-sessions', { operator: cashier.person, pin: cashier.pin }))).toEqual([
      'pin-wrong',
    ]);
    const left = sessionIn(await desk.tell(`${desk.at}/entries`, { ...out, approval: desk.other }));
    expect(lineOf(left, 'CNY', 'market')).toMatchObject({ expected: '70.00' });
    body(await desk.tell(`${desk.at}/close`, { counted: [CNY('7.00')] }), 201);
    const undo = { reason: '7 instead of 70' };
    expect(reasonsOf(await desk.tell(`${desk.at}/undone-closes`, { ...undo, approval: desk.officer }))).toEqual([
      'two-people-needed',
    ]);
    body(await desk.tell(`${desk.at}/undone-closes`, { ...undo, approval: desk.other }), 201);
    const z = sessionIn(await desk.tell(`${desk.at}/close`, { counted: [CNY('70.00')] }));
    expect(lineOf(z, 'CNY', 'market')).toMatchObject({ overShort: '0.00' });
  });

  test('hands cash to the market’s safe and bank under two PINs, apart from every vendor’s, and is handed over to the next', async () => {
    const desk = await aMarketDesk(market, [CNY('100.00')]);
    const move = (from: string, to: string, amount: string, taker = desk.other) =>
      desk.tell('cash-moves', { from, to, amounts: [CNY(amount)], giver: desk.officer, taker });
    expect(reasonsOf(await move('drawer', 'safe', '60.00', desk.officer))).toEqual(['two-people-needed']);
    body(await move('drawer', 'safe', '60.00'), 201);
    expect(reasonsOf(await move('safe', 'bank', '60.01'))).toEqual(['cash-not-there']);
    body(await move('safe', 'bank', '60.00'), 201);
    // A vendor’s safe has nothing of it.
    const stall = await aMannedDrawer(market, 'A-002');
    const fromTheirs = { from: 'safe', to: 'drawer', amounts: [CNY('1.00')], custody: 'market' };
    expect(reasonsOf(await stall.tell('cash-moves', { ...fromTheirs, giver: stall.owner, taker: stall.cashier }))).toEqual([
      'cash-not-there',
    ]);
    const handed = sessionIn(await desk.tell(`${desk.at}/hand-overs`, { counted: [CNY('40.00')], taker: desk.other }));
    expect(handed.handOvers).toMatchObject([{ counts: [{ custody: 'market', counted: '40.00', overShort: '0.00' }] }]);
    expect((await desk.see()).operator?.id).toBe(desk.other.person);
  });

  test('opens by itself where a program is the desk, and another desk may close it', async () => {
    const token = await market.token('desk');
    const pass = await inside(day, 'CN', aDocument());
    const paid = { id: id(), sales: [saleAt('A-001', pass)], tenders: [cash('50.00')], custody: 'market' };
    body(await market.ask(token, 'POST', '/api/v1/payments', paid), 201);
    const { session } = body<{ session: TillSessionView }>(await market.ask(token, 'GET', '/api/v1/till'), 200);
    expect(lineOf(session, 'CNY', 'market')).toMatchObject({ expected: '50.00' });
    const other = await market.token('desk');
    const close = { id: id(), counted: [CNY('50.00')] };
    const path = `/api/v1/till-sessions/${session.id}/close`;
    expect((await market.ask(await day.till('A-001'), 'POST', path, close)).status).toBe(404);
    body(await market.ask(other, 'POST', path, close), 201);
  });
});

describe('Where the office says that the market holds what a stall takes', () => {
  test('its sales are the market’s money in the drawer from then on, and the stall’s own again once it says so', async () => {
    const till = await aMannedDrawer(market, 'A-002', [CNY('10.00')]);
    const pass = await inside(day, 'CN', aDocument());
    const sell = async () => {
      const [line] = [{ product: goods['A-002']?.id, quantity: '1' }];
      body(await till.tell('sales', { pass, lines: [line], tenders: [cash('50.00')] }), 201);
    };
    const office = await market.signIn('administrator', 'office');
    let minutes = 0;
    const hold = async (custody: string, who = office) => {
      minutes += 1;
      market.at(new Date(Date.parse(TEST_NOW) + minutes * 60_000).toISOString());
      return market.ask(who, 'POST', '/api/v1/stall-custodies', { id: id(), stall: stalls['A-002'], custody });
    };
    await sell();
    expect((await hold('market', await market.signIn('auditor', 'office'))).status).toBe(403);
    body(await hold('market'), 201);
    await sell();
    body(await hold('stall'), 201);
    await sell();
    const { session } = await till.see();
    const expected = (['stall', 'market'] as const).map(
      (custody) => lineOf(session as TillSessionView, 'CNY', custody)?.expected,
    );
    expect(expected).toEqual(['110.00', '50.00']);
    const { vendors } = body<{ vendors: { stalls: { code: string; custody: string }[] }[] }>(
      await market.ask(office, 'GET', '/api/v1/office/vendors'),
      200,
    );
    expect(vendors.flatMap((each) => each.stalls).find(({ code }) => code === 'A-002')).toMatchObject({ custody: 'stall' });
  });
});
