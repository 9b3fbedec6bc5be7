import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill, scan, showAtTill } from './support/doors.ts';
import { meterOf } from './support/limits.ts';
import { noticed, readyForTheStorm, sellOffline, shopperInside } from './support/offline-till.ts';
import { allSent, look, test } from './support/stopped-market.ts';
import { countOnDisk } from './support/till-disk.ts';

const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;

test('the till opens from its own disk while the market is gone, in the language it last had', async ({ browser, market }) => {
  const till = await openTill(browser, 'CN', 'ur');
  await readyForTheStorm(till);
  await market.stop();
  await till.reload();
  await expect(till.getByRole('searchbox', { name: messages.ur.till.goods.search })).toBeVisible();
  await noticed(till, 'ur');
  await expect(till.locator('html')).toHaveAttribute('dir', 'rtl');
  await till.goto('/till?lang=zh');
  await noticed(till, 'zh');
  await till.goto('/till');
  await noticed(till, 'zh');
  await look(till, 'open-zh');
  // So does the other side of its counter.
  await till.goto('/till/display#nobody');
  await expect(till.getByText(messages.ur.counter.display.welcome)).toBeVisible();

  // The control: a tablet that never opened this till knows nothing.
  const stranger = await (await browser.newContext()).newPage();
  await expect(stranger.goto('/till')).rejects.toThrow();
});

test('a page that the worker passed over is under it all the same', async ({ browser, market }) => {
  const till = await openTill(browser, 'CN', 'en');
  await readyForTheStorm(till);
  // So loads a page that was on its way while the worker came to life: from the network, and nobody’s.
  const browserItself = await till.context().newCDPSession(till);
  await Promise.all([till.waitForEvent('load'), browserItself.send('Page.reload', { ignoreCache: true })]);
  await expect(till.getByRole('searchbox', { name: messages.en.till.goods.search })).toBeVisible();
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'en');
});

test('a till that was opened again without a network sells, is opened again, and the sale exists once', async ({
  browser,
  market,
}) => {
  const { code } = await shopperInside(browser, 'zh', 'EJ8800772');
  const till = await openTill(browser, 'CN', 'zh');
  await showAtTill(till, code);
  await expect(meterOf(till, 'zh', 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', '0');
  await readyForTheStorm(till);
  await market.stop();
  await till.reload();
  await noticed(till, 'zh');
  await sellOffline(till, 'zh', code, SCARF);
  await look(till, 'provisional-zh');
  // The slices of the Han face that these words use are here; the control is one that nobody here uses.
  const slice = (text: string) =>
    till.evaluate((signs) => document.fonts.load('700 16px "Noto Sans SC"', signs).then(({ length }) => length), text);
  expect(await slice('数据截至丝绸方巾雪茄烟草')).toBeGreaterThan(3);
  await expect(slice('龘')).rejects.toThrow();
  await till.reload();
  await noticed(till, 'zh');

  // What was sold here counts for the next basket of that pass, and its age stands beside the meter.
  await showAtTill(till, code);
  await scan(till, SCARF);
  await expect(meterOf(till, 'zh', 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', String(2 * SCARF_MINOR));
  await expect(till.getByText(messages.zh.offline.sale.asOf)).toBeVisible();
  await look(till, 'selling-zh');
  await till.getByRole('button', { name: messages.zh.till.foot.clear, exact: true }).click();
  await market.back();
  await allSent(till, 'zh', code, SCARF_MINOR);
});

test('a tablet whose enrolment ended forgets the till and the passes, and keeps the sale that was not sent', async ({
  browser,
  market,
}) => {
  const { code } = await shopperInside(browser, 'en', 'EJ8800780');
  const till = await openTill(browser, 'CN', 'en');
  await showAtTill(till, code);
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'en');
  await sellOffline(till, 'en', code, SCARF);
  // The control: until the market says so, everything stays.
  expect(await countOnDisk(till, 'passes')).toBe(1);
  const cookies = await till.context().cookies();
  await till.context().clearCookies();
  await market.back();
  await expect(till.getByText(messages.en.till.enrol.title)).toBeVisible({ timeout: 40_000 });
  await expect(till.getByText('1 sale on this tablet has not been sent')).toBeVisible();
  await expect.poll(() => till.evaluate(() => caches.keys())).toEqual([]);
  expect([await countOnDisk(till, 'passes'), await countOnDisk(till, 'packs'), await countOnDisk(till, 'sales')]).toEqual([
    0, 0, 1,
  ]);
  await look(till, 'not-enrolled-en');
  await till.context().addCookies(cookies);
  await till.reload();
  await allSent(till, 'en', code, SCARF_MINOR);
});
