import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aMarket, id, type Market } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseAccounts, falseDecisions, falseRows } from '#tests/support/verify.ts';

const LOOPS = process.env.SERAI_FULL ? 1_000 : 40;
const BUYERS = process.env.SERAI_FULL ? 100 : 30;

let market: Market;
let day: Day;
let bag: Goods;

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const daysLater = (days: number) => new Date(Date.parse(TEST_NOW) + days * 86_400_000).toISOString();
const cash = (amount: string) => [{ kind: 'cash', amount: CNY(amount) }];
const decisionOn = async (pass: string) => body<{ decision: Decision }>(await day.allowance('CN', pass), 200).decision;
const saleOf = (pass: string, goods: Goods) => ({
  id: id(),
  pass,
  lines: [{ product: goods.id, quantity: '1' }],
  tenders: cash(goods.price.amount),
});

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  bag = await day.stock('A-002', { price: '500.00', category: 'clothing' });
});

afterAll(async () => {
  const wrong = [await falseRows(market), (await falseDecisions(market)).wrong, await falseAccounts(market)];
  await market.close();
  expect(wrong).toEqual([[], [], []]);
});

describe('What the users of other tills suffered from', () => {
  test('T2: the market wrote the sale, its answer was lost, and the till asked ten times more: one sale', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const till = await day.till('A-002');
    const sale = saleOf(pass, bag);
    const first = body<{ receipt: Receipt }>(await market.ask(till, 'POST', '/api/v1/sales', sale), 201);
    for (let again = 0; again < 10; again += 1)
      expect(body(await market.ask(till, 'POST', '/api/v1/sales', sale), 200)).toEqual(first);
    expect((await decisionOn(pass)).limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ visit: 50_000 });
    // The control: a till that makes a new id for each attempt sells eleven.
    body(await market.ask(till, 'POST', '/api/v1/sales', { ...sale, id: id() }), 201);
    expect((await decisionOn(pass)).limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ visit: 100_000 });
  });

  test('T4: held by one till and paid there without a network, the rest is sold by another that is heard first: both are right', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const [dark, other] = [await day.till('A-002'), await day.till('A-009')];
    const most = await day.stock('A-002', { price: '7600.00', category: 'clothing' });
    const [fits, isTooMuch] = [
      await day.stock('A-009', { price: '400.00', category: 'clothing' }),
      await day.stock('A-009', { price: '400.01', category: 'clothing' }),
    ];
    const basket = id();
    const lines = [{ product: most.id, quantity: '1' }];
    body(await market.ask(dark, 'POST', '/api/v1/leases', { id: id(), basket, pass, lines }), 201);
    const view = market.ask(dark, 'GET', '/api/v1/till');
    const paid = { ...(await anOfflineSale(view, { pass, product: most.id, price: '7600.00' })), basket };
    body(await market.ask(other, 'POST', '/api/v1/sales', saleOf(pass, isTooMuch)), 422);
    body(await market.ask(other, 'POST', '/api/v1/sales', saleOf(pass, fits)), 201);
    expect(body<{ receipt: Receipt }>(await market.ask(dark, 'POST', '/api/v1/sales', paid), 201).receipt.flags).toEqual([]);
    expect((await decisionOn(pass)).limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ visit: 800_000, over: 0 });
  });

  test('T9: many tills at once for the last gram of an allowance: one has it', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const most = await day.stock('A-002', { price: '7600.00', category: 'clothing' });
    body(await day.sell('A-002', pass, [[most, 1]]), 201);
    const last = await day.stock('A-009', { price: '400.00', category: 'clothing' });
    const till = await day.till('A-009');
    const replies = await Promise.all(
      Array.from({ length: BUYERS }, () => market.ask(till, 'POST', '/api/v1/sales', saleOf(pass, last))),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await decisionOn(pass)).limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ visit: 800_000, over: 0 });
  });

  test(`T10: bought and brought back ${LOOPS} times, the allowance is what it was; a refund of a refund is refused`, async () => {
    const pass = await inside(day, 'CN', aDocument());
    body(await day.sell('A-002', pass, [[bag, 3]]), 201);
    const before = (await decisionOn(pass)).limits.map(({ rule, visit, left }) => [rule, visit, left]);
    let receipt: Receipt | undefined;
    for (let loop = 0; loop < LOOPS; loop += 1) {
      receipt = body<{ receipt: Receipt }>(await day.sell('A-002', pass, [[bag, 1]]), 201).receipt;
      body(await day.refund('A-002', receipt, 1), 201);
    }
    expect((await decisionOn(pass)).limits.map(({ rule, visit, left }) => [rule, visit, left])).toEqual(before);
    expect((await day.refund('A-002', receipt as Receipt, 1)).status).toBe(422);
  });

  test('T12: three tills that open at once, and sell at once, number their receipts apart and without a gap', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const cheap = await day.stock('B-007', { price: '1.00' });
    const tills = await Promise.all(['B-007', 'B-007', 'B-007'].map((stall) => market.token('till', stall)));
    const sold = await Promise.all(
      Array.from({ length: 12 }, (_, i) => market.ask(tills[i % 3] ?? '', 'POST', '/api/v1/sales', saleOf(pass, cheap))),
    );
    const numbers = sold.map((reply) => body<{ receipt: Receipt }>(reply, 201).receipt.number);
    expect(new Set(numbers).size).toBe(12);
    const byTill = Map.groupBy(numbers, (number) => number.split('-')[0]);
    expect([...byTill.values()].map((each) => each.map((number) => number.split('-')[1]).sort())).toEqual(
      Array.from({ length: 3 }, () => ['000001', '000002', '000003', '000004']),
    );
  });

  test.each([-3, 3])('T13: a tablet whose clock is %i days off sells on the right day, and is told', async (days) => {
    const pass = await inside(day, 'CN', aDocument());
    const till = await day.till('A-002');
    const sale = await anOfflineSale(market.ask(till, 'GET', '/api/v1/till'), {
      pass,
      product: bag.id,
      price: '500.00',
      at: daysLater(days),
      says: { clock: 'wall' },
    });
    const { receipt } = body<{ receipt: Receipt }>(await market.ask(till, 'POST', '/api/v1/sales', sale), 201);
    expect([receipt.occurredAt, receipt.flags?.map(({ reason }) => reason)]).toEqual([TEST_NOW, ['clock-wrong']]);
    const { limits } = await decisionOn(pass);
    expect(limits.find(({ rule }) => rule === 'CN-ICBC-VAL')).toMatchObject({ visit: 50_000, period: TEST_NOW.slice(0, 10) });
  });
});
