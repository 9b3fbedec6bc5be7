import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, product, sale, saleLine, saleVoid, stall, stockMovement } from '#db/schema/schema.ts';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { amountOf } from '#lib/money/money.ts';
import { playIn } from '../support/a-history.ts';
import { aMarket, type Market, type Who } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { body } from '../support/a-visit.ts';

type Total = { amount: string; currency: string };
type Overview = {
  marketDays: { side: string; day: string }[];
  sales: { count: number; totals: Total[] };
  byHour: { hour: string; count: number }[];
  stalls: { code: string; count: number; total: Total }[];
  allowance: { rule: string; accounts: number; used: number; limit: number; nearlySpent: number }[];
};
type ShopDay = {
  takings: { stall: string; day: string; count: number; total: Total }[];
  best: { product: string; quantity: number; total: Total }[];
};

const SEEDS = process.env.SERAI_FULL ? 40 : 3;
const STEPS = 150;

let market: Market;
let auditor: Who;
beforeAll(async () => {
  market = await aMarket();
  auditor = await market.token('auditor');
});
afterAll(() => market.close());

/** Every row that a report is about, added up one by one. */
async function naively() {
  const { engine } = market.serai;
  const rows = await engine.read(async (tx) => ({
    sales: await tx.select().from(sale),
    voided: new Set((await tx.select().from(saleVoid)).map((each) => each.sale)),
    lines: await tx.select().from(saleLine),
    stalls: await tx.select().from(stall),
    accounts: await tx.select().from(account),
    products: await tx.select().from(product),
    moved: await tx.select().from(stockMovement),
  }));
  const standing = rows.sales.filter(({ id }) => !rows.voided.has(id));
  return { ...rows, standing };
}

type Rows = Awaited<ReturnType<typeof naively>>;

/** Sums by a key, in order of it. */
function summed<Row>(rows: readonly Row[], keyOf: (row: Row) => string, ...figures: ((row: Row) => number)[]) {
  const sums = new Map<string, readonly number[]>();
  for (const row of rows) {
    const before = sums.get(keyOf(row)) ?? figures.map(() => 0);
    sums.set(
      keyOf(row),
      before.map((sum, i) => sum + (figures[i] as (row: Row) => number)(row)),
    );
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

const minorOf = ({ amount }: Total): number => Math.round(Number(amount) * 100);

async function officeIsTrue({ standing, stalls, accounts }: Rows) {
  const said = body<Overview>(await market.ask(auditor, 'GET', '/api/v1/office/overview'), 200);
  const byStall = new Map(stalls.map((each) => [each.id, each]));
  const days = new Map(said.marketDays.map(({ side, day }) => [side, day]));
  const today = standing.filter((each) => each.marketDay === days.get(byStall.get(each.stall)?.side ?? ''));
  expect(said.sales.count).toBe(today.length);
  expect(summed(said.sales.totals, ({ currency }) => currency, minorOf)).toEqual(
    summed(
      today,
      ({ currency }) => currency,
      (each) => each.totalMinor,
    ),
  );
  expect(said.byHour.map(({ hour, count }) => [hour, [count]])).toEqual(
    summed(
      today,
      (each) => each.recordedAt.slice(0, 13),
      () => 1,
    ),
  );
  const ofStalls = new Map(
    summed(
      today,
      (each) => `${byStall.get(each.stall)?.code} ${each.currency}`,
      () => 1,
      (each) => each.totalMinor,
    ),
  );
  expect(said.stalls).toHaveLength(Math.min(12, ofStalls.size));
  for (const { code, count, total } of said.stalls) {
    const key = `${code} ${total.currency}`;
    expect([key, [count, minorOf(total)]]).toEqual([key, ofStalls.get(key)]);
  }
  const byRule = summed(
    accounts,
    ({ rule }) => rule,
    () => 1,
    (each) => each.posted + each.held,
    (each) => each.limitAmount,
    (each) => ((each.posted + each.held) * 10 >= each.limitAmount * 9 ? 1 : 0),
  );
  expect(
    said.allowance.map(({ rule, accounts: count, used, limit, nearlySpent }) => [rule, [count, used, limit, nearlySpent]]),
  ).toEqual(byRule);
}

async function shopIsTrue({ standing, stalls, lines, products, moved }: Rows, owner: Who) {
  const said = body<ShopDay>(await market.ask(owner, 'GET', '/api/v1/shop/day'), 200);
  const shelf = body<{ products: { id: string; onHand: string; vendor: string }[] }>(
    await market.ask(owner, 'GET', '/api/v1/shop/products?limit=200'),
    200,
  ).products;
  const vendor = shelf[0]?.vendor;
  const own = standing.filter((each) => stalls.find(({ id }) => id === each.stall)?.vendor === vendor);
  const taken = summed(
    own,
    (each) => `${each.stall} ${each.marketDay} ${each.currency}`,
    () => 1,
    (each) => each.totalMinor,
  );
  expect(
    said.takings.map(({ stall: at, day, count, total }) => [`${at} ${day} ${total.currency}`, [count, minorOf(total)]]).sort(),
  ).toEqual(taken.sort());
  const currencies = new Map(own.map((each) => [each.id, each.currency]));
  const sold = summed(
    lines.filter((line) => currencies.has(line.sale)),
    (line) => `${line.product} ${currencies.get(line.sale)}`,
    (line) => line.quantityMilli / 1000,
    (line) => line.paidMinor,
  ).sort(([, [, a = 0]], [, [, b = 0]]) => b - a);
  expect(said.best.map(({ total }) => minorOf(total))).toEqual(sold.slice(0, 10).map(([, [, minor]]) => minor));
  for (const { product: id, quantity, total } of said.best)
    expect(sold).toContainEqual([`${id} ${total.currency}`, [quantity, minorOf(total)]]);
  const onHand = new Map(
    summed(
      moved,
      (each) => each.product,
      (each) => each.quantityMilli,
    ),
  );
  expect(products.length).toBeGreaterThan(1000);
  for (const { id, onHand: shown } of shelf) expect([id, shown]).toEqual([id, quantityTextOf(onHand.get(id)?.[0] ?? 0)]);
}

describe('A report that reads sums', () => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
    'says what adding up every row says, after sales, voids, refunds, exits and days, history %i',
    async (seed) => {
      await aTraffic(market, 6);
      await playIn(market, seed * 7, STEPS);
      const rows = await naively();
      expect(rows.standing.length).toBeGreaterThan(5);
      await officeIsTrue(rows);
      for (const login of ['owner', 'owner2']) await shopIsTrue(rows, await market.signIn(login, 'shop'));
    },
  );

  test('had sales that were voided, and takings of more than one day', async () => {
    const { voided, standing } = await naively();
    expect(voided.size).toBeGreaterThan(0);
    expect(new Set(standing.map((each) => each.marketDay)).size).toBeGreaterThan(1);
    expect(amountOf({ minor: 1, currency: 'CNY' }).amount).toBe('0.01');
  });
});
