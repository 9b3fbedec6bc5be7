import { expect, type Page } from '@playwright/test';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { openDoor, scan, showAtTill } from './support/doors.ts';
import { noticed, payOffline, readyForTheStorm, shopperInside } from './support/offline-till.ts';
import { look, test } from './support/stopped-market.ts';
import { countOnDisk } from './support/till-disk.ts';
import { about } from './support/words.ts';

const SCARF = '2100000020010';
const LANGUAGES: readonly Language[] = process.env.SERAI_FULL ? ['ru', 'ur'] : ['ur'];

for (const [place, language] of LANGUAGES.entries()) {
  const { till: words, counter, offline, drawer } = messages[language];
  const button = (till: Page, name: string | RegExp) => till.getByRole('button', { name, exact: true });
  const starting = (text: string) => new RegExp(`^${text}`);

  test(`a cashier’s day: float, sales, a storm, an exchange that waits for the market, the blind count and the Z report: ${language}`, async ({
    browser,
    market,
  }) => {
    const { code } = await shopperInside(browser, language, `EJ88${place}0901`);
    const till = await openDoor(browser, 'till', 'CN', language);
    const picture = async (name: string): Promise<void> => {
      await till.evaluate(() => document.fonts.ready);
      await look(till, `${language} ${name}`);
    };
    /** The newest sale of the stall, with the goods chosen that come back. */
    const beginExchange = async (): Promise<void> => {
      await till.keyboard.press('F8');
      await till
        .getByRole('button', { name: about(words.sales.open) })
        .last()
        .click();
      await picture('13 one sale');
      await button(till, counter.exchange.act).click();
      const more = till.getByRole('button', { name: about(words.refund.more) }).first();
      await more.click();
      await more.click();
      await picture('14 what comes back');
      await button(till, counter.exchange.next).click();
      await expect(till.getByRole('region', { name: counter.exchange.back })).toBeVisible();
      await expect(till.getByRole('dialog')).toHaveCount(0);
    };
    const pay = button(till, starting(words.foot.pay));

    await expect(till.getByRole('heading', { name: words.operator.title })).toBeVisible();
    await picture('01 who is at the till');
    await till.getByRole('button', { name: /Aliya/ }).click();
    await till.keyboard.type('2468');
    await picture('02 the PIN');
    await till.keyboard.type('10');
    await till.keyboard.press('Enter');
    await expect(till.getByRole('heading', { name: words.float.title })).toBeVisible();
    await till.getByLabel(words.float.field.replace('{currency}', 'CNY')).fill('500');
    await picture('03 the float');
    await button(till, words.float.open).click();
    await expect(till.getByRole('searchbox')).toBeVisible();
    await till.getByRole('group', { name: words.goods.tiles }).getByRole('button').nth(3).waitFor();
    await readyForTheStorm(till);
    await picture('04 an empty counter');

    await scan(till, SCARF);
    await till.getByRole('group', { name: words.goods.tiles }).getByRole('button', { name: /101/ }).first().click();
    await picture('05 goods before the pass');
    await showAtTill(till, code);
    await expect(till.locator('[aria-busy="true"]')).toHaveCount(0);
    await picture('06 goods of a shopper');
    await till.keyboard.press('F4');
    await till.keyboard.type('300');
    await picture('07 paying');
    await till.keyboard.press('Enter');
    await expect(till.getByRole('heading', { name: words.receipt.title })).toBeVisible();
    await picture('08 sold');
    await till.keyboard.press('Enter');

    await beginExchange();
    await scan(till, SCARF);
    await market.stop();
    await noticed(till, language);
    await expect(pay).toBeDisabled();
    await expect(pay).toHaveAccessibleDescription(counter.exchange.whyNot.offline);
    await picture('09 an exchange waits for the market');
    await button(till, counter.exchange.remove).click();
    await picture('10 selling without a network');
    await payOffline(till, language);
    await expect(till.getByRole('heading', { name: offline.sale.title })).toBeVisible();
    await picture('11 sold without a network');
    await till.keyboard.press('Enter');
    await market.back();
    await expect.poll(() => countOnDisk(till, 'sales'), { timeout: 60_000 }).toBe(0);
    await expect(till.getByText(words.bar.online, { exact: true })).toBeVisible({ timeout: 40_000 });

    await till.keyboard.press('F8');
    await expect(till.getByRole('row').nth(2)).toBeVisible();
    await picture('12 last sales');
    await till.keyboard.press('Escape');
    await beginExchange();
    await picture('15 what instead');
    for (let count = 0; count < 3; count += 1) await scan(till, SCARF);
    await expect(till.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(pay).toBeEnabled();
    await picture('16 an exchange for more');
    await till.keyboard.press('F4');
    await expect(till.getByLabel(words.pay.due, { exact: true })).toContainText('101');
    await picture('17 paying the difference');
    await till.keyboard.press('Escape');
    await till.keyboard.press('Minus');
    await till.keyboard.press('Minus');
    await expect(till.locator('[aria-busy="true"]')).toHaveCount(0);
    await picture('18 an exchange for less');
    const opened = till.context().waitForEvent('page');
    await till.keyboard.press('F1');
    const display = await opened;
    // It speaks the shopper’s language.
    await expect(display.getByText(messages.zh.counter.display.given, { exact: true })).toBeVisible();
    await look(display, `${language} 18 the shopper’s side of it`);
    await display.close();
    await till.keyboard.press('F4');
    await expect(till.getByLabel(counter.exchange.give, { exact: true })).toContainText('101');
    await picture('19 giving the difference back');
    await till.keyboard.press('Enter');
    await expect(till.getByRole('heading', { name: counter.exchange.done })).toBeVisible();
    await expect(till.getByRole('region', { name: counter.exchange.came })).toBeVisible();
    await picture('20 exchanged');
    await till.emulateMedia({ media: 'print' });
    await picture('20 on paper');
    await till.emulateMedia({ media: null });
    await till.keyboard.press('Enter');

    await till.keyboard.press('F10');
    await picture('21 the X report');
    await till.getByRole('tab', { name: words.session.close }).click();
    // 500 of float, 202 and 101 for scarves, 101 given back.
    await till.getByLabel(words.close.field.replace('{currency}', 'CNY')).fill('702');
    await picture('22 the blind count');
    await button(till, words.close.act).click();
    await expect(button(till, words.z.done)).toBeVisible();
    await expect(till.getByRole('row').filter({ hasText: drawer.overShort })).toContainText('0.00');
    await picture('23 the Z report');
    await button(till, words.z.done).click();
    await expect(till.getByRole('heading', { name: words.float.title })).toBeVisible();
  });
}
