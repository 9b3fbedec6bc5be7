import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMarket, id, type Market, type Who } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

type Sold = { readonly receipt: Parameters<Day['refund']>[1] };
type Page = {
  readonly products: readonly (Goods & { readonly onHand: string })[];
  readonly next: string | null;
  readonly asOf: string;
};

/** After everything that the seed does. */
const MORNING = new Date(Date.parse(TEST_NOW) + 3_600_000).toISOString();
const at = (minute: number): string => new Date(Date.parse(MORNING) + minute * 60_000).toISOString();

let market: Market;
let day: Day;
let owner: Who;
let tea: Goods;
let silk: Goods;
beforeAll(async () => {
  market = await aMarket(MORNING);
  day = await aDay(market);
  owner = await market.signIn('owner', 'shop');
  [tea, silk] = [await day.stock('A-002', { name: 'Tea' }), await day.stock('A-002', { name: 'Silk' })];
});
afterAll(() => market.close());

const asked = (query: Record<string, string>) => market.ask(null, 'GET', `/api/v1/products?${new URLSearchParams(query)}`);
const changedAfter = async (instant: string, more: Record<string, string> = {}): Promise<readonly string[]> =>
  body<Page>(await asked({ stall: 'A-002', changedAfter: instant, ...more }), 200).products.map((product) => product.id);

describe('What changed on a shelf', () => {
  test('is what was added, and not what was there before', async () => {
    market.at(at(10));
    const kite = await day.stock('A-002', { name: 'Kite' });
    expect(await changedAfter(at(9))).toEqual([kite.id]);
    expect(await changedAfter(at(10))).toEqual([]);
    expect(await changedAfter('2020-01-01T00:00:00Z')).toEqual(expect.arrayContaining([tea.id, silk.id, kite.id]));
  });

  test('is what was sold, given back and counted, by whichever till, with what is on hand now', async () => {
    market.at(at(20));
    const pass = await inside(day, 'CN', aDocument());
    const { receipt } = body<Sold>(await day.sell('A-002', pass, [[tea, 2]]), 201);
    const sold = body<Page>(await asked({ stall: 'A-002', changedAfter: at(19) }), 200);
    expect(sold.products.map((product) => [product.id, product.onHand])).toEqual([[tea.id, '98']]);
    market.at(at(30));
    body(await day.refund('A-002', receipt, 1), 201);
    expect(await changedAfter(at(29))).toEqual([tea.id]);
    expect(await changedAfter(at(30))).toEqual([]);
    market.at(at(40));
    const moved = { id: id(), kind: 'stocktake', quantity: '7', reason: 'counted by hand' };
    body(await market.ask(owner, 'POST', `/api/v1/products/${silk.id}/stock-movements`, moved), 201);
    expect(await changedAfter(at(39))).toEqual([silk.id]);
  });

  test('is what has another name or price, and nothing of another stall', async () => {
    market.at(at(50));
    const price = { amount: '120.00', currency: 'CNY' };
    body(await market.ask(owner, 'POST', `/api/v1/products/${tea.id}/changes`, { id: id(), price }), 201);
    await day.stock('A-009', { name: 'Bag' });
    expect(await changedAfter(at(49))).toEqual([tea.id]);
  });

  test('comes a page at a time, each product once, and is told with the instant of its reading', async () => {
    market.at(at(60));
    const first = body<Page>(await asked({ stall: 'A-002', changedAfter: MORNING, limit: '2' }), 200);
    expect([first.products.length, first.asOf]).toEqual([2, at(60)]);
    const all: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const more: Record<string, string> = after === '' ? {} : { after };
      const page = body<Page>(await asked({ stall: 'A-002', changedAfter: at(-1), limit: '1', ...more }), 200);
      all.push(...page.products.map((product) => product.id));
      after = page.next;
    }
    expect(all).toEqual([...new Set(all)]);
    expect(all).toEqual(await changedAfter(at(-1), { limit: '500' }));
  });

  test('is of a stall, since an instant: anything else is malformed', async () => {
    expect((await asked({ changedAfter: at(0) })).status).toBe(400);
    expect((await asked({ stall: 'A-002', changedAfter: 'yesterday' })).status).toBe(400);
    expect((await asked({ stall: 'A-002', changedAfter: '2026-11-18' })).status).toBe(400);
    expect((await asked({ stall: 'A-002', changedAfter: '2026-11-18T10:00:00+08:00' })).status).toBe(200);
  });
});

describe('A page of goods', () => {
  test('has at most five hundred', async () => {
    expect(body<Page>(await asked({ limit: '500' }), 200).products).toHaveLength(500);
    expect(body<Page>(await asked({ limit: '501' }), 200).products).toHaveLength(500);
  });

  test('is packed where it is long and the asker takes it so', async () => {
    const packed = async (query: string, encoding: string) =>
      (await fetch(`${market.origin}/api/v1/products?${query}`, { headers: { 'accept-encoding': encoding } })).headers.get(
        'content-encoding',
      );
    expect(await packed('limit=200', 'gzip')).toBe('gzip');
    expect([await packed('limit=1', 'gzip'), await packed('limit=200', 'identity')]).toEqual([null, null]);
  });
});
