import { type Browser, expect, type Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, sell } from '../support/doors.ts';
import { SIZES, test } from '../support/looks.ts';
import { documentOf } from '../support/people.ts';
import { about } from '../support/words.ts';

const STALL = 'K-001';
const HONEY_KILO = '2200000310064';

LANGUAGES.forEach(({ code: language }, place) => {
  const { pass, market, enrol, signIn } = messages[language];

  test(`what anybody may open is whole and readable: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const phone = await aPhone(browser);
    for (const path of ['/', '/market', '/pass', '/enrol', '/sign-in', '/nowhere', '/kiosk', '/gate', '/till']) {
      await phone.goto(`${path}?lang=${language}`);
      await expect(phone.getByText(/\p{L}{3,}/u).first()).toBeVisible();
      await look(phone, path);
    }
    await phone.goto(`/enrol?lang=${language}`);
    await phone.getByRole('textbox', { name: enrol.code }).fill('99999999');
    await phone.getByRole('button', { name: enrol.act, exact: true }).click();
    await expect(phone.getByText(enrol.unknown)).toBeVisible();
    await look(phone, 'unknown code');
    await phone.goto(`/sign-in?lang=${language}`);
    await phone.getByLabel(signIn.login).fill('nobody');
    await phone.getByLabel(signIn.password, { exact: true }).fill('not a password');
    await phone.keyboard.press('Enter');
    await expect(phone.getByText(signIn.wrong)).toBeVisible();
    await look(phone, 'wrong password');
    await phone.goto(`/pass?lang=${language}`);
    await phone.getByLabel(pass.open.code).fill('7777777777');
    await phone.getByRole('button', { name: pass.open.act }).click();
    await expect(phone.getByText(pass.open.wrongCode).or(phone.getByText(pass.open.unknown))).toBeVisible();
    await look(phone, 'unknown pass');
    await phone.goto(`/market?lang=${language}#stall=Z-999`);
    await expect(phone.getByText(market.noStall)).toBeVisible();
    await look(phone, 'no such stall');
  });

  test(`a visit on the phone is whole and readable: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const phone = await aPhone(browser);
    const code = await aShopperWithHoney(browser, language, `N8${place}70001`);
    await phone.goto(`/pass?lang=${language}`);
    await phone.getByLabel(pass.open.code).fill(code);
    await phone.getByRole('button', { name: pass.open.act }).click();
    await expect(phone.getByText(pass.states['in-force'])).toBeVisible();
    await expect(phone.getByRole('meter').first()).toBeVisible();
    await look(phone, 'my pass');
    await phone.getByRole('tab').last().click();
    await look(phone, 'my pass, the other side');
    await phone
      .getByRole('button')
      .filter({ hasText: /EUR|€|KZT|₸|CNY|¥/ })
      .first()
      .click();
    await expect(phone.getByRole('dialog')).toBeVisible();
    await look(phone, 'receipt');
    await phone.keyboard.press('Escape');

    await phone.goto(`/market#stall=${STALL}`);
    await expect(phone.getByRole('link').filter({ hasText: /\d/ }).first()).toBeVisible();
    await look(phone, 'stall');
    await phone.goto(`/market#stall=${STALL}&gtin=${HONEY_KILO}`);
    await expect(phone.getByRole('meter').first()).toBeVisible();
    await look(phone, 'product, what it would take');
    for (let i = 0; i < 30; i += 1) await phone.getByRole('button', { name: market.allowance.more }).first().click();
    await phone.getByRole('button', { name: market.bag.add }).click();
    await look(phone, 'product over the limit, put on the list');
    await phone.getByRole('button', { name: about(market.bag.open) }).click();
    await expect(phone.getByRole('dialog').getByRole('meter').first()).toBeVisible();
    await look(phone, 'my list');
  });
});

async function aPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES.phone });
  return context.newPage();
}

/** Somebody inside on the Kazakh side who has bought honey. @returns the pass code. */
async function aShopperWithHoney(browser: Browser, language: Language, number: string): Promise<string> {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
  const code = await passFromKiosk(kiosk, language, documentOf({ state: 'KAZ', number, surname: 'OSPAN', givenNames: 'DINARA' }));
  await letIn(await openGate(browser, 'KZ', language), language, code);
  await sell(await openTill(browser, 'KZ', language), language, code, [[HONEY_KILO, 3]]);
  return code;
}
