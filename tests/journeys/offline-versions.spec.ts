import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { CODES, openTill, scan, showAtTill, standAtTill } from './support/doors.ts';
import { openNewerBuild } from './support/newer-build.ts';
import { noticed, readyForTheStorm, sellOffline, shopperInside } from './support/offline-till.ts';
import { allSent, test } from './support/stopped-market.ts';
import { changeSaleOnDisk, salesOnDisk } from './support/till-disk.ts';

const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;

test('T22: another version of the till finds the sales that were not sent, and sends them', async ({ browser, market }) => {
  const { code } = await shopperInside(browser, 'ru', 'EJ8800775');
  const till = await openTill(browser, 'CN', 'ru');
  await showAtTill(till, code);
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'ru');
  await sellOffline(till, 'ru', code, SCARF);
  const [sale] = (await salesOnDisk(till)) as readonly { id: string; path: string; stall: string; body: object }[];
  // A newer till was here: its disk has a higher version, one table more, and what this one knows nothing of.
  await till.evaluate(asNewerTill);
  await changeSaleOnDisk(till, sale?.id ?? '', { ...sale, ofLater: { what: 'nobody here knows' } });
  await till.reload();
  await expect(till.getByRole('button', { name: messages.ru.offline.link.unsent.replace('{count}', '1') })).toBeVisible();
  await market.back();
  await allSent(till, 'ru', code, SCARF_MINOR);
});

test('T22: a newer till takes over once nothing lies on the counter, and neither a basket nor an unsent sale is lost', async ({
  browser,
  market,
}) => {
  const { code } = await shopperInside(browser, 'ru', 'EJ8800779');
  await market.stop();
  const build = await openNewerBuild(market.port + 1, market.port);
  await market.back(build.origin);
  const context = await browser.newContext({ baseURL: build.origin, viewport: { width: 1280, height: 800 } });
  const till = await context.newPage();
  await till.goto(`/enrol?code=${CODES.till.CN}&lang=ru`);
  await till.waitForURL('**/till');
  await standAtTill(till, 'ru');
  await showAtTill(till, code);
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'ru');
  await sellOffline(till, 'ru', code, SCARF);
  await till.getByRole('button', { name: messages.ru.till.receipt.new }).click();
  await scan(till, SCARF);
  await till.evaluate(() => Object.assign(window, { isOld: true }));
  /** Asked while the page is on its way to the newer one, nothing answers. */
  const isOld = () => till.evaluate(() => 'isOld' in window).catch(() => undefined);
  build.deploy();
  await market.back(build.origin);
  await till.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/till');
    await registration?.update();
    while (registration?.waiting === null) await new Promise((again) => setTimeout(again, 100));
  });
  // A basket lies there: the old one goes on.
  expect(await isOld()).toBe(true);
  await expect(till.getByRole('listitem').filter({ hasText: '101' }).first()).toBeVisible();
  await till.getByRole('button', { name: messages.ru.till.foot.clear, exact: true }).click();
  await expect.poll(isOld, { timeout: 30_000 }).toBe(false);
  await till.waitForLoadState();
  await expect
    .poll(() => till.evaluate(() => caches.keys()).catch(() => []))
    .toEqual(expect.arrayContaining([expect.stringMatching(/-newer$/)]));
  await allSent(till, 'ru', code, SCARF_MINOR);
  await build.stop();
});

/** Opens the disk at a version that is yet to come. */
function asNewerTill(): Promise<void> {
  return new Promise((done) => {
    const opening = indexedDB.open('serai.till', 990);
    opening.onupgradeneeded = () => opening.result.createObjectStore('ofLater', { keyPath: 'id' });
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
  });
}
