import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { messages } from '#lib/words/messages.ts';
import { fillShelf } from '../support/large-market.ts';
import { openTill, scan } from './support/doors.ts';
import { noticed, readyForTheStorm } from './support/offline-till.ts';
import { look, type StoppedMarket, test } from './support/stopped-market.ts';
import { countOnDisk } from './support/till-disk.ts';

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
