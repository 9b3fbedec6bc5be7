import type { Browser, Page } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';

/** A browser in which somebody with a password stands at a desk's first page. */
export async function signIn(
  browser: Browser,
  login: string,
  password: string,
  to: string,
  language: Language = 'en',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`/sign-in?lang=${language}&to=${to}`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === to);
  return page;
}
