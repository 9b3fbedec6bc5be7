import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { type OwnMarket, openOwnMarket } from './support/own-market.ts';

const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177) + 700 + 10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const NOW = '2026-11-18T07:00:00.000Z';

test.describe('The till without a network', () => {
  let data: string;
  let market: OwnMarket;
  test.use({ baseURL: `http://localhost:${PORT}` });
  test.beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'serai-offline-'));
    market = await openOwnMarket({ data, now: NOW, port: PORT });
  });
  test.afterEach(async () => {
    await market.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test('opens from its own disk while the market is gone, in the language it last had', async ({ browser }) => {
    const till = await openTill(browser, 'CN', 'ur');
    await shellKept(till);
    await market.stop();
    await till.reload();
    const words = messages.ur;
    await expect(till.getByRole('searchbox', { name: words.till.goods.search })).toBeVisible();
    await expect(till.getByText(words.offline.link.server.name, { exact: true })).toBeVisible();
    await expect(till.locator('html')).toHaveAttribute('dir', 'rtl');
    if (process.env.SERAI_LOOKS) await till.screenshot({ path: `${process.env.SERAI_LOOKS}/offline-open-ur.png` });
    await till.goto('/till?lang=zh');
    await expect(till.getByText(messages.zh.offline.link.server.name, { exact: true })).toBeVisible();
    await till.goto('/till');
    await expect(till.getByText(messages.zh.offline.link.server.name, { exact: true })).toBeVisible();
    if (process.env.SERAI_LOOKS) await till.screenshot({ path: `${process.env.SERAI_LOOKS}/offline-open-zh.png` });
  });
});

/** The worker has all of the shell, and stands before the network. */
async function shellKept(till: Page): Promise<void> {
  await till.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((again) => setTimeout(again, 50));
  });
}
