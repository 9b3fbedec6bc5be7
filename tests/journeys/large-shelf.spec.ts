import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { messages } from '#lib/words/messages.ts';
import { fillShelf } from '../support/large-market.ts';
import { openTill, scan, showAtTill } from './support/doors.ts';
import { noticed, readyForTheStorm, sellOffline, shopperInside } from './support/offline-till.ts';
import { look, type StoppedMarket, test } from './support/stopped-market.ts';
import { countOnDisk, salesOnDisk } from './support/till-disk.ts';

const SCARF = '2100000020010';
/** More than two parts of the index, and than two pages of the market. */
const MANY = 1_100;
const OF_THE_SEED = 25;
const { goods, basket } = messages.en.till;

test('T11: of a shelf too large to be read at every start each product is found, scanned and kept up, with no network too', async ({
  browser,
  market,
}) => {
  await market.stop();
  const gtins = changed(market, (file) => fillShelf(file, 'A-002', MANY));
  await market.back();
  const till = await openTill(browser, 'CN', 'en');
  await expect.poll(() => countOnDisk(till, 'shelf')).toBe(MANY + OF_THE_SEED);
  await expect.poll(() => countOnDisk(till, 'parts')).toBe(3);
  await readyForTheStorm(till);

  // One product has another name, which the till hears of without asking for all the others.
  const [, second = '', last = ''] = [gtins[0], gtins[1], gtins.at(-1)];
  await market.stop();
  changed(market, (file) => rename(file, second));
  await market.back();
  const asked: string[] = [];
  till.on('request', (request) => request.url().includes('/products?') && asked.push(request.url()));
  await till.reload();
  await search(till, 'zeppelin');
  await expect(tiles(till)).toHaveCount(1);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.includes('changedAfter='))).toEqual([]);
  await look(till, 'large-shelf-online');

  await market.stop();
  await noticed(till, 'en');
  await till.reload();
  for (const typed of ['飞艇', 'змей', second, last]) {
    await search(till, typed);
    await expect(tiles(till)).toHaveCount(1);
  }
  await search(till, '');
  await expect(tiles(till)).toHaveCount(60);
  await scan(till, last);
  await scan(till, second);
  await expect(lines(till)).toHaveCount(2);
  await expect(lines(till).last()).toContainText('Zeppelin kite');
  await look(till, 'large-shelf-offline');

  // The control: what is not on this tablet's disk is not found.
  await forget(till, gtins[2] ?? '');
  await scan(till, gtins[2] ?? '');
  await scan(till, gtins[3] ?? '');
  await expect(lines(till)).toHaveCount(3);
});

test('T11: a tablet whose disk has its goods as tills kept them before opens with all of them, and its unsent sale, without a network', async ({
  browser,
  market,
}) => {
  const { code } = await shopperInside(browser, 'en', 'EJ8800993');
  const till = await openTill(browser, 'CN', 'en');
  await showAtTill(till, code);
  await expect.poll(() => countOnDisk(till, 'parts')).toBe(1);
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'en');
  await sellOffline(till, 'en', code, SCARF);
  const [sale] = await salesOnDisk(till);
  await market.back();
  // No till runs meanwhile, so that none puts its disk right before its time.
  await till.goto('/healthz');
  await till.evaluate(asOlderTill);
  await market.stop();
  await till.goto('/till');
  await search(till, 'silk');
  await expect(tiles(till).first()).toContainText('Silk');
  await scan(till, SCARF);
  await expect(lines(till)).toHaveCount(1);
  expect((await salesOnDisk(till)).map(({ id }) => id)).toEqual([sale?.id]);
  expect([await countOnDisk(till, 'shelf'), await countOnDisk(till, 'parts')]).toEqual([OF_THE_SEED, 1]);
});

const tiles = (till: Page) => till.getByRole('group', { name: goods.tiles }).getByRole('button');
const lines = (till: Page) => till.getByRole('list', { name: basket.lines }).getByRole('listitem');
const search = (till: Page, typed: string) => till.getByRole('searchbox', { name: goods.search }).fill(typed);

/** Writes to a market that stands still. */
function changed<Value>({ data }: StoppedMarket, write: (file: Database.Database) => Value): Value {
  const file = new Database(join(data, 'serai.db'));
  const value = write(file);
  file.close();
  return value;
}

function rename(file: Database.Database, gtin: string): void {
  const names = { en: 'Zeppelin kite', zh: '飞艇风筝', ru: 'Воздушный змей', kk: 'Ұшқыш батпырауық', ur: 'پتنگ' };
  const at = '2026-11-18T08:30:00.000Z';
  file.prepare('UPDATE product SET names = ?, changed_at = ? WHERE gtin = ?').run(JSON.stringify(names), at, gtin);
}

/** Takes one product from the till's disk behind its back. */
const forget = (till: Page, gtin: string): Promise<void> =>
  till.evaluate(
    (gtin14) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('serai.till');
        opening.onsuccess = () => {
          const changing = opening.result.transaction('shelf', 'readwrite');
          const rows = changing.objectStore('shelf');
          const finding = rows.index('gtin14').getKey(gtin14);
          finding.onsuccess = () => rows.delete(finding.result as IDBValidKey);
          changing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    gtin.padStart(14, '0'),
  );

/** Makes the disk what it was at version 2: the goods in pages, no index of theirs, and all else as it is. */
async function asOlderTill(): Promise<void> {
  const asked = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done) => {
      request.onsuccess = () => done(request.result);
    });
  const now = await asked(indexedDB.open('serai.till'));
  const rows = async (table: string) => asked(now.transaction(table).objectStore(table).getAll());
  const kept = new Map<string, unknown[]>();
  for (const table of ['sales', 'kept', 'packs', 'passes']) kept.set(table, await rows(table));
  const shelf = (await rows('shelf')) as { product: { stall: string } }[];
  now.close();
  await asked(indexedDB.deleteDatabase('serai.till'));
  const opening = indexedDB.open('serai.till', 20);
  opening.onupgradeneeded = () => {
    const made = opening.result;
    made.createObjectStore('sales', { keyPath: 'id' }).createIndex('stall', 'stall');
    made.createObjectStore('kept', { keyPath: 'name' });
    made.createObjectStore('packs', { keyPath: 'hash' });
    made.createObjectStore('passes', { keyPath: 'id' }).createIndex('code', 'code');
    made.createObjectStore('goods', { keyPath: ['stall', 'page'] }).createIndex('stall', 'stall');
  };
  const before = await asked(opening);
  const writing = before.transaction([...kept.keys(), 'goods'], 'readwrite');
  for (const [table, all] of kept)
    for (const row of all) if ((row as { name?: string }).name !== 'shelf') writing.objectStore(table).put(row);
  const goods = shelf.map(({ product }) => product);
  writing.objectStore('goods').put({ stall: goods[0]?.stall ?? '', page: 0, goods });
  await new Promise((done) => {
    writing.oncomplete = done;
  });
  before.close();
}
