import { expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, showAtTill } from './support/doors.ts';
import { test } from './support/looks.ts';
import { documentOf } from './support/people.ts';

/** A Pakistani shopper at a till whose cashier reads Russian. */
test('the customer display speaks the shopper’s language, follows the basket and forgets it', async ({ browser, look }) => {
  test.setTimeout(240_000);
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ur');
  const document = documentOf({ state: 'PAK', number: 'PK7780001', surname: 'KHAN', givenNames: 'SANA' });
  const code = await passFromKiosk(kiosk, 'ur', document);
  await letIn(await openGate(browser, 'CN', 'en'), 'en', code);
  const till = await openTill(browser, 'CN', 'ru');
  const display = await displayOf(till);
  const { display: words } = messages.ur.counter;
  await expect(display.getByText(words.welcome)).toBeVisible();
  await expect(display.getByText(messages.kk.counter.display.welcome)).toBeVisible();
  await look(display, 'display, nobody');

  await showAtTill(till, code);
  for (const name of [/101/, /168/, /320/]) await till.getByRole('button', { name }).first().click();
  await expect(display.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(display.getByRole('heading', { name: words.left })).toBeVisible();
  await expect(display.getByRole('listitem')).toHaveCount(3);
  await till.keyboard.press('F7');
  await till.getByText(messages.ru.counter.discount.whole, { exact: true }).click();
  await till.getByText(messages.ru.counter.discount.reasons.loyal, { exact: true }).click();
  await till.keyboard.type('5');
  await till.getByRole('button', { name: messages.ru.counter.discount.put, exact: true }).click();
  await expect(display.getByText(words.off)).toBeVisible();
  await expect(display.getByText('Aliya')).toHaveCount(0);
  await look(display, 'display, basket');

  await payExactly(till, 'ru');
  await expect(display.getByText(words.thanks)).toBeVisible();
  await expect(display.getByLabel(words.change)).toContainText('0.00');
  await look(display, 'display, paid');

  await till.keyboard.press('Enter');
  await expect(display.getByText(messages.zh.counter.display.welcome)).toBeVisible();
  await expect(display.getByRole('heading', { name: words.left })).toHaveCount(0);

  // A till that goes away takes what it showed with it.
  await showAtTill(till, code);
  await expect(display.getByRole('heading', { name: words.left })).toBeVisible();
  await till.close();
  await expect(display.getByText(messages.zh.counter.display.welcome)).toBeVisible();
});

async function displayOf(till: Page): Promise<Page> {
  const opened = till.context().waitForEvent('page');
  await till.keyboard.press('F1');
  return opened;
}
