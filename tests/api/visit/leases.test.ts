import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aMarket, id, type Market } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseAccounts, falseDecisions, falseRows } from '#tests/support/verify.ts';

let market: Market;
let day: Day;
/** Half of what a pass of the China side may take out, and a little more than that. */
let half: Goods;
let other: Goods;

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const linesOf = (goods: readonly (readonly [Goods, number])[]) =>
  goods.map(([{ id: product }, quantity]) => ({ product, quantity: String(quantity) }));

const hold = async (stall: string, basket: string, pass: string, goods: readonly (readonly [Goods, number])[], more = {}) =>
  market.ask(await day.till(stall), 'POST', '/api/v1/leases', { id: id(), basket, pass, lines: linesOf(goods), ...more });
const decided = async (stall: string, pass: string, goods: readonly (readonly [Goods, number])[], basket?: string) => {
  const asked = { pass, lines: linesOf(goods), ...(basket === undefined ? {} : { basket }) };
  return body<{ decision: Decision }>(await market.ask(await day.till(stall), 'POST', '/api/v1/decisions', asked), 200).decision;
};
const usedBy = async (pass: string) =>
  body<{ decision: Decision }>(await day.allowance('CN', pass), 200).decision.limits.find(({ rule }) => rule === 'CN-ICBC-VAL')
    ?.visit;
const recall = (basket: string) =>
  market.ask(day.at.CN.gate, 'POST', `/api/v1/leases/${basket}/recalls`, { id: id(), reason: 'the till is dead' });

/** A sale of one thing as its till sends it when it is back. */
async function uploaded(stall: string, pass: string, goods: Goods, more: object = {}, quantity = 1): Promise<Receipt> {
  const till = await day.till(stall);
  const price = (Number(goods.price.amount) * quantity).toFixed(2);
  const sale = await anOfflineSale(market.ask(till, 'GET', '/api/v1/till'), { pass, product: goods.id, quantity, price });
  return body<{ receipt: Receipt }>(await market.ask(till, 'POST', '/api/v1/sales', { ...sale, ...more }), 201).receipt;
}
const flagsOf = ({ flags }: Receipt) => flags?.map(({ reason }) => reason);

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  half = await day.stock('A-002', { price: '4000.00', category: 'clothing' });
  other = await day.stock('A-009', { price: '4000.01', category: 'clothing' });
});

afterAll(async () => {
  const wrong = [await falseRows(market), (await falseDecisions(market)).wrong, await falseAccounts(market)];
  await market.close();
  expect(wrong).toEqual([[], [], []]);
});

describe('A lease', () => {
  test('counts as used for every other till, and not twice for its own', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const basket = id();
    expect((await decided('A-009', pass, [[other, 1]])).duty).toBeNull();
    const held = body<{ lease: { state: string }; decision: Decision }>(await hold('A-002', basket, pass, [[half, 1]]), 201);
    expect([held.lease.state, await usedBy(pass)]).toEqual(['held', 400_000]);
    expect((await decided('A-009', pass, [[other, 1]])).outcome).toBe('duty');
    const withoutLines = ({ limits }: Decision) => limits.map(({ lines: _lines, ...limit }) => limit);
    expect(withoutLines(await decided('A-002', pass, [[half, 1]], basket))).toEqual(withoutLines(held.decision));
  });

  test('grows and shrinks with its basket, and goes back whole', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const basket = id();
    for (const [quantity, used] of [
      [1, 400_000],
      [2, 800_000],
      [1, 400_000],
    ] as const) {
      body(await hold('A-002', basket, pass, [[half, quantity]]), 201);
      expect(await usedBy(pass)).toBe(used);
    }
    expect(body<{ lease: object }>(await hold('A-002', basket, pass, []), 201).lease).toMatchObject({ state: 'returned' });
    expect(await usedBy(pass)).toBe(0);
    expect(reasonsOf(await hold('A-002', basket, pass, [[half, 1]]))).toEqual(['lease-ended']);
    expect(await usedBy(pass)).toBe(0);
  });

  test('is not changed by a question that a later one overtook', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const [basket, returned] = [id(), id()];
    body(await hold('A-002', basket, pass, [[half, 1]], { turn: 1 }), 201);
    body(await hold('A-002', basket, pass, [[half, 2]], { turn: 3 }), 201);
    expect(reasonsOf(await hold('A-002', basket, pass, [[half, 1]], { turn: 2 }))).toEqual(['lease-ended']);
    expect(await usedBy(pass)).toBe(800_000);
    body(await hold('A-002', basket, pass, [[half, 1]], { turn: 4 }), 201);
    expect(await usedBy(pass)).toBe(400_000);
    // Given back before it was ever there.
    body(await hold('A-002', returned, pass, [], { turn: 2 }), 201);
    expect(reasonsOf(await hold('A-002', returned, pass, [[half, 1]], { turn: 1 }))).toEqual(['lease-ended']);
    expect(await usedBy(pass)).toBe(400_000);
  });

  test('is spent by the sale of its basket, online or not, and the goods count once', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const [online, dark] = [id(), id()];
    body(await hold('A-002', online, pass, [[half, 1]]), 201);
    body(await day.sell('A-002', pass, [[half, 1]], { basket: online }), 201);
    expect(await usedBy(pass)).toBe(400_000);
    body(await hold('A-002', dark, pass, [[half, 1]]), 201);
    expect(flagsOf(await uploaded('A-002', pass, half, { basket: dark }))).toEqual([]);
    expect(await usedBy(pass)).toBe(800_000);
    expect(reasonsOf(await hold('A-002', dark, pass, [[half, 1]]))).toEqual(['lease-ended']);
  });

  test('is nothing under a name that was sold, though the question was asked before and comes after', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const sold = id();
    await uploaded('A-002', pass, half, { basket: sold });
    expect(reasonsOf(await hold('A-002', sold, pass, [[half, 1]]))).toEqual(['lease-ended']);
    expect(await usedBy(pass)).toBe(400_000);
    // The control: under another name it is held.
    body(await hold('A-002', id(), pass, [[half, 1]]), 201);
    expect(await usedBy(pass)).toBe(800_000);
  });

  test('covers no more than it holds: more of the same without a network is over the floor', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const basket = id();
    body(await hold('A-002', basket, pass, [[half, 1]]), 201);
    expect(flagsOf(await uploaded('A-002', pass, half, { basket }, 2))).toEqual(['above-offline-floor']);
  });

  test('of another till, or of another pass, covers nothing and stays', async () => {
    const [pass, stranger] = [await inside(day, 'CN', aDocument()), await inside(day, 'CN', aDocument())];
    const basket = id();
    body(await hold('A-002', basket, pass, [[half, 1]]), 201);
    expect(reasonsOf(await hold('A-009', basket, pass, [[other, 1]]))).toEqual(['lease-ended']);
    expect(reasonsOf(await hold('A-002', basket, stranger, [[half, 1]]))).toEqual(['lease-ended']);
    expect(flagsOf(await uploaded('A-009', stranger, other, { basket }))).toEqual(['above-offline-floor']);
    expect(await usedBy(pass)).toBe(400_000);
  });

  test('is refused where the goods may not leave, and holds what it held', async () => {
    const spirits = await day.stock('A-002', { price: '10.00', category: 'spirits', volumeMl: 750, strengthPermille: 400 });
    const pass = await inside(day, 'CN', aDocument({ birthDate: '2012-01-01' }), {
      guardianPass: await inside(day, 'CN', aDocument()),
    });
    const basket = id();
    body(await hold('A-002', basket, pass, [[half, 1]]), 201);
    const refused = await hold('A-002', basket, pass, [
      [half, 1],
      [spirits, 1],
    ]);
    expect([refused.status, reasonsOf(refused)]).toEqual([422, ['under-age']]);
    expect(await usedBy(pass)).toBe(400_000);
  });

  test('holds nothing that owes duty without the shopper’s word, or it would be owed before for others', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const basket = id();
    body(await hold('A-002', basket, pass, [[half, 2]]), 201);
    expect(reasonsOf(await hold('A-009', id(), pass, [[other, 1]]))).toEqual(['duty-not-acknowledged']);
    expect(reasonsOf(await day.sell('A-009', pass, [[other, 1]]))).toEqual(['duty-not-acknowledged']);
    const agreed = { id: id(), basket: id(), pass, lines: linesOf([[other, 1]]), acknowledgedDuty: CNY('9999.00') };
    body(await market.ask(await day.till('A-009'), 'POST', '/api/v1/leases', agreed), 201);
  });

  test('recalled by an officer is free for others, and what its till sold of it comes in over the limit under that name', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const basket = id();
    body(await hold('A-002', basket, pass, [[half, 1]]), 201);
    body(await recall(basket), 201);
    expect([await usedBy(pass), reasonsOf(await recall(basket))]).toEqual([0, ['lease-ended']]);
    body(await day.sell('A-009', pass, [[other, 1]]), 201);
    const late = await uploaded('A-002', pass, half, { basket });
    expect(flagsOf(late)).toEqual(['duty-not-acknowledged', 'lease-recalled']);
    expect(late.decision.outcome).toBe('duty');
  });

  test('is told to the gate, and closed with the visit', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const basket = id();
    body(await hold('A-002', basket, pass, [[half, 1]]), 201);
    const { exit } = body<{ exit: ExitView }>(await day.present('CN', pass), 201);
    expect(exit.tillsNotHeardFrom).toEqual([{ stall: 'A-002', since: TEST_NOW }]);
    expect([exit.settlement, exit.declared]).toEqual(['green', []]);
    const closed = body<{ exit: ExitView }>(await day.close('CN', exit.id, 'settled'), 201).exit;
    expect(closed.tillsNotHeardFrom).toEqual([]);
    expect(flagsOf(await uploaded('A-002', pass, half, { basket }))).toEqual(['sold-before-exit', 'lease-recalled']);
  });
});
