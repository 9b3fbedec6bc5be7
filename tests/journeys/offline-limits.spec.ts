import { expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill, scan, showAtTill } from './support/doors.ts';
import { holds, noticed, payOffline, readyForTheStorm, shopperInside } from './support/offline-till.ts';
import { allSent, look, test } from './support/stopped-market.ts';

const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;
/** Dearer than what a till may sell without an answer and without a lease. */
const QUILT = '2100000020133';
const QUILT_MINOR = 680_00;

test('goods above the floor are sold if the market holds them for the pass, and not otherwise, in Urdu', async ({
  browser,
  market,
}) => {
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
  await look(till, 'provisional-ur');

  // The control: nobody holds the next one.
  await showAtTill(till, code);
  await scan(till, QUILT);
  await expect(till.getByText(messages.ur.offline.sale.whyNot.floor.split('{floor}')[0] ?? '')).toBeVisible();
  await expect(till.getByRole('button', { name: new RegExp(`^${messages.ur.till.foot.pay}`) })).toBeDisabled();
  await look(till, 'floor-ur');
  await till.getByRole('button', { name: messages.ur.offline.link.unsent.replace('{count}', '1') }).click();
  await look(till, 'unsent-ur');
  await till.keyboard.press('Escape');
  await till.getByRole('button', { name: messages.ur.till.foot.clear, exact: true }).click();
  await market.back();
  await allSent(till, 'ur', code, QUILT_MINOR);
});

test('a tab that was made from another holds for itself, and gives back nothing of what that one holds', async ({
  browser,
  market,
}) => {
  const { code } = await shopperInside(browser, 'en', 'EJ8800779');
  const till = await openTill(browser, 'CN', 'en');
  await readyForTheStorm(till);
  await showAtTill(till, code);
  const held = holds(till, 1);
  await scan(till, QUILT);
  await held;
  // Chromium copies to it all that the tab keeps, the name of its basket too.
  const opened = till.waitForEvent('popup');
  await till.evaluate(() => void window.open('/till'));
  const twin = await opened;
  await holds(twin, 1);
  const returned = holds(twin, 0);
  await twin.getByRole('button', { name: messages.en.till.foot.clear, exact: true }).click();
  await returned;
  await twin.close();
  await market.stop();
  await noticed(till, 'en');
  await payOffline(till, 'en');
  const sent = till.waitForResponse((answer) => answer.url().endsWith('/api/v1/sales') && answer.ok());
  await market.back();
  expect(await (await sent).json()).toMatchObject({ receipt: { flags: [] } });
});

test('a pass that this till never saw is believed for its signature, and a false one is not', async ({ browser, market }) => {
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
  await look(till, 'stranger-zh');
  await market.back();
  await allSent(till, 'zh', code, SCARF_MINOR);
});
