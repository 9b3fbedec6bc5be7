import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { LANGUAGES, languageOf } from '#lib/words/languages.ts';
import { cutOff } from './cut-off.ts';
import { test as journey } from './journey.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A cell has the focus of arrow keys; what is pressed is the button in it, which is measured for itself. */
const CELL = /^<td\b/;
/**
 * What a reader of screens hears, what contrasts and what a finger can hit is laid out once and said in five languages: the one of each
 * direction is read whole, all of them at full size. What is cut off is looked for in all of them.
 */
const READ: readonly string[] = process.env.SERAI_FULL
  ? LANGUAGES.map(({ tag }) => tag)
  : [languageOf('en').tag, languageOf('ur').tag];
const DIALOG = ':is([role=dialog], [role=alertdialog])';

/** The three sizes at which every screen must be whole. */
export const SIZES = {
  tablet: { width: 1280, height: 800 },
  kiosk: { width: 1080, height: 1920 },
  phone: { width: 390, height: 844 },
} as const;

export type Look = (page: Page, screen: string) => Promise<void>;

/** A walk past screens: `look` takes down what is wrong with each, and the walk fails at its end with all of it. */
export const test = journey.extend<{ readonly look: Look }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names that a fixture asks for
  look: async ({}, use) => {
    const faults: string[] = [];
    await use(async (page, screen) => {
      const own = page.viewportSize();
      await settled(page);
      if (READ.includes(await page.evaluate(() => document.documentElement.lang)))
        for (const fault of await unreadable(page)) faults.push(`${screen}: ${fault}`);
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await settled(page);
        for (const text of await cutOff(page)) faults.push(`${screen}, ${size}: ${text}`);
        if (process.env.SERAI_LOOKS) await page.screenshot({ path: `${process.env.SERAI_LOOKS}/${screen}, ${size}.png` });
      }
      if (own !== null) await page.setViewportSize(own);
      await settled(page);
    });
    expect(faults).toEqual([]);
  },
});

/** What stands in the way of somebody who hears the screen, or sees it less well. Behind an open dialog nothing can be reached or heard. */
async function unreadable(page: Page): Promise<readonly string[]> {
  const whole = new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG);
  const dialogs = await page.locator(DIALOG).count();
  const { violations } = await (dialogs > 0 ? whole.include(DIALOG) : whole).analyze();
  return violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => id !== 'target-size' || !CELL.test(html)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`)
          .slice(0, 2)
          .join(' | ')}`,
    );
}

/** Loaded, its fonts too, and drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}
