import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { product, sale, saleLine, saleVoid, stall } from '#db/schema/schema.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { playIn } from '../support/a-history.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { askAs, told } from '../support/an-office.ts';

type Total = { amount: string; currency: string };
type Report = {
  days: { day: string; sales: number; total: Total }[];
  hours: { hour: number; sales: number }[];
  products: { product: string; quantity: number; total: Total }[];
  categories: { category: string; total: Total }[];
  cashiers: { subject: string; sales: number; total: Total }[];
};
type Lines = { lines: { number: string; line: number; paid: string; voided: boolean }[]; next: string | null };

let market: Market;
let owner: Actor;
beforeAll(async () => {
  market = await aMarket();
  for (const seed of [7, 14, 21]) {
    await aTraffic(market, 6);
    await playIn(market, seed, 150);
  }
  const sold = await market.serai.engine.read(async (tx) => tx.select({ vendor: sale.vendor }).from(sale));
  const [[vendor] = ['']] = [...summed(sold, (each) => each.vendor, () => 1)].sort(([, a], [, b]) => b - a); // biome-ignore format: one line
  owner = { ...MACHINE, role: 'owner', vendor };
});
afterAll(() => market.close());

const minorOf = ({ amount }: Total): number => Math.round(Number(amount) * 100);
const ask = async <Body>(path: string): Promise<Body> => told<Body>(askAs(market, owner, 'GET', `/api/v1/shop/${path}`), 200);

/** Every sale of the owner's that stands in a period, with its lines, added up one by one. */
async function naively(from: string, to: string) {
  const day = await ask<{ stalls: { id: string }[] }>('day');
  const own = new Set(day.stalls.map(({ id }) => id));
  const rows = await market.serai.engine.read(async (tx) => ({
    sales: await tx.select().from(sale),
    lines: await tx.select().from(saleLine),
    voided: new Set((await tx.select().from(saleVoid)).map((each) => each.sale)),
    kinds: new Map((await tx.select().from(product)).map(({ id, category }) => [id, category])),
    stalls: await tx.select().from(stall),
  }));
  const all = rows.sales.filter((each) => own.has(each.stall));
  const sales = all.filter((each) => !rows.voided.has(each.id) && each.marketDay >= from && each.marketDay <= to);
  const currencies = new Map(sales.map(({ id, currency }) => [id, currency]));
  return { ...rows, all, sales, lines: rows.lines.filter((line) => currencies.has(line.sale)), currencies };
}

function summed<Row>(rows: readonly Row[], keyOf: (row: Row) => string, figure: (row: Row) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + figure(row));
  return sums;
}

const EVER = { from: '2026-01-01', to: '2026-12-31' };

describe('A report of a period', () => {
  test('says what adding up every row says, by day, hour, product, kind of goods and cashier', async () => {
    const rows = await naively(EVER.from, EVER.to);
    expect(rows.sales.length).toBeGreaterThan(5);
    const report = await ask<Report>(`reports?from=${EVER.from}&to=${EVER.to}`);
    const money = (each: { total: Total }) => minorOf(each.total);
    expect(summed(report.days, ({ day, total }) => `${day} ${total.currency}`, money)).toEqual(
      summed(rows.sales, (each) => `${each.marketDay} ${each.currency}`, (each) => each.totalMinor),
    ); // biome-ignore format: two sides
    expect(summed(report.cashiers, ({ subject, total }) => `${subject} ${total.currency}`, money)).toEqual(
      summed(rows.sales, (each) => `${each.operator ?? ''} ${each.currency}`, (each) => each.totalMinor),
    ); // biome-ignore format: two sides
    const kinds = summed(
      rows.lines,
      (line) => `${rows.kinds.get(line.product)} ${rows.currencies.get(line.sale)}`,
      (line) => line.paidMinor,
    );
    expect(summed(report.categories, ({ category, total }) => `${category} ${total.currency}`, money)).toEqual(kinds);
    const products = summed(
      rows.lines,
      (line) => `${line.product} ${rows.currencies.get(line.sale)}`,
      (line) => line.paidMinor,
    );
    for (const each of report.products) expect(products.get(`${each.product} ${each.total.currency}`)).toBe(money(each));
    expect(report.products.length).toBe(Math.min(20, products.size));
    expect(report.hours.reduce((sum, { sales }) => sum + sales, 0)).toBe(rows.sales.length);
  });

  test('counts its first and its last day and none beside them', async () => {
    const { sales } = await naively(EVER.from, EVER.to);
    const days = [...new Set(sales.map(({ marketDay }) => marketDay))].sort();
    expect(days.length).toBeGreaterThan(1);
    for (const day of days) {
      const report = await ask<Report>(`reports?from=${day}&to=${day}`);
      expect([...new Set(report.days.map((each) => each.day))]).toEqual([day]);
    }
    expect((await ask<Report>('reports?from=2026-01-01&to=2026-01-02')).days).toEqual([]);
  });

  test('of another’s stall is empty', async () => {
    const { stalls } = await naively(EVER.from, EVER.to);
    const other = stalls.find(({ vendor }) => vendor !== owner.vendor)?.id;
    const report = await ask<Report>(`reports?from=${EVER.from}&to=${EVER.to}&stall=${other}`);
    expect([report.days, report.products, report.cashiers]).toEqual([[], [], []]);
  });
});

describe('The lines of a period', () => {
  test('are every line of every sale, voided ones marked, page after page', async () => {
    const { all } = await naively(EVER.from, EVER.to);
    const found: Lines['lines'] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Lines = await ask(`sold-lines?from=${EVER.from}&to=${EVER.to}${after === '' ? '' : `&after=${after}`}`);
      found.push(...page.lines);
      after = page.next;
    }
    expect(new Set(found.map(({ number }) => number))).toEqual(new Set(all.map(({ number }) => number)));
    const paid = (number: string) =>
      found.filter((line) => line.number === number).reduce((sum, line) => sum + Math.round(Number(line.paid) * 100), 0);
    for (const each of all) expect([each.number, paid(each.number)]).toEqual([each.number, each.totalMinor]);
  });
});
