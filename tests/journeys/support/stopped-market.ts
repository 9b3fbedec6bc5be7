import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { showAtTill } from './doors.ts';
import { test as journey } from './journey.ts';
import { meterOf } from './limits.ts';
import { type OwnMarket, openOwnMarket } from './own-market.ts';
import { countOnDisk } from './till-disk.ts';

const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177) + 700 + 10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const NOON = '2026-11-18T07:00:00.000Z';
const LATER = '2026-11-18T08:00:00.000Z';
const LONGEST_MS = 300_000;

export type StoppedMarket = {
  /** The folder that it lies in. */
  readonly data: string;
  readonly port: number;
  /** Its process ends: nobody answers there any more. */
  readonly stop: () => Promise<void>;
  /** It is back over the same folder, an hour later; `origin` where browsers find it elsewhere. */
  readonly back: (origin?: string) => Promise<void>;
};

/** A journey with a market of its own that is really stopped. */
export const test = journey.extend<{ readonly market: StoppedMarket }>({
  baseURL: `http://localhost:${PORT}`,
  market: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names that a fixture asks for
    async ({}, use) => {
      journey.setTimeout(LONGEST_MS);
      const data = mkdtempSync(join(tmpdir(), 'serai-offline-'));
      let open: OwnMarket = await openOwnMarket({ data, now: NOON, port: PORT });
      await use({
        data,
        port: PORT,
        stop: () => open.stop(),
        async back(origin) {
          open = await openOwnMarket({ data, now: LATER, port: PORT, ...(origin === undefined ? {} : { origin }) });
        },
      });
      await open.stop();
      rmSync(data, { recursive: true, force: true });
    },
    { auto: true },
  ],
});

/** Nothing waits at this till, and the market says that the pass has goods worth just so much. */
export async function allSent(till: Page, language: Language, code: string, minor: number): Promise<void> {
  const words = messages[language].till;
  await expect.poll(() => countOnDisk(till, 'sales'), { timeout: 60_000 }).toBe(0);
  await expect(till.getByText(words.bar.online, { exact: true })).toBeVisible({ timeout: 40_000 });
  const next = till.getByRole('button', { name: words.receipt.new });
  if (await next.isVisible()) await next.click();
  await showAtTill(till, code);
  await expect(meterOf(till, language, 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', String(minor));
}

/** Where pictures of these journeys go, if anybody wants to look. */
export async function look(page: Page, name: string): Promise<void> {
  if (process.env.SERAI_LOOKS) await page.screenshot({ path: `${process.env.SERAI_LOOKS}/${name}.png` });
}
