import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Tx, Undo } from '#db/engine/engine.ts';
import { standingQuery } from '#db/engine/standing-query.ts';
import { sale } from '#db/schema/sale.ts';
import { stall } from '#db/schema/vendor.ts';
import { saveTillRates, tillRatesOn } from '#db/stores/rates.ts';
import { findStall, liftSuspension, saveSuspension } from '#db/stores/vendors.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';

let market: Market;
beforeEach(async () => {
  market = await aMarket();
});
afterEach(() => market.close());

const DAY = '2026-11-20';
const euro = async (tx: Tx) =>
  (await tillRatesOn(tx, null, DAY)).find(({ base, quote }) => base === 'EUR' && quote === 'CNY')?.scaled;
const enter = (tx: Tx, scaled: number) =>
  saveTillRates(tx, [{ base: 'EUR', quote: 'CNY', scaled, date: DAY, source: 'the market' }], market.serai.now());
const stallOf = async (tx: Tx) => {
  const found = await findStall(tx, { code: 'A-001' });
  if (found === undefined) throw new Error('the demo has a stall A-001');
  return findStall(tx, { id: found.id });
};

describe('What stands is asked once', () => {
  test('and an answer that is kept is the one that the tables give, before and after each change', async () => {
    const { transact, read } = market.serai.engine;
    const there = await read(stallOf);
    expect(there?.suspended).toBeNull();
    const suspension = { id: id(), subjectKind: 'vendor' as const, subject: there?.vendor.id ?? '', reason: 'unpaid' };
    await transact((tx) => saveSuspension(tx, { ...suspension, suspendedAt: market.serai.now(), suspendedBy: 'x' }));
    expect((await read(stallOf))?.suspended).toBe('unpaid');
    expect((await transact(stallOf))?.suspended).toBe('unpaid');
    await transact((tx) => liftSuspension(tx, suspension.id, market.serai.now(), 'x'));
    expect((await read(stallOf))?.suspended).toBeNull();
    await transact((tx) => tx.update(stall).set({ name: 'Another name' }).where(eq(stall.code, 'A-001')));
    expect((await read(stallOf))?.name).toBe('Another name');
  });

  test('an act sees at once what it writes, and nobody sees what was undone', async () => {
    const { transact, read } = market.serai.engine;
    const before = await read(euro);
    const seen = await transact(async (tx) => {
      await enter(tx, 99_000_000);
      throw new Undo(await euro(tx));
    });
    expect(seen).toBe(99_000_000);
    expect([await transact(euro), await read(euro)]).toEqual([before, before]);
    await transact(async (tx) => enter(tx, 98_000_000));
    expect([await transact(euro), await read(euro)]).toEqual([98_000_000, 98_000_000]);
  });

  test.skipIf(process.env.DATABASE_URL)('acts that are committed together each see what those before them wrote', async () => {
    const { transact } = market.serai.engine;
    const before = await market.serai.engine.read(euro);
    const [first, , undone, last] = await Promise.all([
      transact(euro),
      transact(async (tx) => enter(tx, 97_000_000)),
      transact(async (tx) => {
        await tx.update(stall).set({ name: 'Never' }).where(eq(stall.code, 'A-001'));
        throw new Undo((await stallOf(tx))?.name);
      }),
      transact(async (tx) => [await euro(tx), (await stallOf(tx))?.name]),
    ]);
    expect(first).toBe(before);
    expect(undone).toBe('Never');
    expect(last).toEqual([97_000_000, expect.not.stringMatching('Never')]);
  });

  test('an answer is shared, so nobody can change it', async () => {
    const query = standingQuery([], (tx) => tx.select().from(stall));
    const rows = await market.serai.engine.read((tx) => query(tx, {}));
    if (!process.env.DATABASE_URL) expect(await market.serai.engine.read((tx) => query(tx, {}))).toBe(rows);
    if (!process.env.DATABASE_URL) expect(() => rows.pop()).toThrow(TypeError);
    expect(rows.length).toBeGreaterThan(10);
  });

  test('a table whose changes nobody tells is refused', async () => {
    const query = standingQuery([], (tx) => tx.select().from(sale).innerJoin(stall, eq(stall.id, sale.stall)));
    await expect(market.serai.engine.read((tx) => query(tx, {}))).rejects.toThrow('sale is not among what stands');
  });
});
