import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aMannedDrawer, CNY, cash, lineOf } from '#tests/support/a-manned-drawer.ts';
import { aMarket, id, type Market, type Replied } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseRows } from '#tests/support/verify.ts';

let market: Market;
let day: Day;
let scarf: Goods;
let cup: Goods;

const STALL = 'A-002';
const minutesLater = (minutes: number) => new Date(Date.parse(TEST_NOW) + minutes * 60_000).toISOString();
const sale = (pass: string, goods: Goods, tenders: readonly object[]) => ({
  pass,
  lines: [{ product: goods.id, quantity: '1' }],
  tenders,
});
const receiptIn = (reply: Parameters<typeof body>[0]) => body<{ receipt: Receipt }>(reply, 201).receipt;
const sessionIn = (reply: Parameters<typeof body>[0]) => body<{ session: TillSessionView }>(reply, 201).session;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  scarf = await day.stock(STALL, { price: '12.34', category: 'clothing' });
  cup = await day.stock(STALL, { price: '99.00' });
});
afterAll(async () => {
  const wrong = await falseRows(market);
  await market.close();
  expect(wrong).toEqual([]);
});

describe('T8: expected cash that was off by change, foreign notes, rounding and refunds', () => {
  test('T8: the drawer is what lies there, per currency, to the minor unit', async () => {
    const { at, tell } = await aMannedDrawer(market, STALL, [CNY('100.00')]);
    const pass = await inside(day, 'CN', aDocument());
    const first = receiptIn(await tell('sales', sale(pass, scarf, [cash('20.00')])));
    expect([first.change, first.rounding]).toEqual([CNY('7.70'), CNY('-0.04')]);
    // A foreign note, its change in a third currency.
    const foreign = receiptIn(await tell('sales', { ...sale(pass, cup, [cash('20.00', 'USD')]), changeIn: 'KZT' }));
    expect(foreign.change.currency).toBe('KZT');
    expect(Number(foreign.change.amount) % 1).toBe(0);
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], paidBy: 'stall' };
    body(await tell(`sales/${first.id}/refunds`, { ...back, tenders: [cash('12.30')] }), 201);
    const wrong = receiptIn(await tell('sales', sale(pass, cup, [cash('100.00')])));
    body(await tell(`sales/${wrong.id}/voids`, { reason: 'wrong goods' }), 201);
    const counted = [CNY('95.40'), { amount: '20.00', currency: 'USD' }];
    const z = sessionIn(await tell(`${at}/close`, { counted }));
    // 100 + 20.00 - 7.70 - 12.30, and the voided sale brought nothing.
    expect(lineOf(z, 'CNY')).toMatchObject({
      causes: { float: '100.00', taken: '120.00', change: '8.70', refunded: '12.30', voided: '99.00' },
      expected: '100.00',
      counted: '95.40',
      overShort: '-4.60',
    });
    expect(lineOf(z, 'USD')).toMatchObject({ expected: '20.00', overShort: '0.00' });
    expect(lineOf(z, 'KZT')).toMatchObject({ expected: `-${foreign.change.amount}` });
    expect(z).toMatchObject({ sales: 2, voids: 1, refunds: 1, marketDay: TEST_NOW.slice(0, 10) });
  });

  test('T8: a refund of other than the exact or the rounded sum is refused', async () => {
    const { tell } = await aMannedDrawer(market, STALL);
    const pass = await inside(day, 'CN', aDocument());
    const sold = receiptIn(await tell('sales', sale(pass, scarf, [cash('20.00')])));
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], paidBy: 'stall' };
    expect(reasonsOf(await tell(`sales/${sold.id}/refunds`, { ...back, tenders: [cash('12.40')] }))).toEqual([
      'refund-not-exact',
    ]);
    body(await tell(`sales/${sold.id}/refunds`, { ...back, tenders: [cash('12.34')] }), 201);
  });

  test('a sale that was paid with others, or at another till, is refunded and not voided', async () => {
    const one = await aMannedDrawer(market, STALL);
    const two = await aMannedDrawer(market, STALL);
    const pass = await inside(day, 'CN', aDocument());
    const stall = (await one.see()).stall.id;
    const goods = { stall, pass, lines: [{ product: cup.id, quantity: '1' }] };
    const together = {
      sales: [
        { id: id(), ...goods },
        { id: id(), ...goods },
      ],
      tenders: [cash('200.00')],
      custody: 'stall',
    };
    const { receipts } = body<{ receipts: readonly Receipt[] }>(await one.tell('payments', together), 201);
    const voided = (till: typeof one, of: string) => till.tell(`sales/${of}/voids`, { reason: 'wrong goods' });
    expect(reasonsOf(await voided(one, receipts[0]?.id ?? ''))).toEqual(['paid-together']);
    const alone = receiptIn(await one.tell('sales', sale(pass, cup, [cash('99.00')])));
    expect(reasonsOf(await voided(two, alone.id))).toEqual(['void-elsewhere']);
    body(await voided(one, alone.id), 201);
  });
});

describe('T7: a day that could not be closed, or was closed by mistake', () => {
  test('T7: a sale at the same second as the close is in the Z or is not made: none falls between', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { at, tell, session } = await aMannedDrawer(market, STALL);
      const pass = await inside(day, 'CN', aDocument());
      const sell = () => tell('sales', sale(pass, cup, [cash('99.00')]));
      const close = () => tell(`${at}/close`, { counted: [] });
      const asked = round % 2 === 0 ? [sell(), close()] : [close(), sell()].reverse();
      const [sold, closed] = (await Promise.all(asked)) as [Replied, Replied];
      const z = sessionIn(closed);
      expect(z.id).toBe(session);
      expect([z.sales, lineOf(z, 'CNY')?.expected ?? '0.00']).toEqual(sold.status === 201 ? [1, '99.00'] : [0, '0.00']);
      if (sold.status !== 201) expect(reasonsOf(sold)).toEqual(['no-till-session']);
    }
  });

  test('T7: closes with nothing counted, after midnight, and from another till where the tablet is dead', async () => {
    const dead = await aMannedDrawer(market, STALL, [CNY('10.00')]);
    const other = await aMannedDrawer(market, STALL);
    const stranger = await aMannedDrawer(market, 'K-001');
    market.at(minutesLater(24 * 60));
    for (const { browser } of [stranger, other]) await browser.call('GET', '/api/v1/till');
    expect((await stranger.tell(`${dead.at}/close`, { counted: [] })).status).toBe(404);
    const z = sessionIn(await other.tell(`${dead.at}/close`, { counted: [] }));
    expect(z).toMatchObject({ marketDay: TEST_NOW.slice(0, 10), overShort: [CNY('-10.00')] });
    expect((await other.see()).session?.closedAt).toBeNull();
    market.at(TEST_NOW);
  });

  test('T7: a mistaken close is undone by the owner, goes on, and leaves its trace', async () => {
    const till = await aMannedDrawer(market, STALL, [CNY('50.00')]);
    const pass = await inside(day, 'CN', aDocument());
    sessionIn(await till.tell(`${till.at}/close`, { counted: [CNY('5.00'), { amount: '1.00', currency: 'USD' }] }));
    expect(reasonsOf(await till.tell('sales', sale(pass, cup, [cash('99.00')])))).toEqual(['no-till-session']);
    expect((await till.see()).lastClosed).toBe(till.session);
    const undo = (approval: object) => till.tell(`${till.at}/undone-closes`, { reason: 'closed too early', approval });
    expect(reasonsOf(await undo(till.cashier))).toEqual(['approval-needed']);
    expect(sessionIn(await undo(till.owner))).toMatchObject({
      closedAt: null,
      counted: [],
      undone: [{ reason: 'closed too early' }],
    });
    receiptIn(await till.tell('sales', sale(pass, cup, [cash('99.00')])));
    const z = sessionIn(await till.tell(`${till.at}/close`, { counted: [CNY('149.00')] }));
    expect([z.expected, z.overShort]).toEqual([[CNY('149.00')], [CNY('0.00'), { amount: '0.00', currency: 'USD' }]]);
    expect(z.undone[0]?.counts).toMatchObject([
      { currency: 'CNY', counted: '5.00', overShort: '-45.00' },
      { currency: 'USD', counted: '1.00', overShort: '1.00' },
    ]);
  });

  test('T7: a close is not undone once the next session is open, nor the one before the last', async () => {
    const till = await aMannedDrawer(market, STALL);
    const undo = () => till.tell(`${till.at}/undone-closes`, { reason: 'closed too early', approval: till.owner });
    expect(reasonsOf(await undo())).toEqual(['till-session-open']);
    sessionIn(await till.tell(`${till.at}/close`, { counted: [] }));
    const next = sessionIn(await till.tell('till-sessions', { float: [] }));
    expect(reasonsOf(await undo())).toEqual(['till-session-open']);
    sessionIn(await till.tell(`till-sessions/${next.id}/close`, { counted: [] }));
    expect(reasonsOf(await undo())).toEqual(['not-the-last-close']);
  });
});

describe('T19: a manager whose approval signed the cashier out', () => {
  test('T19: the owner allows cash out by PIN, and the cashier stays who they are', async () => {
    const { at, tell, see, owner, cashier } = await aMannedDrawer(market, STALL, [CNY('50.00')]);
    const out = { kind: 'out', amount: CNY('20.00'), reason: 'paid the porter' };
    expect(reasonsOf(await tell(`${at}/entries`, out))).toEqual(['approval-needed']);
    expect(reasonsOf(await tell(`${at}/entries`, { ...out, approval: cashier }))).toEqual(['approval-needed']);
    expect(reasonsOf(await tell(`${at}/entries`, { ...out, approval: { ...owner, pin: '000000' } }))).toEqual(['pin-wrong']);
    const x = sessionIn(await tell(`${at}/entries`, { ...out, approval: owner }));
    expect(lineOf(x, 'CNY')).toMatchObject({ causes: { out: '20.00' }, expected: '30.00' });
    expect(x.records).toMatchObject([{ kind: 'out', reason: 'paid the porter', with: 'Owner of A-002' }]);
    expect((await see()).operator?.id).toBe(cashier.person);
    expect(sessionIn(await tell(`${at}/entries`, { ...out, kind: 'in' })).records).toHaveLength(2);
  });

  test('T19: cash goes from drawer to safe to bank, each time under two PINs, and nobody becomes the cashier', async () => {
    const { tell, see, owner, cashier, officer } = await aMannedDrawer(market, STALL, [CNY('50.00')]);
    const move = (from: string, to: string, giver: object, taker: object, amount = '20.00') =>
      tell('cash-moves', { from, to, amounts: [CNY(amount)], giver, taker });
    expect(reasonsOf(await move('drawer', 'safe', cashier, cashier))).toEqual(['two-people-needed']);
    expect(reasonsOf(await move('drawer', 'safe', cashier, officer))).toEqual(['pin-wrong']);
    body(await move('drawer', 'safe', cashier, owner), 201);
    expect(reasonsOf(await move('safe', 'bank', owner, officer, '20.01'))).toEqual(['cash-not-there']);
    expect(reasonsOf(await move('safe', 'bank', owner, cashier))).toEqual(['pin-wrong']);
    body(await move('safe', 'bank', owner, officer), 201);
    expect(reasonsOf(await move('safe', 'drawer', owner, cashier))).toEqual(['cash-not-there']);
    const { session, operator } = await see();
    expect(lineOf(session as TillSessionView, 'CNY')).toMatchObject({ causes: { 'moved-out': '20.00' }, expected: '30.00' });
    expect(operator?.id).toBe(cashier.person);
  });

  test('a drawer is handed over on a count, under both names, and stays open', async () => {
    const { at, tell, see, owner, cashier } = await aMannedDrawer(market, STALL, [CNY('50.00')]);
    expect(reasonsOf(await tell(`${at}/hand-overs`, { counted: [], taker: cashier }))).toEqual(['two-people-needed']);
    const x = sessionIn(await tell(`${at}/hand-overs`, { counted: [CNY('49.00')], taker: owner }));
    expect(x.handOvers).toMatchObject([{ to: 'Owner of A-002', counts: [{ counted: '49.00', overShort: '-1.00' }] }]);
    expect(x.closedAt).toBeNull();
    expect((await see()).operator?.id).toBe(owner.person);
  });
});

describe('T21: cash that the vendor holds, beside cash that the market holds', () => {
  test('T21: each is expected and counted apart, and one never covers for the other', async () => {
    const { at, tell, see } = await aMannedDrawer(market, STALL, [CNY('10.00')]);
    const pass = await inside(day, 'CN', aDocument());
    const stall = (await see()).stall.id;
    const goods = { id: id(), stall, pass, lines: [{ product: cup.id, quantity: '1' }] };
    body(await tell('payments', { sales: [goods], tenders: [cash('100.00')], custody: 'market' }), 201);
    receiptIn(await tell('sales', sale(pass, cup, [cash('99.00')])));
    const counted = [
      { ...CNY('110.00'), custody: 'stall' },
      { ...CNY('98.00'), custody: 'market' },
    ];
    const z = sessionIn(await tell(`${at}/close`, { counted }));
    expect(lineOf(z, 'CNY')).toMatchObject({ expected: '109.00', overShort: '1.00' });
    expect(lineOf(z, 'CNY', 'market')).toMatchObject({
      causes: { taken: '100.00', change: '1.00' },
      expected: '99.00',
      overShort: '-1.00',
    });
    expect(z.overShort).toEqual([CNY('0.00')]);
  });

  test('T21: the office sees who holds what, and commission on both, under the rate of the time of each sale', async () => {
    const till = await aMannedDrawer(market, 'K-001');
    const thing = await day.stock('K-001', { price: '100.00' });
    const office = await market.signIn('administrator', 'office');
    const view = body<{ vendor: { id: string }; stall: { id: string } }>(await till.browser.call('GET', '/api/v1/till'), 200);
    const set = async (permille: number) =>
      body(await market.ask(office, 'POST', '/api/v1/commissions', { id: id(), vendor: view.vendor.id, permille }), 201);
    type Statement = { statement: { permille: number; standing: Record<string, string>[] } };
    const standing = async () => {
      const asked = await market.ask(office, 'GET', `/api/v1/office/statements/${view.vendor.id}?month=2026-11`);
      return body<Statement>(asked, 200).statement.standing.find(({ currency }) => currency === 'CNY');
    };
    const before = await standing();
    const since = async () => {
      const now = await standing();
      return Object.fromEntries(
        ['heldByVendor', 'heldByMarket', 'commission', 'owedToVendor'].map((sum) => [
          sum,
          Math.round((Number(now?.[sum] ?? 0) - Number(before?.[sum] ?? 0)) * 100) / 100,
        ]),
      );
    };
    const pass = await inside(day, 'KZ', aDocument());
    market.at(minutesLater(1));
    await set(80);
    market.at(minutesLater(2));
    const kept = receiptIn(await till.tell('sales', sale(pass, thing, [cash('100.00')])));
    expect(await since()).toEqual({ heldByVendor: 100, heldByMarket: 0, commission: 8, owedToVendor: -8 });
    market.at(minutesLater(3));
    await set(100);
    market.at(minutesLater(4));
    const goods = { id: id(), stall: view.stall.id, pass, lines: [{ product: thing.id, quantity: '1' }] };
    body(await till.tell('payments', { sales: [goods], tenders: [cash('100.00')], custody: 'market' }), 201);
    expect(await since()).toEqual({ heldByVendor: 100, heldByMarket: 100, commission: 18, owedToVendor: 82 });
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], tenders: [cash('100.00')], paidBy: 'stall' };
    body(await till.tell(`sales/${kept.id}/refunds`, back), 201);
    expect(await since()).toEqual({ heldByVendor: 0, heldByMarket: 100, commission: 10, owedToVendor: 90 });
    market.at(TEST_NOW);
  });
});

describe('Nobody serves their own pass', () => {
  test('once the office knows which it is, by any of their passes: no sale, no void, no refund, and a colleague may', async () => {
    const { tell, cashier, owner } = await aMannedDrawer(market, STALL);
    const document = aDocument();
    const pass = await inside(day, 'CN', document);
    const before = receiptIn(await tell('sales', sale(pass, cup, [cash('99.00')])));
    const office = await market.signIn('administrator', 'office');
    const named = { id: id(), pass };
    body(await market.ask(office, 'POST', `/api/v1/staff/${cashier.person}/own-passes`, named), 201);
    expect(reasonsOf(await tell('sales', sale(pass, cup, [cash('99.00')])))).toEqual(['own-pass']);
    expect(reasonsOf(await tell(`sales/${before.id}/voids`, { reason: 'wrong goods' }))).toEqual(['own-pass']);
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], tenders: [cash('99.00')], paidBy: 'stall' };
    expect(reasonsOf(await tell(`sales/${before.id}/refunds`, back))).toEqual(['own-pass']);
    const { pass: renewed } = body<{ pass: { code: string } }>(
      await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${pass}/replacements`, { id: id(), document }),
      201,
    );
    expect(reasonsOf(await tell('sales', sale(renewed.code, cup, [cash('99.00')])))).toEqual(['own-pass']);
    receiptIn(await tell('sales', sale(await inside(day, 'CN', aDocument()), cup, [cash('99.00')])));
    body(await tell('operator-sessions', { operator: owner.person, pin: owner.pin }), 201);
    receiptIn(await tell('sales', sale(renewed.code, cup, [cash('99.00')])));
    // Named by mistake: the right pass ends the wrong one.
    const other = await inside(day, 'CN', aDocument());
    body(await market.ask(office, 'POST', `/api/v1/staff/${cashier.person}/own-passes`, { id: id(), pass: other }), 201);
    body(await tell('operator-sessions', { operator: cashier.person, pin: cashier.pin }), 201);
    receiptIn(await tell('sales', sale(renewed.code, cup, [cash('99.00')])));
    expect(reasonsOf(await tell('sales', sale(other, cup, [cash('99.00')])))).toEqual(['own-pass']);
  });
});
