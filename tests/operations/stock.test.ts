import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lot } from '#db/schema/schema.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { askAs, atTheOffice, told, whyNot } from '../support/an-office.ts';
import { TEST_NOW } from '../support/test-now.ts';

let market: Market;
let owner: Actor;
let product: { id: string; onHand: string };
beforeEach(async () => {
  market = await aMarket();
  owner = await atTheOffice(market, 'owner');
  const shelf = await told<{ products: (typeof product)[] }>(ask('GET', '/api/v1/shop/products?limit=1'), 200);
  product = shelf.products[0] as typeof product;
});
afterEach(() => market.close());

const ask = (method: 'GET' | 'POST', path: string, fields?: object) =>
  askAs(market, owner, method, path, fields === undefined ? {} : { id: id(), ...fields });
let moves = 0;
/** Each a second after the one before, as nobody counts twice at one instant. */
const move = (fields: object) => {
  moves += 1;
  market.at(new Date(Date.parse(TEST_NOW) + moves * 1000).toISOString());
  return ask('POST', `/api/v1/products/${product.id}/stock-movements`, fields);
};
const onHand = async (moved: ReturnType<typeof move>): Promise<number> =>
  Number((await told<{ product: { onHand: string } }>(moved, 201)).product.onHand);
type Movement = {
  kind: string;
  quantity: string;
  reason: string | null;
  customsStatus: string | null;
  manifest: string | null;
  by: string | null;
};
const movements = async () =>
  (await told<{ movements: Movement[] }>(ask('GET', `/api/v1/products/${product.id}/stock-movements`), 200)).movements;

describe('Goods that come in', () => {
  test('are a lot of their own, with what customs says of it and its manifest; a bare receipt joins the oldest', async () => {
    const before = Number(product.onHand);
    const paper = { customsStatus: 'duty-paid', manifest: 'MAN-2026/7' };
    expect(await onHand(move({ kind: 'receipt', quantity: '12', reason: 'delivery', lot: paper }))).toBe(before + 12);
    expect(await onHand(move({ kind: 'receipt', quantity: '3', reason: 'found more' }))).toBe(before + 15);
    const lots = await market.serai.engine.read(async (tx) => tx.select().from(lot).where(eq(lot.product, product.id)));
    expect(lots.map(({ manifest }) => manifest).filter(Boolean)).toEqual(['MAN-2026/7']);
    const [second, first] = await movements();
    expect(first).toMatchObject({ kind: 'receipt', quantity: '12', reason: 'delivery', ...paper, by: owner.name });
    expect(second).toMatchObject({ kind: 'receipt', quantity: '3', manifest: null });
  });
});

describe('A count', () => {
  test('writes the difference to what was on hand when it began, either way', async () => {
    const before = Number(product.onHand);
    const count = (quantity: number, was: number) =>
      move({ kind: 'stocktake', quantity: String(quantity), reason: 'counted twice', onHand: String(was) });
    expect(await onHand(count(before - 2, before))).toBe(before - 2);
    expect(await onHand(count(before + 1, before - 2))).toBe(before + 1);
    expect((await movements()).slice(0, 2).map(({ quantity }) => quantity)).toEqual(['3', '-2']);
  });

  test('is refused where goods have moved since it began: what was sold is no difference of the count', async () => {
    const before = Number(product.onHand);
    await told(move({ kind: 'loss', quantity: '1', reason: 'broken' }), 201);
    const counted = { kind: 'stocktake', quantity: String(before), reason: 'counted', onHand: String(before) };
    expect(await whyNot(move(counted))).toBe('stock-moved');
    expect(await onHand(move({ ...counted, onHand: String(before - 1) }))).toBe(before);
  });
});

describe('The movements of a product', () => {
  test('are its owner’s alone, a page at a time', async () => {
    for (let count = 0; count < 51; count += 1) await told(move({ kind: 'loss', quantity: '1', reason: 'broken' }), 201);
    const path = `/api/v1/products/${product.id}/stock-movements`;
    const page = await told<{ movements: { id: string }[]; next: string | null }>(ask('GET', path), 200);
    expect([page.movements.length, page.next]).toEqual([50, page.movements.at(-1)?.id]);
    const rest = await told<{ movements: { id: string }[]; next: string | null }>(ask('GET', `${path}?after=${page.next}`), 200);
    expect(rest.next).toBeNull();
    expect(rest.movements.length).toBeGreaterThan(0);
    expect(rest.movements.filter((each) => page.movements.some((other) => other.id === each.id))).toEqual([]);
    const stranger: Actor = { ...MACHINE, role: 'owner', vendor: id() };
    expect((await askAs(market, stranger, 'GET', path)).status).toBe(404);
  });
});
