import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '#tests/support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '#tests/support/a-visit.ts';
import { askAs, told, whyNot } from '#tests/support/an-office.ts';
import { TEST_NOW } from '#tests/support/test-now.ts';
import { falseRows } from '#tests/support/verify.ts';

type Statement = {
  vendor: { id: string };
  rates: { category: string | null; permille: number }[];
  bounds: { currency: string; floor: string | null; cap: string | null }[];
  payouts: { paidOn: string; reference: string; amount: object }[];
  standing: { currency: string; byRates: string; commission: string; paidOut: string; owedToVendor: string }[];
};
type Receipt = { id: string };

let market: Market;
let day: Day;
let vendor: string;
beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
  const { stalls } = body<{ stalls: { code: string; vendor: { id: string } }[] }>(
    await market.ask(await market.token('auditor'), 'GET', '/api/v1/market'),
    200,
  );
  vendor = stalls.find(({ code }) => code === 'A-003')?.vendor.id ?? '';
});
afterAll(async () => {
  const wrong = await falseRows(market);
  await market.close();
  expect(wrong).toEqual([]);
});

const OFFICE: Actor = MACHINE;
let minutes = 0;
const later = () => {
  minutes += 1;
  market.at(new Date(Date.parse(TEST_NOW) + minutes * 60_000).toISOString());
};
const tell = (path: string, fields: object) => {
  later();
  return askAs(market, OFFICE, 'POST', `/api/v1/${path}`, { id: id(), vendor, ...fields });
};
const stated = async (month: string) =>
  (await told<{ statement: Statement }>(askAs(market, OFFICE, 'GET', `/api/v1/office/statements/${vendor}?month=${month}`), 200))
    .statement;
const yuan = async (month = '2026-11') => (await stated(month)).standing.find(({ currency }) => currency === 'CNY');

describe('A statement', () => {
  test('keeps of each kind of goods what was agreed when it was sold, and of what is given back the same', async () => {
    await told(tell('commissions', { permille: 100 }), 201);
    await told(tell('commissions', { permille: 30, category: 'food' }), 201);
    expect(await whyNot(tell('commissions', { permille: 30, category: 'spaceships' }))).toBe('category-unknown');
    const [tea, cup] = [
      await day.stock('A-003', { price: '100.00', category: 'tea' }),
      await day.stock('A-003', { price: '10.00' }),
    ];
    const pass = await inside(day, 'CN', aDocument());
    later();
    const before = Number((await yuan())?.commission ?? 0);
    const { receipt } = body<{ receipt: Receipt }>(await day.sell('A-003', pass, [[tea, 1], [cup, 1]]), 201); // biome-ignore format: one basket
    expect(Number((await yuan())?.commission) - before).toBeCloseTo(3 + 1, 5);
    await told(tell('commissions', { permille: 500, category: 'tea' }), 201);
    expect(Number((await yuan())?.commission) - before).toBeCloseTo(3 + 1, 5);
    later();
    const back = {
      lines: [{ line: 1, quantity: '1', goods: 'back' }],
      tenders: [{ kind: 'cash', amount: { amount: '100.00', currency: 'CNY' } }],
      paidBy: 'stall',
    };
    const till = await day.till('A-003');
    body(await market.ask(till, 'POST', `/api/v1/sales/${receipt.id}/refunds`, { id: id(), ...back }), 201);
    expect(Number((await yuan())?.commission) - before).toBeCloseTo(1, 5);
    expect((await stated('2026-11')).rates).toEqual([
      { category: null, permille: 100 },
      { category: 'food', permille: 30 },
      { category: 'tea', permille: 500 },
    ]);
  });

  test('of a month that has begun is not moved by a floor or a cap; the next one is', async () => {
    const before = await yuan();
    expect(await whyNot(tell('commission-bounds', { currency: 'CNY', floor: '50.00', cap: '49.99' }))).toBe('bound-order');
    await told(tell('commission-bounds', { currency: 'CNY', floor: '50.00', cap: '50.00' }), 201);
    expect(await yuan()).toEqual(before);
    expect((await stated('2026-11')).bounds).toEqual([]);
    expect(await yuan('2026-12')).toMatchObject({ byRates: '0.00', commission: '50.00', owedToVendor: '-50.00' });
    await told(tell('commission-bounds', { currency: 'CNY', floor: null, cap: '80.00' }), 201);
    expect(await yuan('2026-12')).toBeUndefined();
    expect((await stated('2026-12')).bounds).toEqual([{ currency: 'CNY', floor: null, cap: '80.00' }]);
  });

  test('shows what was paid out for its month, and owes it no more', async () => {
    const owed = Number((await yuan())?.owedToVendor);
    const paid = { month: '2026-11', amount: { amount: '12.34', currency: 'CNY' }, paidOn: '2026-12-02', reference: 'B-77' };
    await told(tell('payouts', paid), 201);
    expect(await whyNot(tell('payouts', { ...paid, amount: { amount: '1.00', currency: 'QQQ' } }))).toBe('price-invalid');
    expect(await yuan()).toMatchObject({ paidOut: '12.34', owedToVendor: (owed - 12.34).toFixed(2) });
    expect((await stated('2026-11')).payouts).toEqual([{ paidOn: '2026-12-02', reference: 'B-77', amount: paid.amount }]);
    expect((await stated('2026-12')).payouts).toEqual([]);
  });

  test('is its vendor’s own to read, and nobody else’s', async () => {
    const owner: Actor = { ...MACHINE, role: 'owner', vendor };
    const own = await told<{ statement: Statement }>(askAs(market, owner, 'GET', '/api/v1/shop/statements?month=2026-11'), 200);
    expect(own.statement).toEqual(await stated('2026-11'));
    expect((await askAs(market, { ...owner, vendor: id() }, 'GET', '/api/v1/shop/statements')).status).toBe(404);
  });
});
