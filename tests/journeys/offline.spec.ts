import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { CODES, openTill, payExactly, scan, showAtTill, standAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { openNewerBuild } from './support/newer-build.ts';
import { noticed, payOffline, readyForTheStorm, sellOffline, shopperInside } from './support/offline-till.ts';
import { type OwnMarket, openOwnMarket } from './support/own-market.ts';
import { changeSaleOnDisk, countOnDisk, salesOnDisk } from './support/till-disk.ts';

const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177) + 700 + 10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const NOON = '2026-11-18T07:00:00.000Z';
const LATER = '2026-11-18T08:00:00.000Z';
const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;
/** Dearer than what a till may sell without an answer and without a lease. */
const QUILT = '2100000020133';
const QUILT_MINOR = 680_00;
const LOOKS = process.env.SERAI_LOOKS;

let data: string;
let market: OwnMarket;
test.use({ baseURL: `http://localhost:${PORT}` });
test.beforeEach(async () => {
  test.setTimeout(300_000);
  data = mkdtempSync(join(tmpdir(), 'serai-offline-'));
  market = await openOwnMarket({ data, now: NOON, port: PORT });
});
test.afterEach(async () => {
  await market.stop();
  rmSync(data, { recursive: true, force: true });
});

/** The market is back, over the same folder, an hour later. */
const marketBack = async (): Promise<void> => {
  market = await openOwnMarket({ data, now: LATER, port: PORT });
};

/** Nothing waits, and the market says that the pass has goods worth just so much. */
async function allSent(till: Page, language: Language, code: string, minor: number): Promise<void> {
  await expect.poll(() => countOnDisk(till, 'sales'), { timeout: 60_000 }).toBe(0);
  await expect(till.getByText(messages[language].till.bar.online, { exact: true })).toBeVisible({ timeout: 40_000 });
  const next = till.getByRole('button', { name: messages[language].till.receipt.new });
  if (await next.isVisible()) await next.click();
  await showAtTill(till, code);
  await expect(meterOf(till, language, 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', String(minor));
}

test('the till opens from its own disk while the market is gone, in the language it last had', async ({ browser }) => {
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
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/open-zh.png` });

  // The control: a tablet that never opened this till knows nothing.
  const stranger = await (await browser.newContext()).newPage();
  await expect(stranger.goto('/till')).rejects.toThrow();
});

test('T3: two tabs sell while the market is gone, one is closed, and the other sends both, once', async ({ browser }) => {
  const { code } = await shopperInside(browser, 'ru', 'EJ8800771');
  const one = await openTill(browser, 'CN', 'ru');
  await showAtTill(one, code);
  await readyForTheStorm(one);
  const other = await one.context().newPage();
  await other.goto('/till');
  await expect(other.getByRole('searchbox')).toBeVisible();
  await market.stop();
  await noticed(one, 'ru');
  await noticed(other, 'ru');
  const numbers = [await sellOffline(one, 'ru', code, SCARF), await sellOffline(other, 'ru', code, SCARF)];
  expect(new Set(numbers).size).toBe(2);
  await expect(other.getByRole('button', { name: messages.ru.offline.link.unsent.replace('{count}', '2') })).toBeVisible();
  await one.close();
  await marketBack();
  await allSent(other, 'ru', code, 2 * SCARF_MINOR);

  // The control: what is not on disk is not sent.
  await market.stop();
  await noticed(other, 'ru');
  await sellOffline(other, 'ru', code, SCARF);
  const [row] = await salesOnDisk(other);
  await changeSaleOnDisk(other, row?.id ?? '', undefined);
  await marketBack();
  await allSent(other, 'ru', code, 2 * SCARF_MINOR);
});

test('a till that was opened again without a network sells, is opened again, and the sale exists once', async ({ browser }) => {
  const { code } = await shopperInside(browser, 'zh', 'EJ8800772');
  const till = await openTill(browser, 'CN', 'zh');
  await showAtTill(till, code);
  await expect(meterOf(till, 'zh', 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', '0');
  await readyForTheStorm(till);
  await market.stop();
  await till.reload();
  await noticed(till, 'zh');
  await sellOffline(till, 'zh', code, SCARF);
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/provisional-zh.png` });
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
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/selling-zh.png` });
  await till.getByRole('button', { name: messages.zh.till.foot.clear, exact: true }).click();
  await marketBack();
  await allSent(till, 'zh', code, SCARF_MINOR);
});

test('T5: a tablet that cannot keep a sale sells nothing while the market is gone, and says so', async ({ browser }) => {
  const { code } = await shopperInside(browser, 'en', 'EJ8800773');
  const till = await openTill(browser, 'CN', 'en');
  await showAtTill(till, code);
  await readyForTheStorm(till);
  await expect(till.getByRole('button', { name: messages.en.offline.link.notKept })).toBeVisible();
  await market.stop();
  await noticed(till, 'en');
  await till.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'sales') throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await scan(till, SCARF);
  await payOffline(till, 'en');
  await expect(till.getByRole('alert').getByText(messages.en.offline.sale.unkept)).toBeVisible();
  await expect(till.getByRole('heading', { name: messages.en.offline.sale.title })).toHaveCount(0);
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/unkept-en.png` });

  // The control: with its disk it sells.
  await till.reload();
  await noticed(till, 'en');
  await scan(till, SCARF);
  await sellOffline(till, 'en', code, SCARF);
  await marketBack();
  await expect.poll(() => countOnDisk(till, 'sales'), { timeout: 60_000 }).toBe(0);
});

test('T6: a sale that the market can never accept is set aside and shown, and the next one goes up', async ({ browser }) => {
  const { code } = await shopperInside(browser, 'en', 'EJ8800774');
  const till = await openTill(browser, 'CN', 'en');
  await showAtTill(till, code);
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'en');
  await sellOffline(till, 'en', code, SCARF);
  const [sale] = (await salesOnDisk(till)) as readonly { id: string; body: { pass: string } }[];
  const poison = '00000000-0000-7000-8000-000000000001';
  await changeSaleOnDisk(till, poison, {
    ...sale,
    id: poison,
    body: { ...sale?.body, pass: '00000000-0000-7000-8000-00000000dead' },
  });
  await till.reload();
  await expect(till.getByRole('button', { name: '2 unsent' })).toBeVisible();
  await till.keyboard.press('F10');
  await till.getByRole('tab', { name: messages.en.till.session.close }).click();
  await till.getByLabel('Counted, CNY').fill('101.00');
  await expect(till.getByRole('button', { name: messages.en.till.close.act })).toBeDisabled();
  await till.keyboard.press('Escape');
  await marketBack();
  await expect
    .poll(async () => (await salesOnDisk(till)).map(({ id, aside }) => [id, aside !== undefined]), { timeout: 60_000 })
    .toEqual([[poison, true]]);
  await till.getByRole('button', { name: '1 unsent' }).click();
  await expect(till.getByText(messages.en.refusals['pass-unknown'].what)).toBeVisible();
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/aside-en.png` });
  await till.keyboard.press('Escape');

  // What is set aside keeps no drawer open.
  await till.keyboard.press('F10');
  await till.getByRole('tab', { name: messages.en.till.session.close }).click();
  await till.getByLabel('Counted, CNY').fill('101.00');
  await expect(till.getByRole('button', { name: messages.en.till.close.act })).toBeEnabled();
  await till.keyboard.press('Escape');

  // The control: mended, it goes up too.
  await changeSaleOnDisk(till, poison, { ...sale, id: poison });
  await till.reload();
  await allSent(till, 'en', code, 2 * SCARF_MINOR);
});

test('T22: another version of the till finds the sales that were not sent, and sends them', async ({ browser }) => {
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
  await marketBack();
  await allSent(till, 'ru', code, SCARF_MINOR);
});

test('goods above the floor are sold if the market holds them for the pass, and not otherwise, in Urdu', async ({ browser }) => {
  const { code } = await shopperInside(browser, 'ur', 'EJ8800776');
  const till = await openTill(browser, 'CN', 'ur');
  await readyForTheStorm(till);
  const held = till.waitForResponse((answer) => answer.url().endsWith('/api/v1/leases') && answer.ok());
  await showAtTill(till, code);
  await scan(till, QUILT);
  await held;
  await market.stop();
  await noticed(till, 'ur');
  await payOffline(till, 'ur');
  await expect(till.getByRole('heading', { name: messages.ur.offline.sale.title })).toBeVisible();
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/provisional-ur.png` });

  // The control: nobody holds the next one.
  await showAtTill(till, code);
  await scan(till, QUILT);
  await expect(till.getByText(messages.ur.offline.sale.whyNot.floor.split('{floor}')[0] ?? '')).toBeVisible();
  await expect(till.getByRole('button', { name: new RegExp(`^${messages.ur.till.foot.pay}`) })).toBeDisabled();
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/floor-ur.png` });
  await till.getByRole('button', { name: messages.ur.offline.link.unsent.replace('{count}', '1') }).click();
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/unsent-ur.png` });
  await till.keyboard.press('Escape');
  await till.getByRole('button', { name: messages.ur.till.foot.clear, exact: true }).click();
  await marketBack();
  await allSent(till, 'ur', code, QUILT_MINOR);
});

test('a pass that this till never saw is believed for its signature, and a false one is not', async ({ browser }) => {
  const { code, qr } = await shopperInside(browser, 'zh', 'EJ8800777');
  const learnt = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/api/v1/pass-keys') && answer.ok());
  const till = await openTill(browser, 'CN', 'zh');
  const keys = learnt(till);
  await till.reload();
  await keys;
  await readyForTheStorm(till);
  await market.stop();
  await noticed(till, 'zh');
  const place = 4 + 3 * (Math.floor((qr.length - 4) / 3) - 3);
  const forged = qr.slice(0, place) + (qr[place] === '0' ? '1' : '0') + qr.slice(place + 1);
  await scan(till, forged);
  await expect(till.getByText(messages.zh.refusals['pass-not-genuine'].what)).toBeVisible();
  await scan(till, code);
  await expect(till.getByText(messages.zh.refusals['pass-not-seen-here'].what)).toBeVisible();
  await scan(till, qr);
  await expect(till.getByText(messages.zh.offline.sale.stranger)).toBeVisible();
  await scan(till, SCARF);
  await payOffline(till, 'zh');
  await expect(till.getByRole('heading', { name: messages.zh.offline.sale.title })).toBeVisible();
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/stranger-zh.png` });
  await marketBack();
  await allSent(till, 'zh', code, SCARF_MINOR);
});

test('T2: the market sells, its answer is lost, the till finishes the sale itself, and it exists once', async ({ browser }) => {
  const { code } = await shopperInside(browser, 'en', 'EJ8800778');
  const till = await openTill(browser, 'CN', 'en');
  await readyForTheStorm(till);
  await showAtTill(till, code);
  await scan(till, SCARF);
  let sold = 0;
  await till.route('**/api/v1/sales', async (route) => {
    sold += (await route.fetch()).ok() ? 1 : 0;
    await route.abort();
  });
  const { foot, pay } = messages.en.till;
  await till.getByRole('button', { name: new RegExp(`^${foot.pay}`) }).click();
  await till.getByRole('button', { name: pay.exact }).click();
  await till.getByRole('button', { name: pay.confirm }).click();
  await till.getByRole('button', { name: messages.en.offline.sale.finish }).click();
  await expect(till.getByRole('heading', { name: messages.en.offline.sale.title })).toBeVisible();
  expect(sold).toBeGreaterThan(0);
  await till.unroute('**/api/v1/sales');
  await allSent(till, 'en', code, SCARF_MINOR);

  // The control: under another id it is another sale.
  await scan(till, SCARF);
  await payExactly(till, 'en');
  await allSent(till, 'en', code, 2 * SCARF_MINOR);
});

test('T22: a newer till takes over once nothing lies on the counter, and neither a basket nor an unsent sale is lost', async ({
  browser,
}) => {
  const { code } = await shopperInside(browser, 'ru', 'EJ8800779');
  await market.stop();
  const build = await openNewerBuild(PORT + 1, PORT);
  market = await openOwnMarket({ data, now: NOON, port: PORT, origin: build.origin });
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
  const isOld = () => till.evaluate(() => 'isOld' in window);
  build.deploy();
  market = await openOwnMarket({ data, now: LATER, port: PORT, origin: build.origin });
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
  await expect.poll(() => till.evaluate(() => caches.keys())).toEqual(expect.arrayContaining([expect.stringMatching(/-newer$/)]));
  await allSent(till, 'ru', code, SCARF_MINOR);
  await build.stop();
});

test('a tablet whose enrolment ended forgets the till and the passes, and keeps the sale that was not sent', async ({
  browser,
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
  await marketBack();
  await expect(till.getByText(messages.en.till.enrol.title)).toBeVisible({ timeout: 40_000 });
  await expect(till.getByText('1 sale on this tablet has not been sent')).toBeVisible();
  await expect.poll(() => till.evaluate(() => caches.keys())).toEqual([]);
  expect([await countOnDisk(till, 'passes'), await countOnDisk(till, 'packs'), await countOnDisk(till, 'sales')]).toEqual([
    0, 0, 1,
  ]);
  if (LOOKS) await till.screenshot({ path: `${LOOKS}/not-enrolled-en.png` });
  await till.context().addCookies(cookies);
  await till.reload();
  await allSent(till, 'en', code, SCARF_MINOR);
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
