import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExitView } from '#db/stores/exit-cases.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { encodeSale, type Json, signedTextOf } from '#lib/sale/sale-text.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aDarkTill, type DarkTill, enrolledAs, receiptOf } from '#tests/support/a-dark-till.ts';
import { aMarket, id, type Market } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { falseAccounts, falseDecisions, falseRows } from '#tests/support/verify.ts';

let market: Market;
let day: Day;
let goods: Goods;
let till: DarkTill;

const CNY = (amount: string) => ({ amount, currency: 'CNY' });

/** What a dark till sold to a pass, as it will send it. */
const sold = (pass: string) =>
  anOfflineSale(till.browser.call('GET', '/api/v1/till'), { pass, product: goods.id, price: '150.00' });

const codeOf = (sale: object, by = till) => receiptOf(sale, by);
const bringIn = (receipt: string) => market.ask(day.at.CN.gate, 'POST', '/api/v1/receipts', { receipt });

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  goods = await day.stock('B-007', { price: '150.00', category: 'clothing' });
  till = await aDarkTill(market, 'B-007');
});

afterAll(async () => {
  const wrong = [await falseRows(market), (await falseDecisions(market)).wrong, await falseAccounts(market)];
  await market.close();
  expect(wrong).toEqual([[], [], []]);
});

describe('The code on a receipt of a till that is dark', () => {
  test('is the sale: a gate takes it in as the till’s own, and the till’s upload is the same one', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const sale = await sold(pass);
    const brought = body<{ receipt: Receipt }>(await bringIn(await codeOf(sale)), 200);
    expect(brought.receipt).toMatchObject({ id: sale.id, total: CNY('150.00'), flags: [] });
    expect(brought.receipt.stall.code).toBe('B-007');
    expect(body(await bringIn(await codeOf(sale)), 200)).toEqual(brought);
    expect(body(await till.browser.call('POST', '/api/v1/sales', sale), 200)).toEqual(brought);
  });

  test('can be shown with the pass, or when the case is open: its goods are declared either way', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const [first, second] = [await sold(pass), await sold(pass)];
    const asked = { id: id(), pass, receipts: [await codeOf(first)] };
    const { exit } = body<{ exit: ExitView }>(await market.ask(day.at.CN.gate, 'POST', '/api/v1/exits', asked), 201);
    expect(exit.declared.map(({ names }) => names)).toEqual([goods.names]);
    const late = { ...second, offline: { ...second.offline, number: second.offline.number + 1 } };
    expect(body<{ receipt: Receipt }>(await bringIn(await codeOf(late)), 200).receipt.flags).toEqual([
      { reason: 'visit-presented', facts: {} },
    ]);
    const seen = await market.ask(day.at.CN.gate, 'GET', `/api/v1/exits/${exit.id}`);
    expect(body<{ exit: ExitView }>(seen, 200).exit.declared).toHaveLength(2);
  });

  test('is still good when the tablet was enrolled anew', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const receipt = await codeOf(await sold(pass));
    till = { ...till, browser: await enrolledAs(market, till.device) };
    body(await bringIn(receipt), 200);
  });

  test('is refused when no till of this market signed it, or a word of it was changed', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const sale = await sold(pass);
    const other = await aDarkTill(market, 'B-007');
    const signature = await till.browser.sign(signedTextOf(sale as Json));
    const forged = [
      await codeOf(sale, { ...till, browser: await aBrowser(market, 'till') }),
      await codeOf(sale, { ...till, device: other.device }),
      await codeOf(sale, { ...till, device: id() }),
      encodeSale(till.device, { ...sale, id: id() } as Json, signature),
    ];
    for (const receipt of forged) expect(reasonsOf(await bringIn(receipt))).toEqual(['receipt-not-genuine']);
    const { origin, ...live } = sale;
    for (const receipt of ['SS1:', `${await codeOf(sale)}`.slice(0, -3), await codeOf(live), await codeOf({ sale: 1 })])
      expect(reasonsOf(await bringIn(receipt))).toEqual(['receipt-unreadable']);
    expect((await market.ask(day.at.CN.gate, 'GET', `/api/v1/sales/${sale.id}`)).status).toBe(404);
  });
});
