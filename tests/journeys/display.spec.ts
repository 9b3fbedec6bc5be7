import { expect, type Page } from '@playwright/test';
import { gtinCheckDigit } from '#lib/catalogue/gtin.ts';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { test } from './support/looks.ts';
import { documentOf } from './support/people.ts';

/** A Pakistani shopper at a till whose cashier reads Russian. */
test('the customer display speaks the shopper’s language, follows the basket and forgets it', async ({ browser, look }) => {
  test.setTimeout(240_000);
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ur');
  const document = documentOf({ state: 'PAK', number: 'PK7780001', surname: 'KHAN', givenNames: 'SANA' });
  const code = await passFromKiosk(kiosk, 'ur', document);
  await letIn(await openGate(browser, 'CN', 'en'), 'en', code);
  const till = await openTill(browser, 'KZ', 'ru');
  const display = await displayOf(till);
  const { display: words } = messages.ur.counter;
  await expect(display.getByText(words.welcome)).toBeVisible();
  await expect(display.getByText(messages.kk.counter.display.welcome)).toBeVisible();
  await look(display, 'display, nobody');

  await showAtTill(till, code);
  // Two labels of the scale, one read wrongly, and a tile.
  for (const grams of ['00750', '01200']) await scan(till, ean(`2331014${grams}`));
  await scan(till, '2331014007501');
  await expect(till.getByText(messages.ru.counter.codes.misread)).toBeVisible();
  await till.getByRole('searchbox').clear();
  await till.getByRole('group', { name: messages.ru.till.goods.tiles }).getByRole('button').first().click();
  await expect(display.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(display.getByRole('heading', { name: words.left })).toBeVisible();
  await expect(display.getByRole('listitem')).toHaveCount(3);
  await expect(display.getByRole('listitem').first()).toContainText(`0.75 ${words.kg}`);
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

const ean = (digits: string): string => `${digits}${gtinCheckDigit(digits)}`;

async function displayOf(till: Page): Promise<Page> {
  const opened = till.context().waitForEvent('page');
  await till.keyboard.press('F1');
  return opened;
}
