import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aDiscountCounter, type DiscountCounter, line, percent, receiptIn, STALL } from '#tests/support/a-discount-counter.ts';
import { aMannedDrawer, CNY, cash } from '#tests/support/a-manned-drawer.ts';
import { id } from '#tests/support/a-market.ts';
import { aDocument, body, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseAccounts, falseDecisions, falseRows } from '#tests/support/verify.ts';

let market: DiscountCounter['market'];
let day: DiscountCounter['day'];
let till: DiscountCounter['till'];
let coat: DiscountCounter['coat'];
let scarf: DiscountCounter['scarf'];
let sell: DiscountCounter['sell'];
let allowed: DiscountCounter['allowed'];
let clock: string = TEST_NOW;

/** A second later. */
const tick = () => {
  clock = new Date(Date.parse(clock) + 1000).toISOString();
  market.at(clock);
};
const off = (amount: string) => ({ amount: CNY(amount), reason: 'price-promised', note: 'as on the poster' });

beforeAll(async () => {
  ({ market, day, till, coat, scarf, sell, allowed } = await aDiscountCounter());
});
afterAll(async () => {
  const wrong = [await falseRows(market), (await falseDecisions(market)).wrong, await falseAccounts(market)];
  await market.close();
  expect(wrong).toEqual([[], [], []]);
});

describe('A discount', () => {
  test('is on the receipt with the list price, what came off and why', async () => {
    const lines = [line(coat, { discount: percent('8'), note: 'SN 7731' }), line(scarf)];
    const receipt = receiptIn(await sell(lines, '909.44', { discount: { percent: '2', reason: 'loyal' } }));
    // 900.00 less 72.00 is 828.00; of 928.00 another 18.56 comes off, 16.56 of it from the coat.
    expect(receipt.total).toEqual(CNY('909.44'));
    expect(receipt.lines).toMatchObject([
      { listPrice: CNY('900.00'), price: CNY('811.44'), note: 'SN 7731' },
      { listPrice: CNY('100.00'), price: CNY('98.00') },
    ]);
    expect(receipt.discounts).toEqual([
      { line: 1, reason: 'damaged', note: null, percent: '8', amount: CNY('72.00'), approvedBy: null },
      { line: null, reason: 'loyal', note: null, percent: '2', amount: CNY('18.56'), approvedBy: null },
    ]);
    const again = await till.browser.call('GET', `/api/v1/sales/${receipt.id}`);
    expect(body<{ receipt: Receipt }>(again, 200).receipt).toEqual(receipt);
  });

  test('lessens what the law sees, and is decided alike before and after the sale', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const lines = [line(coat, { discount: off('90.00') })];
    const before = body<{ decision: Decision }>(await till.browser.call('POST', '/api/v1/decisions', { pass, lines }), 200);
    const used = ({ limits }: Decision) => limits.find(({ rule }) => rule === 'CN-ICBC-VAL');
    expect(used(before.decision)?.visit).toBe(81_000);
    receiptIn(await till.tell('sales', { pass, lines, tenders: [cash('810.00')] }));
    expect(used(body<{ decision: Decision }>(await day.allowance('CN', pass), 200).decision)?.visit).toBe(81_000);
  });

  test('is not given back with the goods: a refund is what was paid', async () => {
    const receipt = receiptIn(await sell([line(scarf, { discount: off('10.00') })], '90.00'));
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], paidBy: 'stall' };
    expect(reasonsOf(await till.tell(`sales/${receipt.id}/refunds`, { ...back, tenders: [cash('100.00')] }))).not.toEqual([]);
    body(await till.tell(`sales/${receipt.id}/refunds`, { ...back, tenders: [cash('90.00')] }), 201);
  });

  test.each([
    ['more than the price', { lines: [{ discount: off('100.01') }] }, ['discount-too-large']],
    ['more than is left of the sale', { lines: [{ discount: off('60.00') }], discount: off('40.01') }, ['discount-too-large']],
    [
      'in another currency',
      { lines: [{ discount: { amount: { amount: '1.00', currency: 'KZT' }, reason: 'damaged' } }] },
      ['amount-invalid'],
    ],
  ])('is refused where it is %s', async (_, { lines, ...more }, reasons) => {
    expect(
      reasonsOf(
        await sell(
          lines.map((each) => line(scarf, each)),
          '100.00',
          more,
        ),
      ),
    ).toEqual(reasons);
  });

  test.each([
    ['without a reason', { percent: '5' }],
    ['of no known reason', { percent: '5', reason: 'because' }],
    ['for another reason that is not said', { percent: '5', reason: 'other' }],
    ['of more than everything', { percent: '100.01', reason: 'damaged' }],
    ['by per cent and amount', { percent: '5', amount: CNY('1.00'), reason: 'damaged' }],
  ])('%s is no discount', async (_, discount) => {
    expect((await sell([line(scarf, { discount })], '100.00')).status).toBe(400);
  });
});

describe('A stall’s limit', () => {
  test('lets a cashier give just so much alone', async () => {
    receiptIn(await sell([line(scarf, { discount: percent('10') })], '90.00'));
    const above = await sell([line(scarf, { discount: percent('10.01') })], '89.99');
    expect(reasonsOf(above)).toEqual(['discount-needs-approval']);
  });

  test('is set by the owner of the stall, from then on', async () => {
    const shop = await market.signIn('owner', 'shop');
    const { limits } = body<{ limits: { stall: string; code: string; percent: string }[] }>(
      await market.ask(shop, 'GET', '/api/v1/shop/discount-limits'),
      200,
    );
    const { stall, percent: was } = limits.find(({ code }) => code === STALL) as (typeof limits)[number];
    const set = async (text: string) =>
      body(await market.ask(shop, 'POST', '/api/v1/shop/discount-limits', { id: id(), stall, percent: text }), 201);
    tick();
    await set('0');
    expect(reasonsOf(await sell([line(scarf, { discount: off('0.01') })], '99.99'))).toEqual(['discount-needs-approval']);
    tick();
    await set(was);
    receiptIn(await sell([line(scarf, { discount: off('0.10') })], '99.90'));
  });
});

describe('T19: a supervisor approves without becoming the cashier', () => {
  test('T19: the owner’s word lets one sale be cheaper, and stands on it and in the audit', async () => {
    const approval = await allowed('50.00');
    const receipt = receiptIn(await sell([line(scarf, { discount: percent('50') })], '50.00', { approval }));
    expect(receipt.discounts?.[0]?.approvedBy).toBe('Owner of A-002');
    expect((await till.see()).operator?.id).toBe(till.cashier.person);
    expect(receipt.operator?.id).toBe(till.cashier.person);
    const office = await market.signIn('auditor', 'office');
    const trail = body<{ rows: { kind: string; facts: Record<string, unknown> }[] }>(
      await market.ask(office, 'GET', '/api/v1/office/audit?limit=20'),
      200,
    ).rows;
    expect(trail.find(({ kind }) => kind === 'ring-up-sale')?.facts).toMatchObject({
      discount: '50.00',
      approvedBy: 'Owner of A-002',
    });
    expect(trail.find(({ kind }) => kind === 'approve-discount')?.facts).toMatchObject({
      amount: '50.00',
      approvedBy: 'Owner of A-002',
    });
  });

  test('T19: it is for one payment, for no more than was said, and at that till', async () => {
    const half = [line(scarf, { discount: percent('50') })];
    const approval = await allowed('50.00');
    const more = [line(scarf, { discount: off('50.01') })];
    expect(reasonsOf(await sell(more, '49.99', { approval }))).toEqual(['discount-needs-approval']);
    receiptIn(await sell([line(scarf, { discount: percent('20') })], '80.00', { approval }));
    expect(reasonsOf(await sell(half, '50.00', { approval }))).toEqual(['discount-needs-approval']);
    const elsewhere = await aMannedDrawer(market, STALL);
    const theirs = {
      pass: await inside(day, 'CN', aDocument()),
      lines: half,
      tenders: [cash('50.00')],
      approval: await allowed('50.00'),
    };
    expect(reasonsOf(await elsewhere.tell('sales', theirs))).toEqual(['discount-needs-approval']);
    expect(reasonsOf(await sell(half, '50.00', { approval: id() }))).toEqual(['discount-needs-approval']);
  });

  test('T19: it covers every sale of one payment together, and no more than that', async () => {
    const stall = (await till.see()).stall.id;
    const half = [line(scarf, { discount: percent('50') })];
    const sales = await Promise.all(
      [1, 2].map(async () => ({ id: id(), stall, pass: await inside(day, 'CN', aDocument()), lines: half })),
    );
    const pay = async (upTo: string) => {
      const approval = await allowed(upTo);
      const both = sales.map((each) => ({ ...each, approval }));
      return till.tell('payments', { sales: both, tenders: [cash('100.00')], custody: 'stall' });
    };
    expect(reasonsOf(await pay('99.99'))).toEqual(['discount-needs-approval']);
    const { receipts } = body<{ receipts: Receipt[] }>(await pay('100.00'), 201);
    expect(receipts.map(({ total }) => total)).toEqual([CNY('50.00'), CNY('50.00')]);
  });

  test('T19: a cashier’s PIN, or a wrong one, allows nothing', async () => {
    const ask = (approval: object) => till.tell('discount-approvals', { upTo: CNY('50.00'), approval });
    expect(reasonsOf(await ask(till.cashier))).toEqual(['approval-needed']);
    expect(reasonsOf(await ask({ ...till.owner, pin: '000000' }))).toEqual(['pin-wrong']);
  });
});

type Statement = { statement: { standing: { currency: string; heldByVendor: string }[] } };

test('The commission is of what was paid, and so is what a refund takes back of it', async () => {
  const office = await market.signIn('administrator', 'office');
  const { vendors } = body<{ vendors: { id: string; stalls: { code: string }[] }[] }>(
    await market.ask(office, 'GET', '/api/v1/office/vendors'),
    200,
  );
  const vendor = vendors.find(({ stalls }) => stalls.some(({ code }) => code === STALL))?.id;
  const held = async () => {
    const statement = await market.ask(office, 'GET', `/api/v1/office/statements/${vendor}`);
    const { standing } = body<Statement>(statement, 200).statement;
    return Math.round(Number(standing.find(({ currency }) => currency === 'CNY')?.heldByVendor ?? 0) * 100);
  };
  const before = await held();
  const receipt = receiptIn(await sell([line(scarf, { discount: off('10.00') })], '90.00'));
  expect((await held()) - before).toBe(9000);
  const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], tenders: [cash('90.00')], paidBy: 'stall' };
  body(await till.tell(`sales/${receipt.id}/refunds`, back), 201);
  expect(await held()).toBe(before);
});

test('A Z report counts what came off the sales that stand', async () => {
  const drawer = await aMannedDrawer(market, STALL);
  const sold = async (amount: string) => {
    const lines = [line(scarf, { discount: off(amount) })];
    const paid = cash((100 - Number(amount)).toFixed(2));
    return receiptIn(await drawer.tell('sales', { pass: await inside(day, 'CN', aDocument()), lines, tenders: [paid] }));
  };
  await sold('10.00');
  await sold('5.50');
  const { id: wrong } = await sold('7.00');
  body(await drawer.tell(`sales/${wrong}/voids`, { reason: 'wrong goods' }), 201);
  const { session } = body<{ session: TillSessionView }>(await drawer.tell(`${drawer.at}/close`, { counted: [] }), 201);
  expect([session.discounts, session.discounted, session.takings]).toEqual([2, [CNY('15.50')], [CNY('184.50')]]);
});
