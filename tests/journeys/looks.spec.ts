import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { openDoor, openGate, openTill, startAtKiosk } from './support/doors.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const STALL = 'K-001';

for (const { code: language } of LANGUAGES) {
  test(`every screen is readable by everybody and nothing is cut off: ${language}`, async ({ browser }) => {
    test.setTimeout(420_000);
    const faults: string[] = [];
    const look = async (page: Page, name: string) => {
      await page.waitForLoadState('load');
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      for (const { id, nodes } of violations)
        faults.push(
          `${name}: ${id}: ${nodes
            .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`)
            .slice(0, 2)
            .join(' | ')}`,
        );
      for (const text of await cutOff(page)) faults.push(`${name}: cut off: ${text}`);
    };
    await atThePhone(browser, language, look);
    await atTheDesks(browser, language, look);
    const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
    await look(kiosk, 'kiosk');
    await startAtKiosk(kiosk, language);
    await look(kiosk, 'kiosk: document');
    await look(await openGate(browser, 'KZ', language), 'gate');
    await look(await openTill(browser, 'KZ', language), 'till');
    expect(faults).toEqual([]);
  });
}

type Look = (page: Page, name: string) => Promise<void>;

async function atThePhone(browser: Browser, language: Language, look: Look): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  for (const path of ['/', '/market', `/market#stall=${STALL}`, '/pass', '/enrol', '/sign-in']) {
    await page.goto(`${path.split('#')[0]}?lang=${language}${path.includes('#') ? `#${path.split('#')[1]}` : ''}`);
    await look(page, `phone ${path}`);
  }
  await context.close();
}

async function atTheDesks(browser: Browser, language: Language, look: Look): Promise<void> {
  for (const [login, password, paths] of [
    [
      'administrator',
      'demo-administrator',
      ['/office', '/office/vendors', '/office/staff', '/office/devices', '/office/passes', '/office/persons', '/office/audit'],
    ],
    ['owner', 'demo-owner-1', ['/shop', '/shop/products', '/shop/cashiers']],
  ] as const) {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    await page.goto(`/sign-in?lang=${language}&to=${paths[0]}`);
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === paths[0]);
    await page.waitForLoadState('load');
    for (const path of paths) {
      await page.goto(path);
      // The office listens for news: its network is never idle.
      await expect(page.getByRole('heading').first()).toBeVisible();
      await look(page, path);
    }
    await context.close();
  }
}

/** Texts that reach beyond what holds them, or beyond the screen, sideways. What scrolls is not cut off. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      if (text === '' || holder === null || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      let scrolls = false;
      for (let each: Element | null = holder; each !== null; each = each.parentElement) {
        const { overflowX, clipPath, position } = getComputedStyle(each);
        const bounds = each.getBoundingClientRect();
        if (bounds.width <= 1 || clipPath !== 'none' || (position === 'absolute' && bounds.height <= 1)) scrolls = true;
        if (overflowX === 'auto' || overflowX === 'scroll') scrolls = true;
        if (scrolls) break;
        if (
          (overflowX === 'hidden' || overflowX === 'clip') &&
          (box.right > bounds.right + 1.5 || box.left < bounds.left - 1.5)
        ) {
          faults.push(text.slice(0, 60));
          scrolls = true;
        }
      }
      if (!scrolls && (box.right > innerWidth + 1.5 || box.left < -1.5)) faults.push(`${text.slice(0, 60)} (beyond the screen)`);
    }
    return faults;
  });
}
