import { type BrowserContext, test as base, expect } from '@playwright/test';

const CLOSING_MS = 20_000;

/** Windows that Chromium, on a busy machine, never said were closed. The journey in them was over and had passed or failed. */
const unanswered = new WeakSet<BrowserContext>();

/** One journey: it begins with no browser window open and leaves none behind, whatever became of it. */
export const test = base.extend<{ readonly windows: undefined }>({
  windows: [
    async ({ browser }, use) => {
      const open = browser.contexts().filter((context) => !unanswered.has(context));
      expect(open, 'windows that an earlier journey left open').toHaveLength(0);
      await use(undefined);
      await Promise.all(browser.contexts().map(closed));
    },
    { auto: true },
  ],
});

async function closed(context: BrowserContext): Promise<void> {
  if (unanswered.has(context)) return;
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, CLOSING_MS, 'late'));
  if ((await Promise.race([context.close(), late])) === 'late') unanswered.add(context);
}
