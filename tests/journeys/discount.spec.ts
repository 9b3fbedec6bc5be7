import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill, showAtTill } from './support/doors.ts';
import { test } from './support/looks.ts';
import { shopperInside } from './support/offline-till.ts';
import { about } from './support/words.ts';

const OWNER = 'Owner of A-002';
const OWNER_PIN = '864209';

for (const [place, language] of (['kk'] as const).entries()) {
  const { till: words, counter, drawer } = messages[language];

  test(`T19: the owner allows a discount by PIN, and the cashier stays at the till: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const { code } = await shopperInside(browser, language, `EJ87${place}0001`);
    const till = await openTill(browser, 'CN', language);
    const cashier = till.getByRole('button', { name: /Aliya/ });
    await showAtTill(till, code);
    await till.getByRole('button', { name: /101/ }).first().click();

    await till.keyboard.press('F3');
    await till.getByLabel(counter.note.label).fill('SN 7731-K');
    await till.keyboard.press('Enter');
    await till.getByRole('button', { name: about(counter.discount.open) }).click();
    await till.getByText(counter.discount.reasons.damaged, { exact: true }).click();
    await till.getByLabel(counter.discount.note).blur();
    await till.keyboard.type('25');
    await look(till, 'discount');
    await till.getByRole('button', { name: counter.discount.put, exact: true }).click();
    await expect(till.getByText('SN 7731-K')).toBeVisible();
    await look(till, 'basket for less');

    await till.getByRole('button', { name: about(counter.approval.ask) }).click();
    const allow = till.getByRole('button', { name: counter.approval.act, exact: true });
    await expect(allow).toBeDisabled();
    await look(till, 'approval');
    await till.getByLabel(drawer.sign.pin.replace('{name}', OWNER)).fill(OWNER_PIN);
    await allow.click();
    const total = till.getByLabel(words.pay.total, { exact: true });
    await till.getByRole('button', { name: words.pay.exact }).first().click();
    await till.getByRole('button', { name: words.pay.confirm }).click();
    await expect(till.getByRole('heading', { name: words.receipt.title })).toBeVisible();
    await expect(total).toBeVisible();
    await expect(till.getByText(counter.discount.allowedBy.replace('{name}', OWNER))).toBeVisible();
    await expect(cashier).toBeVisible();
    await look(till, 'receipt for less');
    await till.keyboard.press('Enter');

    await till.keyboard.press('F10');
    await expect(till.getByText(`${drawer.discounts} · 1`)).toBeVisible();
    await look(till, 'X report with a discount');
  });
}
