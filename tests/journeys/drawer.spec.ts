import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill, showAtTill } from './support/doors.ts';
import { test } from './support/looks.ts';
import { shopperInside } from './support/offline-till.ts';

const OWNER = 'Owner of A-002';
const OWNER_PIN = '864209';

for (const [place, language] of (['ru', 'ur'] as const).entries()) {
  const { till: words, drawer } = messages[language];

  test(`T8, T19, T7: a foreign note, its rounded change, cash out by the owner’s word, and a close taken back: ${language}`, async ({
    browser,
    look,
  }) => {
    test.setTimeout(240_000);
    const { code } = await shopperInside(browser, language, `EJ88${place}0961`);
    const till = await openTill(browser, 'CN', language);
    const cashier = till.getByRole('button', { name: /Aliya/ });
    await showAtTill(till, code);
    await till.getByRole('button', { name: /101/ }).first().click();
    await till.keyboard.press('F4');
    await till.getByText('KZT', { exact: true }).first().click();
    await till.keyboard.type('20000');
    await expect(till.getByLabel(words.pay.rounding, { exact: true })).toBeVisible();
    await look(till, 'pay, rounded');
    await till.getByRole('button', { name: words.pay.confirm }).click();
    await expect(till.getByRole('heading', { name: words.receipt.title })).toBeVisible();
    await expect(till.getByText(words.receipt.rounding).first()).toBeVisible();
    await look(till, 'receipt, rounded');
    await till.keyboard.press('Enter');

    await till.keyboard.press('F10');
    await till.getByRole('tab', { name: drawer.cash.tab, exact: true }).click();
    await till.getByText(drawer.cash.kinds.out, { exact: true }).click();
    await till.getByText('KZT', { exact: true }).last().click();
    await till.getByLabel(drawer.cash.amount, { exact: true }).fill('5000');
    await till.getByText(drawer.cash.reasons.supplier, { exact: true }).click();
    const act = till.getByRole('button', { name: drawer.cash.act, exact: true });
    await expect(act).toBeDisabled();
    await till.getByLabel(drawer.sign.pin.replace('{name}', OWNER)).fill(OWNER_PIN);
    await act.click();
    await expect(till.getByLabel(drawer.cash.amount, { exact: true })).toHaveValue('');

    await till.getByRole('tab', { name: words.session.close }).click();
    await till.getByLabel(words.close.field.replace('{currency}', 'KZT')).fill('1500');
    await till.getByRole('button', { name: words.close.act, exact: true }).click();
    await till.getByRole('button', { name: drawer.undo.open, exact: true }).click();
    await till.getByLabel(drawer.cash.reason, { exact: true }).fill('1500 → 15000');
    await till.getByLabel(drawer.sign.pin.replace('{name}', OWNER)).fill(OWNER_PIN);
    await till.getByRole('button', { name: drawer.undo.act, exact: true }).click();
    await expect(till.getByRole('searchbox', { name: words.goods.search })).toBeVisible();
    await expect(cashier).toBeVisible();

    await till.keyboard.press('F10');
    await till.getByRole('tab', { name: words.session.close }).click();
    await till.getByLabel(words.close.field.replace('{currency}', 'KZT')).fill('15000');
    await till.getByRole('button', { name: words.close.act, exact: true }).click();
    const kzt = till.getByRole('row').filter({ hasText: drawer.overShort });
    await expect(kzt).toContainText('0.00');
    await expect(till.getByText('1500 → 15000')).toBeVisible();
    await look(till, 'Z, after a close that was undone');
  });
}
