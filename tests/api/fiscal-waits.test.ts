import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { aDocumentedStall, type DocumentedStall, hours, later, STALL } from '#tests/support/a-documented-stall.ts';
import { documentsOf, sentUntil } from '#tests/support/a-fiscal-side.ts';
import { aMannedDrawer, CNY, cash } from '#tests/support/a-manned-drawer.ts';
import { aDocument, body, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseRows } from '#tests/support/verify.ts';

let operator: DocumentedStall['operator'];
let market: DocumentedStall['market'];
let day: DocumentedStall['day'];
let cup: DocumentedStall['cup'];
let pass: DocumentedStall['pass'];
let toOperator: DocumentedStall['toOperator'];
let sold: DocumentedStall['sold'];
let voided: DocumentedStall['voided'];
let allSent: DocumentedStall['allSent'];
let statesOf: DocumentedStall['statesOf'];

beforeEach(async () => {
  ({ operator, market, day, cup, pass, toOperator, sold, voided, allSent, statesOf } = await aDocumentedStall());
});
afterEach(async () => {
  const wrong = await falseRows(market);
  await market.close();
  await operator.close();
  expect(wrong).toEqual([]);
});

describe('While nobody registers', () => {
  const wait = async () => {
    const till = body<{ fiscal: { wait: string; hours: number; waiting: number } }>(
      await market.ask(await day.till(STALL), 'GET', '/api/v1/till'),
      200,
    );
    return [till.fiscal.wait, till.fiscal.hours, till.fiscal.waiting];
  };

  test('the till says the hours, and at 72 shuts for what needs a document, until one is registered', async () => {
    await toOperator();
    operator.is('away');
    const [first, second] = [await sold(), await sold()];
    await sentUntil(market, async () => (await statesOf(second.id))[0]?.[1] === 'autonomous');
    expect(await wait()).toEqual(['clear', 0, 2]);
    market.at(later(16));
    expect(await wait()).toEqual(['late', 0, 2]);
    market.at(hours(60));
    expect(await wait()).toEqual(['loud', 60, 2]);
    market.at(new Date(Date.parse(hours(72)) - 1).toISOString());
    const fresh = await inside(day, 'CN', aDocument());
    body(await day.sell(STALL, fresh, [[cup, 1]]), 201);
    market.at(hours(72));
    expect(await wait()).toEqual(['shut', 72, 3]);
    expect(reasonsOf(await day.sell(STALL, fresh, [[cup, 1]]))).toEqual(['fiscal-shut']);
    expect(reasonsOf(await day.refund(STALL, first, 1))).toEqual(['fiscal-shut']);
    expect(reasonsOf(await voided(second.id))).toEqual(['fiscal-shut']);
    // Another side sells on, and whoever is inside may leave.
    const [home, knife] = [
      await inside(day, 'KZ', aDocument({ nationality: 'KAZ' })),
      await day.stock('K-001', { currency: 'KZT' }),
    ];
    body(await day.sell('K-001', home, [[knife, 1]]), 201);
    body(await day.present('CN', fresh), 201);
    operator.is('well');
    await allSent();
    const next = await inside(day, 'CN', aDocument());
    body(await day.sell(STALL, next, [[cup, 1]]), 201);
    expect(operator.registered.slice(0, 2).map(({ sale, late }) => [sale, late])).toEqual([
      [first.id, true],
      [second.id, true],
    ]);
  });

  test('a sale that a till made without a network is taken in also when the side is shut, and is told as late', async () => {
    await toOperator();
    operator.is('away');
    await sold();
    const till = await day.till(STALL);
    const made = await anOfflineSale(market.ask(till, 'GET', '/api/v1/till'), { pass, product: cup.id, price: '9.90' });
    market.at(hours(73));
    const { receipt } = body<{ receipt: Receipt }>(await market.ask(till, 'POST', '/api/v1/sales', made), 201);
    expect((await documentsOf(market, receipt.id))[0]).toMatchObject({ origin: 'offline', occurredAt: TEST_NOW });
    operator.is('well');
    await allSent();
    expect(operator.registered.at(-1)).toMatchObject({ sale: receipt.id, late: true, occurredAt: TEST_NOW });
  });
});

describe('A Z report', () => {
  test('has the documents beside the sales, by state, and they agree to the minor unit', async () => {
    await toOperator();
    const { at, tell } = await aMannedDrawer(market, STALL, []);
    const sell = async () =>
      body<{ receipt: Receipt }>(
        await tell('sales', { pass, lines: [{ product: cup.id, quantity: '1' }], tenders: [cash('10.00')] }),
        201,
      ).receipt;
    const first = await sell();
    const second = await sell();
    await allSent();
    operator.is('away');
    body(await tell(`sales/${first.id}/voids`, { reason: 'wrong goods' }), 201);
    await sentUntil(market, async () => (await statesOf(first.id))[1]?.[1] === 'autonomous');
    const back = { lines: [{ line: 1, quantity: '1', goods: 'back' }], paidBy: 'stall', tenders: [cash('9.90')] };
    body(await tell(`sales/${second.id}/refunds`, back), 201);
    const z = body<{ session: TillSessionView }>(await tell(`${at}/close`, { counted: [CNY('0.10')] }), 201).session;
    const one = { count: 1, amount: CNY('9.90') };
    const two = { count: 2, amount: CNY('19.80') };
    const none = { count: 0, amount: CNY('0.00') };
    expect(z.fiscal).toEqual({
      agrees: true,
      lines: [
        { type: 'sale', own: two, documents: [{ state: 'registered', ...two }], missing: none },
        { type: 'refund', own: one, documents: [{ state: 'autonomous', ...one }], missing: none },
        { type: 'void', own: one, documents: [{ state: 'autonomous', ...one }], missing: none },
      ],
    });
  });

  test('of a session in which the operator came later names what it was not told', async () => {
    const { at, tell } = await aMannedDrawer(market, STALL, []);
    const sell = () => tell('sales', { pass, lines: [{ product: cup.id, quantity: '1' }], tenders: [cash('9.90')] });
    body(await sell(), 201);
    await toOperator();
    body(await sell(), 201);
    const z = body<{ session: TillSessionView }>(await tell(`${at}/close`, { counted: [CNY('19.80')] }), 201).session;
    expect(z.fiscal).toMatchObject({ agrees: false, lines: [{ missing: { count: 1, amount: CNY('9.90') } }] });
  });
});

describe('Who watches the market', () => {
  test('is told how many documents wait and how old the oldest is', async () => {
    await toOperator();
    operator.is('away');
    await sold();
    await sold();
    market.at(hours(2));
    const text = await (await fetch(`${market.origin}/metrics`)).text();
    expect(text).toContain('serai_fiscal_waiting{side="CN"} 2');
    expect(text).toContain('serai_fiscal_oldest_seconds{side="CN"} 7200');
  });
});
