import { type Browser, expect, type Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';

export type Side = 'CN' | 'KZ';

const CODES = { kiosk: { CN: '10000001', KZ: '10000002' }, gate: { CN: '20000001', KZ: '20000002' }, till: { CN: '30000001', KZ: '30000002' } } as const;
const VIEWPORTS = { kiosk: { width: 1080, height: 1920 }, gate: { width: 1280, height: 800 }, till: { width: 1280, height: 800 } } as const;

/** Opens a door in a browser of its own, enrolled by the link that npm start prints. */
export async function openDoor(browser: Browser, door: 'kiosk' | 'gate' | 'till', side: Side, language: Language): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORTS[door] });
  const page = await context.newPage();
  page.on('pageerror', (fault) => {
    throw fault;
  });
  await page.goto(`/enrol?code=${CODES[door][side]}&lang=${language}`);
  await page.waitForURL(`**/${door}`);
  return page;
}

/** Types as a wedge scanner on a US layout does: physical keys with Shift held where the sign needs it, Enter after each line. */
export async function scan(page: Page, text: string): Promise<void> {
  for (const line of text.split('\n')) {
    for (const sign of line) await page.keyboard.press(keyFor(sign));
    await page.keyboard.press('Enter');
  }
}

const SIGNS: Readonly<Record<string, string>> = { '<': 'Shift+Comma', ':': 'Shift+Semicolon', '-': 'Minus', '.': 'Period', '/': 'Slash', '+': 'Shift+Equal', $: 'Shift+Digit4', '%': 'Shift+Digit5', '*': 'Shift+Digit8', ' ': 'Space' };

function keyFor(sign: string): string {
  if (/\d/.test(sign)) return `Digit${sign}`;
  if (/[A-Z]/.test(sign)) return `Shift+Key${sign}`;
  if (/[a-z]/.test(sign)) return `Key${sign.toUpperCase()}`;
  return SIGNS[sign] ?? sign;
}

/** Takes a document through the kiosk to its pass. @returns the pass code as shown. */
export async function passFromKiosk(kiosk: Page, language: Language, mrz: string, guardian?: string): Promise<string> {
  const words = messages[language].kiosk;
  await startAtKiosk(kiosk, language);
  await scan(kiosk, mrz);
  await kiosk.getByRole('button', { name: words.check.issue }).click();
  if (guardian !== undefined) {
    await expect(kiosk.getByRole('heading', { name: words.guardian.title })).toBeVisible();
    await scan(kiosk, guardian);
    const again = kiosk.getByRole('button', { name: words.check.issue });
    if (await again.isVisible().catch(() => false)) await again.click();
  }
  await expect(kiosk.getByText(words.pass.ready)).toBeVisible();
  const shown = (await kiosk.getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{4}$/).first().textContent()) ?? '';
  await kiosk.getByRole('button', { name: words.finish }).click();
  return shown.replaceAll('-', '');
}

/** From the attract screen to the question for the document, in a language. */
export async function startAtKiosk(kiosk: Page, language: Language): Promise<void> {
  const own = LANGUAGES.find(({ code }) => code === language) as (typeof LANGUAGES)[number];
  await kiosk.getByRole('button', { name: own.name }).first().click();
  await expect(kiosk.getByRole('heading', { name: messages[language].kiosk.scan.title })).toBeVisible();
}
