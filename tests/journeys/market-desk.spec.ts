import { expect, type Page } from '@playwright/test';
import { DEMO } from '#db/seed/demo.ts';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { openDoor, openTill, scan, sell } from './support/doors.ts';
import { test } from './support/looks.ts';
import { shopperInside } from './support/offline-till.ts';
import { signIn } from './support/sign-in.ts';
import { about } from './support/words.ts';

const SCARF = '2100000020010';
const PIN = '135790';
const LANGUAGES: readonly Language[] = process.env.SERAI_FULL ? ['ru', 'ur'] : ['ru'];

for (const [place, language] of LANGUAGES.entries()) {
  const { till: words, drawer, office, everywhere } = messages[language];

  test(`the market’s desk refunds a stall’s sale out of a drawer of its own, and counts it: ${language}`, async ({
    browser,
    look,
  }) => {
    test.setTimeout(240_000);
    const { code } = await shopperInside(browser, language, `EJ88${place}0951`);
    const till = await openTill(browser, 'CN', language);
    await sell(till, language, code, [[SCARF, 2]]);

    const desk = await openDoor(browser, 'till', 'desk', language);
    await desk.getByRole('button', { name: 'Officer Wang' }).click();
    await desk.keyboard.type(PIN);
    await desk.keyboard.press('Enter');
    await desk.getByLabel(words.float.field.replace('{currency}', 'CNY')).fill('300');
    const newest = await toldLater(desk, /\/sales\?/);
    await desk.getByRole('button', { name: words.float.open, exact: true }).click();
    await expect(desk.getByRole('heading', { name: drawer.desk.title, exact: true })).toBeVisible();
    await scan(desk, code);
    await expect(desk.getByRole('row')).toHaveCount(2);
    // The newest sales, asked for before, are told last: those of the pass stay.
    await newest();
    await expect(desk.getByRole('row')).toHaveCount(2);
    await look(desk, `${language} desk, sales of a pass`);
    await desk.getByRole('button', { name: about(words.sales.open) }).click();
    await desk.getByRole('button', { name: words.sales.refund, exact: true }).click();
    await desk.getByRole('button', { name: about(words.refund.more) }).click();
    await desk.getByRole('button', { name: words.refund.act, exact: true }).click();
    await expect(desk.getByText(words.refund.doneFreed)).toBeVisible();
    await expect(desk.getByLabel(words.refund.cash, { exact: true })).toHaveCount(0);
    await desk.getByRole('dialog').getByRole('button', { name: everywhere.close, exact: true }).click();
    await expect(desk.getByRole('dialog')).toHaveCount(0);

    await desk.keyboard.press('F10');
    await desk.getByRole('tab', { name: drawer.cash.tab, exact: true }).click();
    await desk.getByText(drawer.cash.kinds.out, { exact: true }).click();
    await desk.getByLabel(drawer.cash.amount, { exact: true }).fill('9');
    await desk.getByText(drawer.cash.reasons.coins, { exact: true }).click();
    await desk.getByLabel(drawer.sign.pin.replace('{name}', 'Officer Sadykov')).fill(PIN);
    await look(desk, `${language} desk, cash out`);
    await desk.getByRole('button', { name: drawer.cash.act, exact: true }).click();
    await expect(desk.getByLabel(drawer.cash.amount, { exact: true })).toHaveValue('');
    await desk.getByRole('tab', { name: words.session.close }).click();
    await desk.getByLabel(words.close.field.replace('{currency}', 'CNY')).fill('190');
    await desk.getByRole('button', { name: words.close.act, exact: true }).click();
    await expect(desk.getByRole('heading', { name: drawer.custody.market, exact: true })).toBeVisible();
    await expect(desk.getByRole('heading', { name: drawer.custody.stall, exact: true })).toHaveCount(0);
    await expect(desk.getByRole('row').filter({ hasText: drawer.overShort })).toContainText('0.00');
    await look(desk, `${language} desk, Z report`);

    const { login, password } = DEMO.administrator;
    const page = await signIn(browser, login, password, '/office/vendors', language);
    await page
      .getByRole('button', { name: about(office.statement.openOne) })
      .first()
      .click();
    await expect(page.getByRole('form', { name: office.statement.custody })).toBeVisible();
    await look(page, `${language} office, who holds the takings`);
  });
}

/** Keeps the answer to a question. @returns how to let it through, until the page has had it. */
async function toldLater(page: Page, path: RegExp): Promise<() => Promise<void>> {
  let tell = (): void => undefined;
  const isTime = new Promise<void>((now) => {
    tell = now;
  });
  await page.route(path, async (route) => {
    await isTime;
    await route.continue();
  });
  return async () => {
    const told = page.waitForResponse(path);
    tell();
    await (await told).finished();
    await page.unrouteAll({ behavior: 'wait' });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  };
}
