import { setTimeout as after } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { CODES, letIn, openDoor, openGate, passFromKiosk, scan, showAtTill, standAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { OwnChromium } from './support/own-chromium.ts';
import { documentOf } from './support/people.ts';
import { countOnDisk } from './support/till-disk.ts';

const SCARF = '2100000020010';
const KILLS = process.env.SERAI_FULL ? 50 : 3;
const LONGEST_MS = process.env.SERAI_FULL ? 5000 : 1500;

/** What the network does with the sale that is on its way when the tablet dies. */
const NETWORKS = ['nothing leaves', 'the answer is lost', 'all is well'] as const;

test('T1: the browser is killed 0 to 5 s after Pay, and the sale exists exactly once when the till is back, in Russian', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000 + KILLS * 30_000);
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ru');
  const gate = await openGate(browser, 'CN', 'ru');
  const code = await passFromKiosk(
    kiosk,
    'ru',
    documentOf({ state: 'CHN', number: 'EJ8800441', surname: 'MA', givenNames: 'LAN' }),
  );
  await letIn(gate, 'ru', code);
  const tablet = new OwnChromium();
  try {
    const first = await tablet.start();
    await first.goto(`${baseURL}/enrol?code=${CODES.till.CN}&lang=ru`);
    await first.waitForURL('**/till');
    await standAtTill(first, 'ru');
    // Its cookie is on disk from here on.
    await tablet.close(first);
    let till = await tablet.start();
    let sold = 0;
    for (let nth = 0; nth < KILLS; nth += 1) {
      await backAtTill(till, `${baseURL}`, code, sold);
      await payScarf(till, NETWORKS[nth % NETWORKS.length] as (typeof NETWORKS)[number]);
      await after((nth / Math.max(1, KILLS - 1)) * LONGEST_MS);
      await tablet.kill();
      till = await tablet.start();
      sold += 1;
    }
    await backAtTill(till, `${baseURL}`, code, sold);

    // The control: without what is on disk the sale is gone.
    await payScarf(till, 'nothing leaves');
    await till.evaluate(forgetUnsent);
    await tablet.kill();
    till = await tablet.start();
    await backAtTill(till, `${baseURL}`, code, sold);
  } finally {
    await tablet.remove();
  }
});

/** Opens the till and waits until nothing is unsent. The pass then has just as many scarves. */
async function backAtTill(till: Page, baseURL: string, code: string, sold: number): Promise<void> {
  const words = messages.ru.till;
  await till.goto(`${baseURL}/till`);
  const next = till.getByRole('button', { name: words.receipt.new });
  await expect(till.getByRole('searchbox', { name: words.goods.search }).or(next).first()).toBeVisible();
  await expect.poll(() => countOnDisk(till, 'sales')).toBe(0);
  await expect(till.getByRole('alertdialog')).toHaveCount(0);
  if (await next.isVisible()) await next.click();
  await showAtTill(till, code);
  await expect(meterOf(till, 'ru', 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', String(sold * 101_00));
}

/** Sells one scarf up to the moment at which the sale is on the tablet's disk, or made. */
async function payScarf(till: Page, network: (typeof NETWORKS)[number]): Promise<void> {
  const { foot, pay, receipt } = messages.ru.till;
  await till.route('**/api/v1/sales', async (route) => {
    if (network === 'the answer is lost') await route.fetch();
    if (network === 'all is well') await route.continue();
  });
  await scan(till, SCARF);
  await till.getByRole('button', { name: new RegExp(`^${foot.pay}`) }).click();
  await till.getByRole('button', { name: pay.exact }).click();
  await till.getByRole('button', { name: pay.confirm }).click();
  const made = till.getByRole('heading', { name: receipt.title });
  await expect.poll(async () => (await countOnDisk(till, 'sales')) > 0 || (await made.isVisible())).toBe(true);
}

function forgetUnsent(): Promise<void> {
  return new Promise((done) => {
    const opening = indexedDB.open('serai.till');
    opening.onsuccess = () => {
      const forgetting = opening.result.transaction('sales', 'readwrite', { durability: 'strict' });
      forgetting.objectStore('sales').clear();
      forgetting.oncomplete = () => done();
    };
  });
}
