import { test as base, expect } from '@playwright/test';

/** One journey: it begins with no browser window open and leaves none behind, whatever became of it. */
export const test = base.extend<{ readonly windows: undefined }>({
  windows: [
    async ({ browser }, use) => {
      expect(browser.contexts(), 'windows that an earlier journey left open').toHaveLength(0);
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
