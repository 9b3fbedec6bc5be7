import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '#db/schema/act.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, type Day, inside } from '../support/a-visit.ts';

let market: Market;
let day: Day;
beforeAll(async () => {
  market = await aMarket();
  day = await aDay(market);
});
afterAll(() => market.close());

const remembered = async (of: string) => {
  const [row] = await market.serai.engine.read((tx) => tx.select({ answer: act.answer }).from(act).where(eq(act.id, of)));
  return row?.answer as { receipt?: { decision: unknown }; receipts?: { decision: unknown }[] };
};

describe('An act that is sent again', () => {
  test('gets the same bytes, though the decision of a receipt is kept only once', async () => {
    const goods = await day.stock('A-001', { price: '20.00' });
    const sale = id();
    const pass = await inside(day, 'CN', aDocument());
    const [first, again] = [
      await day.sell('A-001', pass, [[goods, 2]], { id: sale }),
      await day.sell('A-001', pass, [[goods, 2]], { id: sale }),
    ];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
    expect((first.body as { receipt: { decision: object } }).receipt.decision).toMatchObject({ outcome: 'free' });
    expect((await remembered(sale)).receipt?.decision).toBeNull();
  });

  test('gets every receipt of a payment with its own decision', async () => {
    const goods = await day.stock('A-001', { price: '30.00' });
    const { id: stall } = (
      (await market.ask(await day.till('A-001'), 'GET', '/api/v1/market')).body as { stalls: { id: string; code: string }[] }
    ).stalls.find(({ code }) => code === 'A-001') as { id: string };
    const sales = await Promise.all(
      [aDocument(), aDocument()].map(async (document) => ({
        ...{ id: id(), stall, pass: await inside(day, 'CN', document) },
        lines: [{ product: goods.id, quantity: '1' }],
      })),
    );
    const body = {
      ...{ id: id(), sales, custody: 'stall' },
      tenders: [{ kind: 'cash', amount: { amount: '60.00', currency: 'CNY' } }],
    };
    const till = await day.till('A-001');
    const first = await market.ask(till, 'POST', '/api/v1/payments', body);
    const again = await market.ask(till, 'POST', '/api/v1/payments', body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
    expect((await remembered(body.id)).receipts?.map(({ decision }) => decision)).toEqual([null, null]);
  });

  test('gets the same bytes where its answer was remembered whole, as before', async () => {
    const goods = await day.stock('A-001', { price: '40.00' });
    const sale = id();
    const pass = await inside(day, 'CN', aDocument());
    const first = await day.sell('A-001', pass, [[goods, 1]], { id: sale });
    await market.serai.engine.transact((tx) => tx.update(act).set({ answer: first.body }).where(eq(act.id, sale)));
    const again = await day.sell('A-001', pass, [[goods, 1]], { id: sale });
    expect(again.status).toBe(200);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
  });
});
