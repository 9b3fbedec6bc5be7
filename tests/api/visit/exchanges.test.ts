import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aMarket, id, type Market } from '../../support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '../../support/a-visit.ts';
import { receiptOf } from '../../support/visit-replies.ts';

let market: Market;
let day: Day;

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

const cash = (amount: string) => ({ kind: 'cash', amount: { amount, currency: 'CNY' } });
type Exchanged = { readonly receipt: Receipt; readonly of: Receipt };

/** The first line of a receipt comes back, and one piece of other goods is sold for it. */
async function exchange(of: Receipt, pass: string, goods: Goods, more: object = {}) {
  return market.ask(await day.till('A-001'), 'POST', `/api/v1/sales/${of.id}/exchanges`, {
    id: id(),
    lines: [{ line: 1, quantity: '1', goods: 'back' }],
    paidBy: 'stall',
    sold: { id: id(), pass, lines: [{ product: goods.id, quantity: '1' }] },
    tenders: [],
    ...more,
  });
}

const standing = async (of: Receipt): Promise<Receipt> =>
  body<{ receipt: Receipt }>(await market.ask(await day.till('A-001'), 'GET', `/api/v1/sales/${of.id}`), 200).receipt;

async function sold(price: string, quantity = 1): Promise<{ pass: string; receipt: Receipt }> {
  const pass = await inside(day, 'CN', aDocument());
  const goods = await day.stock('A-001', { category: 'bags', price });
  return { pass, receipt: receiptOf(await day.sell('A-001', pass, [[goods, quantity]])) };
}

describe('An exchange', () => {
  test('takes the difference, and its refund and its sale name each other', async () => {
    const { pass, receipt } = await sold('60.00');
    const dearer = await day.stock('A-001', { price: '100.00' });
    const done = body<Exchanged>(await exchange(receipt, pass, dearer, { tenders: [cash('50.00')] }), 201);
    expect(done.receipt).toMatchObject({
      total: { amount: '100.00' },
      tenders: [cash('50.00')],
      change: { amount: '10.00' },
      exchange: { number: receipt.number, credit: { amount: '60.00' }, total: { amount: '60.00' }, tenders: [] },
    });
    expect(done.receipt.exchange?.lines).toMatchObject([{ quantity: '1', amount: { amount: '60.00' } }]);
    expect(done.of).toMatchObject({ state: 'refunded', exchangedFor: [done.receipt.number] });
    expect(await standing(done.receipt)).toEqual(done.receipt);
  });

  test('gives the difference back, to the minor unit and no more', async () => {
    const { pass, receipt } = await sold('100.00');
    const cheaper = await day.stock('A-001', { price: '60.00' });
    for (const wrong of [{}, { tenders: [cash('40.00')] }, { givenBack: [cash('41.00')] }])
      expect(reasonsOf(await exchange(receipt, pass, cheaper, wrong))).toEqual(['refund-not-exact']);
    const done = body<Exchanged>(await exchange(receipt, pass, cheaper, { givenBack: [cash('40.00')] }), 201);
    expect(done.receipt).toMatchObject({
      tenders: [],
      change: { amount: '0.00' },
      exchange: { credit: { amount: '60.00' }, total: { amount: '100.00' }, tenders: [cash('40.00')] },
    });
  });

  test('of goods of one price moves no money; one fen short of a dearer one is short', async () => {
    const { pass, receipt } = await sold('60.00', 2);
    const same = await day.stock('A-001', { price: '60.00' });
    const { receipt: first } = body<Exchanged>(await exchange(receipt, pass, same), 201);
    expect([first.tenders, first.exchange?.tenders]).toEqual([[], []]);
    const dearer = await day.stock('A-001', { price: '70.00' });
    const card = (amount: string) => ({ kind: 'card', amount: { amount, currency: 'CNY' } });
    expect(reasonsOf(await exchange(receipt, pass, dearer, { tenders: [card('9.99')] }))).toEqual(['tender-short']);
    body(await exchange(receipt, pass, dearer, { tenders: [card('10.00')] }), 201);
    expect((await standing(receipt)).exchangedFor).toHaveLength(2);
  });

  test('leaves the plan of somebody who only ever bought the new goods, where both would go over the limit', async () => {
    const watch = await day.stock('A-001', { category: 'watches', price: '7000.00' });
    const other = await inside(day, 'CN', aDocument());
    const only = receiptOf(await day.sell('A-001', other, [[watch, 1]]));
    const { pass, receipt } = await sold('7000.00');
    expect(reasonsOf(await day.sell('A-001', pass, [[watch, 1]]))).toContain('duty-not-acknowledged');
    const done = body<Exchanged>(await exchange(receipt, pass, watch), 201);
    expect([done.receipt.decision.outcome, done.receipt.decision.duty]).toEqual(['free', null]);
    const { decision } = body<{ decision: Decision }>(await day.allowance('CN', pass), 200);
    expect(decision.plan).toEqual(only.decision.plan);
  });

  test('that may not be sold brings nothing back', async () => {
    const { pass, receipt } = await sold('60.00');
    const far = await day.stock('A-001', { category: 'watches', price: '9000.00' });
    const tenders = [cash('8940.00')];
    expect(reasonsOf(await exchange(receipt, pass, far, { tenders }))).toContain('duty-not-acknowledged');
    expect(await standing(receipt)).toEqual(receipt);
    body(await day.refund('A-001', receipt, 1), 201);
    expect(reasonsOf(await exchange(receipt, pass, far, { tenders }))).toEqual(['already-refunded']);
  });

  test('is one act: sent again it is the same, and its sale cannot be voided, only refunded', async () => {
    const { pass, receipt } = await sold('60.00');
    const same = await day.stock('A-001', { price: '60.00' });
    const act = { id: id(), sold: { id: id(), pass, lines: [{ product: same.id, quantity: '1' }] } };
    const done = body<Exchanged>(await exchange(receipt, pass, same, act), 201);
    expect(body<Exchanged>(await exchange(receipt, pass, same, act), 200)).toEqual(done);
    const undo = { id: id(), reason: 'wrong goods' };
    const path = `/api/v1/sales/${done.receipt.id}/voids`;
    expect(reasonsOf(await market.ask(await day.till('A-001'), 'POST', path, undo))).toEqual(['sale-of-exchange']);
    body(await day.refund('A-001', done.receipt, 1), 201);
  });

  test('leaves in the drawer what was handed over and not what changed hands on paper', async () => {
    const till = await day.till('A-001');
    const drawer = async () => body<{ session: TillSessionView }>(await market.ask(till, 'GET', '/api/v1/till'), 200).session;
    const { pass, receipt } = await sold('60.00', 2);
    const before = await drawer();
    body(await exchange(receipt, pass, await day.stock('A-001', { price: '100.00' }), { tenders: [cash('50.00')] }), 201);
    body(await exchange(receipt, pass, await day.stock('A-001', { price: '35.00' }), { givenBack: [cash('25.00')] }), 201);
    const after = await drawer();
    const moved = (pick: (session: TillSessionView) => readonly { amount: string }[]) =>
      Number(pick(after)[0]?.amount) - Number(pick(before)[0]?.amount);
    expect(moved(({ expected }) => expected)).toBeCloseTo(40 - 25, 9);
    expect(moved(({ takings }) => takings)).toBeCloseTo(135, 9);
    expect(Number(after.refunded[0]?.amount ?? 0) - Number(before.refunded[0]?.amount ?? 0)).toBeCloseTo(120, 9);
  });
});
