import * as sheets from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workbookText } from '#app/shop/products/import/workbook-text.ts';
import { findGoods } from '#db/reads/goods.ts';
import { priceChange } from '#db/schema/schema.ts';
import type { CheckedCatalogue } from '#lib/catalogue/checked-catalogue.ts';
import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { advanceCatalogueImport } from '#lib/operations/advance-catalogue-import.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { askAs, atTheOffice, told, whyNot } from '../support/an-office.ts';
import { contentsOf } from '../support/contents.ts';

let market: Market;
let owner: Actor;
beforeEach(async () => {
  market = await aMarket();
  owner = await atTheOffice(market, 'owner');
});
afterEach(() => market.close());

const HEAD = 'stall,gtin,name_en,category,hs,price,net_weight_g,packed_weight_g,origin,customs_status,first_stock';
const line = (item: number, more = 'Tea,tea,090230,12.50,100,120,CHN,bonded,5') => `A-002,${inStoreGtin(28, item)},${more}`;
const file = (...lines: readonly string[]) => [HEAD, ...lines].join('\r\n');
const check = (text: string) =>
  told<CheckedCatalogue>(askAs(market, owner, 'POST', '/api/v1/shop/catalogue-checks', { name: 'goods.csv', file: text }), 200);
const send = (text: string, act = id()) =>
  askAs(market, owner, 'POST', '/api/v1/shop/catalogue-imports', { id: act, name: 'goods.csv', file: text });
const advance = () => advanceCatalogueImport(market.serai.contextOf(MACHINE));
async function writeAll(): Promise<number> {
  let parts = 0;
  while (await advance()) parts += 1;
  return parts;
}
const shelved = async (gtin: string) =>
  (await market.serai.engine.read((tx) => findGoods(tx, { gtin, vendor: owner.vendor ?? '', limit: 10 }))).products;
const imports = async () =>
  (
    await told<{ imports: { added: number; done: number; endedAt: string | null }[] }>(
      askAs(market, owner, 'GET', '/api/v1/shop/catalogue-imports'),
      200,
    )
  ).imports;

describe('A catalogue file', () => {
  test('is checked without a trace: what is new, what changes and from which price, what is wrong by line and heading', async () => {
    const before = await contentsOf(market.serai.engine);
    expect(await check(file(line(1), line(2)))).toMatchObject({ faults: [], added: 2, changed: 0, unchanged: 0, namesLent: 2 });
    const { faults, faultCount } = await check(file(line(1), line(2, 'Tea,teas,090230,1;2,100,90,CHN,bonded,5')));
    expect(faultCount).toBe(2);
    expect(faults.map((fault) => [fault.line, fault.column, fault.kind])).toEqual([
      [3, 'category', 'category'],
      [3, 'price', 'price'],
    ]);
    expect(await contentsOf(market.serai.engine)).toEqual(before);
  });

  test('with a fault in its last line takes nothing in', async () => {
    const before = await contentsOf(market.serai.engine);
    expect(await whyNot(send(file(line(1), line(2, 'Tea,tea,090230,,100,120,CHN,bonded,5'))))).toBe('catalogue-faulty');
    expect(await writeAll()).toBe(0);
    expect(await contentsOf(market.serai.engine)).toEqual(before);
  });

  test('of 100 goods is written in parts, each an act: goods, their words, lots and first stock; sent again it is the same act', async () => {
    const act = id();
    const text = file(...Array.from({ length: 100 }, (_, i) => line(i + 1)));
    await told(send(text, act), 201);
    expect((await shelved(inStoreGtin(28, 1))).length).toBe(0);
    await told(send(text, act), 200);
    expect(await writeAll()).toBe(3);
    expect(await imports()).toMatchObject([{ added: 100, done: 100, endedAt: expect.any(String) }]);
    for (const item of [1, 100])
      expect(await shelved(inStoreGtin(28, item))).toMatchObject([{ onHand: '5', names: { ur: 'Tea' } }]);
    expect(await check(text)).toMatchObject({ added: 0, changed: 0, unchanged: 100 });
    expect(await whyNot(send(text))).toBe('catalogue-same');
  });

  test('changes goods that are there, keeps the old price, and touches no stock', async () => {
    await told(send(file(line(1), line(2))), 201);
    await writeAll();
    const again = file(line(1, 'Tea,tea,090230,"13,00",100,120,CHN,bonded,9'), line(2));
    expect(await check(again)).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 1,
      stockLeft: 1,
      planned: [{ is: 'changed', fields: ['priceMinor'], price: { amount: '13.00' }, priceBefore: { amount: '12.50' } }],
    });
    await told(send(again), 201);
    await writeAll();
    expect(await shelved(inStoreGtin(28, 1))).toMatchObject([{ onHand: '5', price: { amount: '13.00', currency: 'CNY' } }]);
    const old = await market.serai.engine.read(async (tx) => tx.select().from(priceChange));
    expect(old.filter(({ changedBy }) => changedBy === owner.id).map(({ priceMinor }) => priceMinor)).toEqual([1250]);
  });

  test('waits for the one before it; a server that stopped goes on where it was, and a part is written once', async () => {
    await told(send(file(...Array.from({ length: 41 }, (_, i) => line(i + 1)))), 201);
    expect(await whyNot(send(file(line(900))))).toBe('catalogue-importing');
    await advance();
    expect(await imports()).toMatchObject([{ done: 40, endedAt: null }]);
    expect(await writeAll()).toBe(1);
    await told(send(file(line(900))), 201);
  });

  test('whose goods came by hand meanwhile changes those', async () => {
    await told(send(file(line(1))), 201);
    await told(
      send(file(line(1)).replace('12.50', '11.00')).then((reply) => ({ ...reply, status: 201 })),
      201,
    );
    const names = Object.fromEntries(['en', 'zh', 'ru', 'kk', 'ur'].map((language) => [language, 'By hand']));
    const stall = (await told<{ stalls: { id: string }[] }>(askAs(market, owner, 'GET', '/api/v1/shop/day'), 200)).stalls[0]?.id;
    const goods = { netWeightG: 1, packedWeightG: 1, volumeMl: 0, strengthPermille: 0, pieces: 1, unit: 'piece', origin: 'CHN' };
    const more = { customsStatus: 'bonded', category: 'tea', hs: { scheme: 'HS', edition: '2022', digits: '090230' } };
    const price = { amount: '1.00', currency: 'CNY' };
    const product = { id: id(), stall, gtin: inStoreGtin(28, 1), names, price, ...goods, ...more };
    await told(askAs(market, owner, 'POST', '/api/v1/products', product), 201);
    await writeAll();
    expect(await shelved(inStoreGtin(28, 1))).toMatchObject([
      { id: product.id, names: { en: 'Tea' }, price: { amount: '12.50' }, netWeightG: 100 },
    ]);
  });

  test('of another vendor’s stall is not known', async () => {
    const { faults } = await check(file(line(1).replace('A-002', 'K-001')));
    expect(faults.map(({ kind }) => kind)).toEqual(['stall']);
  });

  test.each([
    ['a quotation mark that is never closed, by the line on which it opens', file(line(1), 'A-002,"x', line(2)), 'unreadable', 3],
    ['nothing below its heading', `${HEAD}\n\n`, 'empty', 2],
    ['an unknown heading', `${HEAD},colour\n`, 'column-unknown', 1],
  ])('with %s says so', async (_, text, kind, at) => {
    expect((await check(text)).faults.map((fault) => [fault.kind, fault.line])).toEqual([[kind, at]]);
  });

  test('may be a workbook: a fault is in the row that the sheet has it in, also below an empty one', async () => {
    const cells = (item: number, category: string) => [
      'A-002',
      inStoreGtin(28, item),
      'Tea',
      category,
      '090230',
      12.5,
      100,
      120,
      'CHN',
      'bonded',
      5,
    ];
    const sheet = sheets.utils.aoa_to_sheet([HEAD.split(','), cells(1, 'tea'), [], cells(2, 'teas')]);
    const book = sheets.utils.book_new();
    sheets.utils.book_append_sheet(book, sheet, 'Goods');
    const text = await workbookText(new Uint8Array(sheets.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    const { faults } = await check(text ?? '');
    expect(faults.map(({ line: at, column, found }) => [at, column, found])).toEqual([[4, 'category', 'teas']]);
  });

  test('may have cells of several lines: a fault after one is on the line that the spreadsheet shows', async () => {
    const wide = line(1).replace('Tea', '"Green\r\ntea, ""best"""');
    const { faults, planned } = await check(file(wide, line(2, 'Tea,tea,090230,x,100,120,CHN,bonded,5')));
    expect(faults.map((fault) => [fault.line, fault.kind])).toEqual([[4, 'price']]);
    expect(planned[0]?.names.en).toBe('Green\r\ntea, "best"');
  });
});
