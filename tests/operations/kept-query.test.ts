import { and, eq, inArray, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptList, keptQuery, keptRow } from '#db/engine/kept-query.ts';
import { product } from '#db/schema/catalogue.ts';
import { sale, saleVoid } from '#db/schema/sale.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { TABLES } from '../support/contents.ts';

let market: Market;
beforeAll(async () => {
  market = await aMarket();
  await aTraffic(market, 4);
});
afterAll(() => market.close());

describe('A kept query', () => {
  test('reads every table as drizzle reads it', async () => {
    let rows = 0;
    for (const table of TABLES) {
      const kept = keptQuery([], (tx) => tx.select().from(table));
      const [here, there] = await market.serai.engine.read(async (tx) => [await kept(tx, {}), await tx.select().from(table)]);
      expect(here).toEqual(there);
      rows += here.length;
    }
    expect(rows).toBeGreaterThan(1000);
  });

  test('says null for what a left join does not find, and only for that', async () => {
    const { engine } = market.serai;
    await engine.transact(async (tx) => {
      const [first] = await tx.select({ sale: sale.id }).from(sale).limit(1);
      const row = { reason: 'rung up twice', voidedAt: market.serai.now(), voidedBy: 'somebody' };
      await tx.insert(saleVoid).values({ sale: first?.sale ?? '', ...row });
    });
    const kept = keptQuery([], (tx) =>
      tx.select({ sale: sale.number, voided: saleVoid }).from(sale).leftJoin(saleVoid, eq(saleVoid.sale, sale.id)),
    );
    const rows = await engine.read((tx) => kept(tx, {}));
    expect(rows.filter(({ voided }) => voided !== null).map(({ voided }) => voided?.reason)).toEqual(['rung up twice']);
    expect(rows.filter(({ voided }) => voided === null).length).toBe(rows.length - 1);
    expect(rows.length).toBeGreaterThan(2);
  });

  test.each([0, 1, 2, 3, 5, 8, 9, 33])('takes a list of %i', async (length) => {
    const kept = keptList(['besides'], (tx, ids, at) =>
      tx
        .select({ id: product.id })
        .from(product)
        .where(and(inArray(product.id, ids), ne(product.id, at.besides)))
        .orderBy(product.id),
    );
    const ids = (await market.serai.engine.read((tx) => tx.select({ id: product.id }).from(product).limit(40))).map(
      ({ id }) => id,
    );
    const wanted = ids.slice(0, length);
    const found = await market.serai.engine.read((tx) => kept(tx, wanted, { besides: ids[2] ?? '' }));
    expect(found.map(({ id }) => id)).toEqual(wanted.filter((id) => id !== ids[2]).toSorted());
  });

  test('is built once for each connection', async () => {
    let built = 0;
    const kept = keptRow(['id'], (tx, at) => {
      built += 1;
      return tx.select().from(sale).where(eq(sale.id, at.id));
    });
    for (let i = 0; i < 30; i += 1) {
      await market.serai.engine.read((tx) => kept(tx, { id: String(i) }));
      await market.serai.engine.transact((tx) => kept(tx, { id: String(i) }));
    }
    expect(built).toBeGreaterThan(0);
    expect(built).toBeLessThanOrEqual(process.env.DATABASE_URL ? 10 : 1);
  });
});
