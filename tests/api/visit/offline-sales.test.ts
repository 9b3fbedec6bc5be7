import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '#lib/law/decision.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { beaconText } from '#lib/till/beacon.ts';
import { aMarket, id, type Market } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside, reasonsOf } from '#tests/support/a-visit.ts';
import { anOfflineSale } from '#tests/support/an-offline-sale.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseAccounts, falseDecisions, falseRows } from '#tests/support/verify.ts';

let market: Market;
let day: Day;
let bag: Goods;
let cheap: Goods;
let number = 0;

const hours = (n: number) => new Date(Date.parse(TEST_NOW) + n * 3_600_000).toISOString();
const CNY = (amount: string) => ({ amount, currency: 'CNY' });

/** A sale as the till of A-002 sends it once it is back, by default made two hours after its last beacon and sent an hour later. */
async function offline(
  pass: string,
  goods: Goods,
  of: { quantity?: number; price?: string; paid?: string; more?: object; says?: object; stall?: string } = {},
) {
  const { quantity = 1, price = goods.price.amount, paid, says = {}, more = {} } = of;
  const till = await day.till(of.stall ?? 'A-002');
  number += 1;
  const sold = await anOfflineSale(market.ask(till, 'GET', '/api/v1/till'), {
    pass,
    product: goods.id,
    quantity,
    price: (Number(price) * quantity).toFixed(2),
    paid,
    at: hours(2),
    says: { number, ...says },
  });
  const sale = { ...sold, ...more };
  const send = (what: object = sale) => market.ask(till, 'POST', '/api/v1/sales', what);
  return { sale, send };
}

/** The limit of value of the China side, as the pass stands. */
const limitOfValue = async (pass: string) =>
  body<{ decision: Decision }>(await day.allowance('CN', pass), 200).decision.limits.find(({ rule }) => rule === 'CN-ICBC-VAL');
const flagsOf = (receipt: Receipt) => receipt.flags?.map(({ reason }) => reason);

/** Sends it an hour after it was made, by the market's clock. */
async function uploaded(...of: Parameters<typeof offline>): Promise<Receipt> {
  const { send } = await offline(...of);
  market.at(hours(3));
  const { receipt } = body<{ receipt: Receipt }>(await send(), 201);
  market.at(TEST_NOW);
  return receipt;
}

beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  bag = await day.stock('A-002', { price: '4000.00', category: 'clothing' });
  cheap = await day.stock('A-002', { price: '120.00', category: 'clothing' });
});

afterAll(async () => {
  const wrong = [await falseRows(market), (await falseDecisions(market)).wrong, await falseAccounts(market)];
  await market.close();
  expect(wrong).toEqual([[], [], []]);
});

describe('A sale that a till made without a network', () => {
  test('is taken in with its own time, number and price, and nothing is odd about it', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const receipt = await uploaded(pass, cheap, { paid: '150.00' });
    expect(receipt).toMatchObject({
      occurredAt: hours(2),
      recordedAt: hours(3),
      total: CNY('120.00'),
      change: CNY('30.00'),
      flags: [],
    });
    expect(receipt.number).toMatch(/-X\d{6}$/);
    const again = body<{ receipt: Receipt }>(
      await market.ask(await day.till('A-002'), 'GET', `/api/v1/sales/${receipt.id}`),
      200,
    );
    expect(again.receipt).toEqual(receipt);
  });

  test('uses up what the pass may take out, for every till after it', async () => {
    const pass = await inside(day, 'CN', aDocument());
    await uploaded(pass, bag);
    expect(await limitOfValue(pass)).toMatchObject({ visit: 400_000 });
  });

  test('is written even where the market would have refused it, and what lies over the limit is told', async () => {
    const pass = await inside(day, 'CN', aDocument());
    body(await day.sell('A-002', pass, [[bag, 2]]), 201);
    const over = await uploaded(pass, cheap);
    expect(flagsOf(over)).toEqual(['duty-not-acknowledged']);
    expect(over.decision.outcome).toBe('duty');
  });

  test.each([
    ['500.00', []],
    ['500.01', ['above-offline-floor']],
  ])('of %s CNY without a lease is flagged only above the floor', async (price, flags) => {
    const goods = await day.stock('A-002', { price, category: 'clothing' });
    const pass = await inside(day, 'CN', aDocument());
    expect(flagsOf(await uploaded(pass, goods))).toEqual(flags);
  });

  test('sent twice, or also tried live before, is one sale', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const { sale, send } = await offline(pass, cheap);
    market.at(hours(3));
    const first = body<{ receipt: Receipt }>(await send(), 201);
    expect(body(await send(), 200)).toEqual(first);
    const { origin, occurredAt, offline: said, ...live } = sale;
    expect(body(await send(live), 200)).toEqual(first);
    expect((await send({ ...sale, tenders: [{ kind: 'card', amount: CNY('120.00') }] })).status).toBe(409);

    const other = await offline(pass, cheap);
    const { origin: _o, occurredAt: _t, offline: _s, ...tried } = other.sale;
    const sold = body<{ receipt: Receipt }>(await other.send(tried), 201);
    expect(body(await other.send(), 200)).toEqual(sold);
    market.at(TEST_NOW);
  });

  test.each([
    ['before its beacon', -1, TEST_NOW, ['clock-wrong']],
    ['after it came in', 4, hours(3), ['clock-wrong']],
    ['at its beacon', 0, TEST_NOW, []],
  ])('said to be made %s counts at the nearest time that can be', async (_, hour, at, flags) => {
    const pass = await inside(day, 'CN', aDocument());
    const receipt = await uploaded(pass, cheap, { more: { occurredAt: hours(hour) } });
    expect([receipt.occurredAt, flagsOf(receipt)]).toEqual([at, flags]);
  });

  test('with a beacon of another till, or none of the market’s, has only its own clock', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const other = beaconText({ at: TEST_NOW, device: id() }, market.serai.keys.signPass);
    for (const beacon of [other, `${other}A`, 'yesterday'])
      expect(flagsOf(await uploaded(pass, cheap, { says: { beacon } }))).toEqual(['clock-not-proven']);
  });

  test('at another price, with other change or an unknown currency is written as it went over the counter', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const dear = await uploaded(pass, cheap, { price: '130.00' });
    expect([dear.total, flagsOf(dear)]).toEqual([CNY('130.00'), ['price-moved']]);
    const change = await uploaded(pass, cheap, { paid: '130.00', says: { change: CNY('9.00') } });
    expect([change.change, flagsOf(change)]).toEqual([CNY('9.00'), ['change-differs']]);
    const short = await uploaded(pass, cheap, { more: { tenders: [{ kind: 'cash', amount: CNY('100.00') }] } });
    expect([short.tenders[0]?.amount, flagsOf(short)]).toEqual([CNY('100.00'), ['tender-short']]);
  });

  test('on a number that another paper has gets a longer one, and both stand', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const first = await uploaded(pass, cheap, { says: { number: 7001 } });
    const twin = await uploaded(pass, cheap, { says: { number: 7001 } });
    expect(flagsOf(twin)).toEqual(['offline-number-taken']);
    expect(twin.number).toBe(`${first.number}-${twin.id.slice(-6)}`);
    const till = await market.ask(await day.till('A-002'), 'GET', '/api/v1/till');
    expect(body<{ offline: { nextNumber: number } }>(till, 200).offline.nextNumber).toBe(7002);
  });

  test('of a pass that was withdrawn in between is written and told', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const { send } = await offline(pass, cheap);
    const revoked = await market.ask(day.at.CN.gate, 'POST', `/api/v1/passes/${pass}/revocations`, {
      id: id(),
      reason: 'seen lending it',
    });
    body(revoked, 201);
    market.at(hours(3));
    expect(flagsOf(body<{ receipt: Receipt }>(await send(), 201).receipt)).toEqual(['pass-revoked']);
    market.at(TEST_NOW);
  });

  test('is refused only where it can be no sale', async () => {
    const pass = await inside(day, 'CN', aDocument());
    const issued = body<{ pass: { code: string } }>(await day.issue('CN', aDocument()), 201).pass.code;
    const elsewhere = await day.stock('A-009', { price: '10.00' });
    const reasons = async (...of: Parameters<typeof offline>) => reasonsOf(await (await offline(...of)).send());
    expect(await reasons('AAAAAAAAAA', cheap)).toEqual(['pass-unknown']);
    expect(await reasons(issued, cheap)).toEqual(['not-entered']);
    expect(await reasons(pass, elsewhere)).toEqual(['product-unknown']);
    expect(await reasons(pass, cheap, { says: { prices: [] } })).toEqual([]);
    expect(await reasons(pass, cheap, { says: { prices: [CNY('1.00'), CNY('1.00')] } })).toEqual(['amount-invalid']);
    expect(await reasons(pass, cheap, { says: { prices: [{ amount: '1.00', currency: 'KZT' }] } })).toEqual(['amount-invalid']);
    expect(await reasons(pass, cheap, { more: { occurredAt: undefined } })).toEqual(['occurred-at-refused']);
    expect(await reasons(pass, cheap, { more: { offline: undefined } })).toEqual(['occurred-at-refused']);
  });
});

describe('An offline sale that comes in late', () => {
  test('while its shopper stands at the gate is declared there, and the case says what is owed now', async () => {
    const pass = await inside(day, 'CN', aDocument());
    body(await day.sell('A-002', pass, [[bag, 2]]), 201);
    const { send } = await offline(pass, cheap);
    const { exit } = body<{ exit: { id: string; settlement: string; declared: unknown[] } }>(await day.present('CN', pass), 201);
    expect([exit.settlement, exit.declared.length]).toEqual(['green', 1]);
    market.at(hours(3));
    expect(flagsOf(body<{ receipt: Receipt }>(await send(), 201).receipt)).toEqual(['duty-not-acknowledged', 'visit-presented']);
    const seen = await market.ask(day.at.CN.gate, 'GET', `/api/v1/exits/${exit.id}`);
    expect(body<{ exit: typeof exit }>(seen, 200).exit).toMatchObject({
      settlement: 'amber',
      declared: [{}, { source: 'sale' }],
    });
    market.at(TEST_NOW);
  });

  test('after its shopper has left posts what it took, and their next visit knows it', async () => {
    const person = aDocument({ nationality: 'KAZ' });
    const pass = await inside(day, 'CN', person);
    const { send } = await offline(pass, bag);
    const { exit } = body<{ exit: { id: string } }>(await day.present('CN', pass), 201);
    body(await day.close('CN', exit.id, 'settled'), 201);
    market.at(hours(3));
    const again = await inside(day, 'CN', person);
    expect(await limitOfValue(again)).toMatchObject({ used: 0 });
    const { receipt } = body<{ receipt: Receipt }>(await send(), 201);
    expect(flagsOf(receipt)).toEqual(['sold-before-exit', 'above-offline-floor']);
    expect(await limitOfValue(again)).toMatchObject({ used: 400_000 });
    market.at(TEST_NOW);
  });
});
