import { expect, type Page } from '@playwright/test';
import { LANGUAGES } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import {
  exitChoice,
  letIn,
  openDoor,
  openGate,
  openTill,
  passFromKiosk,
  payExactly,
  scan,
  showAtTill,
} from '../support/doors.ts';
import { test } from '../support/looks.ts';
import { documentOf } from '../support/people.ts';
import { about } from '../support/words.ts';

const VODKA_LITRE = '2200000380159';

LANGUAGES.forEach(({ code: language }, place) => {
  const words = messages[language].till;
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

  test(`a sale at the till is whole and readable: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
    const document = documentOf({ state: 'KAZ', number: `N8${place}90001`, surname: 'BEKOVA', givenNames: 'ASEL' });
    const code = await passFromKiosk(kiosk, language, document);
    await letIn(await openGate(browser, 'KZ', language), language, code);
    const till = await openTill(browser, 'wine', language);
    await look(till, 'nothing yet');
    await till.getByRole('searchbox').fill('қымыз');
    await expect(till.getByText(words.goods.noneNote)).toBeVisible();
    await look(till, 'nothing found');
    await till.keyboard.press('Escape');
    await till.keyboard.press('F2');
    await look(till, 'pass dialog');
    await till.keyboard.press('Escape');

    await showAtTill(till, code);
    for (let i = 0; i < 6; i += 1) await scan(till, VODKA_LITRE);
    await expect(till.getByText(words.line.forbidden, { exact: true })).toBeVisible();
    await look(till, 'forbidden');
    await till.getByRole('button', { name: about(words.line.fewer) }).click();
    await expect(exitChoice(till, language, 'use')).toBeVisible();
    await look(till, 'the exit of the month');
    await exitChoice(till, language, 'use').click();
    await expect(till.getByText(words.allowance.agrees)).toBeVisible();
    await look(till, 'over the limit');
    await till.getByRole('button', { name: words.shopper.limits }).click();
    await look(till, 'why');
    await till.keyboard.press('Escape');
    await till.getByRole('button', { name: about(words.line.quantity) }).click();
    await expect(till.getByRole('dialog')).toBeVisible();
    await look(till, 'quantity');
    await till.keyboard.press('Escape');
    await button(till, words.bar.help).click();
    await look(till, 'help');
    await till.keyboard.press('Escape');
    await button(till, words.printer.title).click();
    for (const by of ['serial', 'usb', 'network', 'browser'] as const) {
      await till.getByText(words.printer.by[by], { exact: true }).click();
      await look(till, `printer, ${by}`);
    }
    await till.keyboard.press('Escape');

    await till.getByText(words.allowance.agrees).click();
    await till.getByRole('button', { name: new RegExp(`^${words.foot.pay}`) }).click();
    await till.getByText(words.pay.kinds.qr, { exact: true }).click();
    await till.keyboard.type('100');
    await expect(till.getByText(words.pay.referenceNeeded)).toBeVisible();
    await look(till, 'pay');
    await till.keyboard.press('Escape');
    await payExactly(till, language);
    await look(till, 'receipt');
    await button(till, new RegExp(`^${words.receipt.new}`)).click();
    await till.keyboard.press('F8');
    await expect(till.getByRole('row').nth(1)).toBeVisible();
    await look(till, 'last sales');
    await till
      .getByRole('button', { name: about(words.sales.open) })
      .first()
      .click();
    await look(till, 'one sale');
    await button(till, words.sales.refund).click();
    await till
      .getByRole('button', { name: about(words.refund.more) })
      .first()
      .click();
    await look(till, 'refund');
    await till.getByRole('button', { name: messages[language].everywhere.back, exact: true }).click();
    await button(till, words.sales.void).click();
    await look(till, 'void');
  });

  test(`the drawer is whole and readable, from the PIN to the Z report: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const till = await openTill(browser, 'CN', language);
    await till.keyboard.press('F10');
    await look(till, 'session, X');
    await till.getByRole('tab', { name: words.session.operator }).click();
    await look(till, 'session, cashier');
    const { drawer } = messages[language];
    await till.getByRole('tab', { name: drawer.cash.tab, exact: true }).click();
    await till.getByText(drawer.custody.market, { exact: true }).click();
    await till.getByLabel(drawer.cash.amount, { exact: true }).fill('40');
    await till.getByText(drawer.cash.reasons.coins, { exact: true }).click();
    await button(till, drawer.cash.act).click();
    await expect(till.getByLabel(drawer.cash.amount, { exact: true })).toHaveValue('');
    await till.getByText(drawer.cash.kinds.out, { exact: true }).click();
    await till.getByLabel(drawer.cash.amount, { exact: true }).fill('15.50');
    await till.getByText(drawer.cash.reasons.supplier, { exact: true }).click();
    await till.getByLabel(drawer.sign.pin.replace('{name}', 'Owner of A-002')).fill('864209');
    await look(till, 'session, cash out');
    await button(till, drawer.cash.act).click();
    await expect(till.getByLabel(drawer.cash.amount, { exact: true })).toHaveValue('');
    await till.getByText(drawer.cash.kinds.toBank, { exact: true }).click();
    await look(till, 'session, to the bank');
    await till.getByRole('tab', { name: drawer.handOver.tab, exact: true }).click();
    await look(till, 'session, hand over');
    await till.getByRole('tab', { name: words.session.close }).click();
    await till.getByLabel(words.close.field.replace('{currency}', 'CNY')).fill('12.50');
    await look(till, 'session, close');
    await button(till, words.close.act).click();
    await expect(button(till, words.z.done)).toBeVisible();
    await button(till, drawer.undo.open).click();
    await till.getByLabel(drawer.cash.reason, { exact: true }).fill('12.5 → 125');
    await till.getByLabel(drawer.sign.pin.replace('{name}', 'Owner of A-002')).fill('864209');
    await look(till, 'undo the close');
    await button(till, drawer.undo.act).click();
    await expect(till.getByRole('searchbox', { name: words.goods.search })).toBeVisible();
    await till.keyboard.press('F10');
    await till.getByRole('tab', { name: words.session.close }).click();
    await till.getByLabel(words.close.field.replace('{currency}', 'CNY')).fill('24.00');
    await button(till, words.close.act).click();
    await expect(button(till, words.z.done)).toBeVisible();
    await look(till, 'Z report');
    await button(till, words.z.done).click();
    await expect(till.getByRole('heading', { name: words.float.title })).toBeVisible();
    await look(till, 'float');
    await button(till, words.session.signOut).click();
    await expect(till.getByRole('heading', { name: words.operator.title })).toBeVisible();
    await look(till, 'who is at the till');
    await till.getByRole('listitem').getByRole('button').first().click();
    await till.keyboard.type('000000');
    await till.keyboard.press('Enter');
    await expect(till.getByRole('alert').first()).toBeVisible();
    await look(till, 'wrong PIN');
  });
});
