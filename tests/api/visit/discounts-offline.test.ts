import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Basket, type BasketLine, EMPTY_BASKET } from '#app/till/basket.ts';
import { pricedLines, totalOf } from '#app/till/basket-prices.ts';
import { draftOf } from '#app/till/offline-receipt.ts';
import { saleOf } from '#app/till/sent-sale.ts';
import type { ProductView, TillPass, TillView } from '#app/till/till-views.ts';
import type { Decisions } from '#app/till/use-decisions.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { aDiscountCounter, type DiscountCounter, line, percent, receiptIn, STALL } from '#tests/support/a-discount-counter.ts';
import { CNY, cash } from '#tests/support/a-manned-drawer.ts';
import { id } from '#tests/support/a-market.ts';
import { aDocument, body, type Goods, inside } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseAccounts, falseDecisions, falseRows } from '#tests/support/verify.ts';

let market: DiscountCounter['market'];
let day: DiscountCounter['day'];
let till: DiscountCounter['till'];
let scarf: DiscountCounter['scarf'];
let allowed: DiscountCounter['allowed'];
const clock: string = TEST_NOW;

beforeAll(async () => {
  ({ market, day, till, scarf, allowed } = await aDiscountCounter());
});
afterAll(async () => {
  const wrong = [await falseRows(market), (await falseDecisions(market)).wrong, await falseAccounts(market)];
  await market.close();
  expect(wrong).toEqual([[], [], []]);
});

describe('A sale of less without a network', () => {
  let number = 0;
  const offline = async (of: { price: string; claim: object; paid: string; more?: object; says?: object }) => {
    const till = await day.till(STALL);
    const sold = await anOfflineSale(market.ask(till, 'GET', '/api/v1/till'), {
      pass: await inside(day, 'CN', aDocument()),
      product: scarf.id,
      price: of.price,
      paid: of.price,
      at: clock,
      says: { number: ++number, change: CNY('0.00'), ...of.says },
    });
    const lines = [line(scarf, { discount: of.claim })];
    const sale = { ...sold, lines, tenders: [cash(of.paid)], ...of.more };
    return receiptIn(await market.ask(till, 'POST', '/api/v1/sales', sale));
  };
  const flags = ({ flags: found }: Receipt) => found?.map(({ reason }) => reason);

  test('is what its claim comes to, whatever the till says that it took', async () => {
    const fair = await offline({ price: '100.00', claim: percent('10'), paid: '90.00' });
    expect([fair.total, flags(fair)]).toEqual([CNY('90.00'), []]);
    const false_ = await offline({ price: '100.00', claim: percent('10'), paid: '85.00' });
    expect([false_.total, flags(false_)]).toEqual([CNY('90.00'), ['tender-short']]);
  });

  test('is written above the limit too, and flagged', async () => {
    const above = await offline({ price: '100.00', claim: percent('10.01'), paid: '89.99' });
    expect([above.total, flags(above)]).toEqual([CNY('89.99'), ['discount-needs-approval']]);
    const unknown = await offline({ price: '100.00', claim: percent('50'), paid: '50.00', more: { approval: id() } });
    expect(flags(unknown)).toEqual(['discount-needs-approval']);
  });

  test('carries the owner’s word that was given before the network went', async () => {
    const approval = await allowed('50.00');
    const { browser, session } = till;
    const sold = await anOfflineSale(browser.call('GET', '/api/v1/till'), {
      pass: await inside(day, 'CN', aDocument()),
      product: scarf.id,
      price: '100.00',
      at: clock,
      says: { session, operator: till.cashier.person },
    });
    const sale = { ...sold, lines: [line(scarf, { discount: percent('50') })], tenders: [cash('50.00')], approval };
    const receipt = receiptIn(await browser.call('POST', '/api/v1/sales', sale));
    expect([flags(receipt), receipt.discounts?.[0]?.approvedBy]).toEqual([[], 'Owner of A-002']);
  });
});

test('The paper that a till prints without a network says what the market writes later', async () => {
  const { browser } = till;
  const see = async <Body>(path: string) => body<Body>(await browser.call('GET', `/api/v1/${path}`), 200);
  const view = await see<TillView>('till');
  const { pass } = await see<{ pass: TillPass }>(`passes/${await inside(day, 'CN', aDocument())}`);
  const { products } = await see<{ products: ProductView[] }>(`products?stall=${view.stall?.id}&q=Thing&limit=200`);
  const lineOf = (goods: Goods, key: string, more: Partial<BasketLine>): BasketLine => ({
    key,
    product: products.find((each) => each.id === goods.id) as ProductView,
    milli: 3000,
    fate: 'carried',
    pass: pass.id,
    ...more,
  });
  const basket: Basket = {
    ...EMPTY_BASKET,
    lines: [
      lineOf(scarf, '1', { discount: { percent: '3.33', reason: 'damaged' }, note: 'SN 9' }),
      lineOf(scarf, '2', { fate: 'consumed-inside', discount: { amount: CNY('7.01'), reason: 'other', note: 'wet box' } }),
    ],
    passes: [pass],
    pass: pass.id,
    discount: { amount: CNY('10.01'), reason: 'loyal' },
  };
  const tenders = [{ kind: 'card', amount: amountOf(totalOf(pricedLines(basket), 'CNY')), reference: '' }] as const;
  const decisions: Decisions = { byPass: {}, isFresh: true, isCurrent: true, again: () => undefined };
  const leases = { basketOf: () => undefined, spend: () => undefined, isHeld: () => false };
  const sent = saleOf(basket, view.stall?.id ?? '', tenders, {
    decisions,
    acknowledged: {},
    leases,
    changeIn: undefined,
    cashUnits: [],
    custody: 'stall',
  });
  const draft = draftOf(sent.id, basket, { till: view, tenders, terms: { units: [] }, decision: null, isLeased: false });
  if (draft === undefined) throw new Error('no draft');
  const { prices, session, operator, receipt: paper } = draft;
  const sold = await anOfflineSale(browser.call('GET', '/api/v1/till'), {
    pass: pass.id,
    product: scarf.id,
    price: '0.00',
    at: clock,
    says: { prices, session, operator, change: paper.change },
  });
  const receipt = receiptIn(await browser.call('POST', '/api/v1/sales', { ...sold, ...sent.body, id: sent.id }));
  const { lines, total, discounts } = receipt;
  expect({ lines, total, discounts }).toEqual({ lines: paper.lines, total: paper.total, discounts: paper.discounts });
  // 300.00 less 9.99, 300.00 less 7.01, and 10.01 off both.
  expect(total).toEqual(CNY('572.99'));
});
