import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthsOf } from '#app/office/files/office-files.ts';
import { audit, sale, saleVoid, stall, vendor, visit } from '#db/schema/schema.ts';
import type { Actor } from '#lib/staff/actor.ts';
import { playIn } from '../support/a-history.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { askAs, atTheOffice, told } from '../support/an-office.ts';

const HOUR = 3_600_000;
type Pages<Row> = { readonly next: string | null; readonly [list: string]: readonly Row[] | string | null };
type Takings = { marketDay: string; stall: string; vendor: string; sales: number; amount: string; currency: string };

let market: Market;
let office: Actor;
beforeAll(async () => {
  market = await aMarket();
  for (const seed of [3, 9]) {
    await aTraffic(market, 6);
    await playIn(market, seed, 150);
  }
  office = await atTheOffice(market, 'administrator');
});
afterAll(() => market.close());

const EVER = { from: '2026-01-01', to: '2026-12-31' };
const ask = <Body>(path: string): Promise<Body> => told<Body>(askAs(market, office, 'GET', `/api/v1/office/${path}`), 200);

/** Every page of a list, as the browser reads them. */
async function all<Row>(path: string, list: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Pages<Row> = await ask(after === '' ? path : `${path}&after=${after}`);
    rows.push(...(page[list] as readonly Row[]));
    after = page.next;
  }
  return rows;
}
const rowsOf = () =>
  market.serai.engine.read(async (tx) => ({
    sales: await tx.select().from(sale),
    voided: new Set((await tx.select().from(saleVoid)).map((each) => each.sale)),
    stalls: new Map((await tx.select().from(stall)).map(({ id, code }) => [id, code])),
    visits: await tx.select().from(visit),
    vendors: await tx.select().from(vendor),
    audit: await tx.select().from(audit),
  }));

describe('What the office saves of a period', () => {
  test('takings are every sale that stands, by day, stall and currency, a day at a time', async () => {
    const { sales, voided, stalls } = await rowsOf();
    const sums = new Map<string, number>();
    for (const { marketDay, stall: at, currency, totalMinor } of sales.filter((each) => !voided.has(each.id))) {
      const key = `${marketDay} ${stalls.get(at)} ${currency}`;
      sums.set(key, (sums.get(key) ?? 0) + totalMinor);
    }
    const rows = await all<Takings>(`takings?from=${EVER.from}&to=${EVER.to}`, 'takings');
    expect(rows.length).toBeGreaterThan(3);
    const told = rows.map((row) => [`${row.marketDay} ${row.stall} ${row.currency}`, Math.round(Number(row.amount) * 100)]);
    expect(new Map(told as [string, number][])).toEqual(sums);
    const [day = ''] = rows.map(({ marketDay }) => marketDay);
    expect((await all<Takings>(`takings?from=${day}&to=${day}`, 'takings')).every((row) => row.marketDay === day)).toBe(true);
    expect(await all<Takings>('takings?from=2020-01-01&to=2020-12-31', 'takings')).toEqual([]);
  });

  test('visits are all that began on its days, each once', async () => {
    const { visits } = await rowsOf();
    const rows = await all<{ enteredAt: string; pass: string }>(`visits?from=${EVER.from}&to=${EVER.to}`, 'visits');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ enteredAt }) => enteredAt)).toEqual(visits.map(({ enteredAt }) => enteredAt).sort());
    expect(await all('visits?from=2020-01-01&to=2020-12-31', 'visits')).toEqual([]);
  });

  test('settlements are the statement of each vendor', async () => {
    const { vendors } = await rowsOf();
    const statements = await all<{ vendor: { id: string } }>('statements?month=2026-11', 'statements');
    expect(statements.map(({ vendor: { id } }) => id)).toEqual(vendors.map(({ id }) => id).sort());
    const [first] = statements;
    expect((await ask<{ statement: unknown }>(`statements/${first?.vendor.id}?month=2026-11`)).statement).toEqual(first);
  });

  test('the audit trail has every row of its days, by the clock of the side, in order', async () => {
    const { audit: written } = await rowsOf();
    const on = (day: string) =>
      written
        .map(({ recordedAt }) => recordedAt)
        .filter((at) => new Date(Date.parse(at) + 8 * HOUR).toISOString().startsWith(day));
    const days = [
      ...new Set(written.map(({ recordedAt }) => new Date(Date.parse(recordedAt) + 8 * HOUR).toISOString().slice(0, 10))),
    ];
    for (const day of days) {
      const rows = await all<{ recordedAt: string }>(`audit-records?from=${day}&to=${day}&side=CN`, 'records');
      expect([day, rows.map(({ recordedAt }) => recordedAt)]).toEqual([day, on(day).sort()]);
    }
  });

  test('is asked for by whole months where a settlement is', () => {
    expect(monthsOf({ from: '2026-11-01', to: '2026-11-30' })).toEqual(['2026-11']);
    expect(monthsOf({ from: '2025-12-31', to: '2026-02-01' })).toEqual(['2025-12', '2026-01', '2026-02']);
  });

  test('is not for a vendor', async () => {
    const owner = await atTheOffice(market, 'owner');
    for (const path of [
      'takings?from=2026-11-01&to=2026-11-02',
      'visits?from=2026-11-01&to=2026-11-02',
      'statements?month=2026-11',
    ])
      expect([path, (await askAs(market, owner, 'GET', `/api/v1/office/${path}`)).status]).toEqual([path, 403]);
  });
});
