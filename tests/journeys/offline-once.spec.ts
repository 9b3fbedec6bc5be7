import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill, payExactly, scan, showAtTill } from './support/doors.ts';
import { noticed, payOffline, readyForTheStorm, sellOffline, shopperInside } from './support/offline-till.ts';
import { allSent, look, test } from './support/stopped-market.ts';
import { changeSaleOnDisk, countOnDisk, salesOnDisk } from './support/till-disk.ts';

const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;

test('T3: two tabs sell while the market is gone, one is closed, and the other sends both, once', async ({ browser, market }) => {
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
  await market.back();
  await allSent(other, 'ru', code, 2 * SCARF_MINOR);

  // The control: what is not on disk is not sent.
  await market.stop();
  await noticed(other, 'ru');
  await sellOffline(other, 'ru', code, SCARF);
  const [row] = await salesOnDisk(other);
  await changeSaleOnDisk(other, row?.id ?? '', undefined);
  await market.back();
  await allSent(other, 'ru', code, 2 * SCARF_MINOR);
});

test('T5: a tablet that cannot keep a sale sells nothing while the market is gone, and says so', async ({ browser, market }) => {
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
  await look(till, 'unkept-en');

  // The control: with its disk it sells.
  await till.reload();
  await noticed(till, 'en');
  await scan(till, SCARF);
  await sellOffline(till, 'en', code, SCARF);
  await market.back();
  await expect.poll(() => countOnDisk(till, 'sales'), { timeout: 60_000 }).toBe(0);
});

test('T6: a sale that the market can never accept is set aside and shown, and the next one goes up', async ({
  browser,
  market,
}) => {
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
  await market.back();
  await expect
    .poll(async () => (await salesOnDisk(till)).map(({ id, aside }) => [id, aside !== undefined]), { timeout: 60_000 })
    .toEqual([[poison, true]]);
  await till.getByRole('button', { name: '1 unsent' }).click();
  await expect(till.getByText(messages.en.refusals['pass-unknown'].what)).toBeVisible();
  await look(till, 'aside-en');
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
  // The till may be sending it again at this instant: a route taken from under it would break this test, not the till.
  await till.unrouteAll({ behavior: 'wait' });
  await allSent(till, 'en', code, SCARF_MINOR);

  // The control: under another id it is another sale.
  await scan(till, SCARF);
  await payExactly(till, 'en');
  await allSent(till, 'en', code, 2 * SCARF_MINOR);
});
