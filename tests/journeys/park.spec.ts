import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill, payExactly, scan, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { holds, shopperInside } from './support/offline-till.ts';
import { look } from './support/stopped-market.ts';

const SCARF = '2100000020010';
const SCARF_MINOR = 101_00;

test('a basket is parked while its shopper fetches something, holds nothing, outlives a reload, and is back with its pass, in Russian', async ({
  browser,
}) => {
  const { parked, receipt } = messages.ru.till;
  const first = await shopperInside(browser, 'ru', 'EJ8800451');
  const second = await shopperInside(browser, 'ru', 'EJ8800452');
  const till = await openTill(browser, 'CN', 'ru');
  await showAtTill(till, first.code);
  const held = holds(till, 1);
  await scan(till, SCARF);
  await held;
  await look(till, 'park-button-ru');
  const returned = holds(till, 0);
  await till.keyboard.press('F6');
  await returned;
  await expect(till.getByRole('region', { name: parked.title })).toBeVisible();
  await look(till, 'parked-ru');
  await till.reload();
  await expect(till.getByRole('region', { name: parked.title })).toBeVisible();

  // The control: another pass brings nothing back.
  await showAtTill(till, second.code);
  await expect(meterOf(till, 'ru', 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', '0');
  await expect(till.getByRole('region', { name: parked.title })).toBeVisible();

  await showAtTill(till, first.code);
  await expect(meterOf(till, 'ru', 'CN-ICBC-VAL')).toHaveAttribute('aria-valuenow', String(SCARF_MINOR));
  await expect(till.getByRole('region', { name: parked.title })).toHaveCount(0);
  await payExactly(till, 'ru');
  await expect(till.getByRole('heading', { name: receipt.title })).toBeVisible();
});

test('a parked basket is put back by hand, or discarded and put back after all, in Urdu', async ({ browser }) => {
  const { parked, foot } = messages.ur.till;
  const till = await openTill(browser, 'CN', 'ur');
  for (let baskets = 0; baskets < 2; baskets += 1) {
    await scan(till, SCARF);
    await till.getByRole('button', { name: parked.park, exact: true }).click();
    await expect(till.getByRole('button', { name: parked.discard })).toHaveCount(baskets + 1);
  }
  await look(till, 'parked-ur');
  await till.getByRole('button', { name: parked.discard }).first().click();
  await expect(till.getByRole('button', { name: parked.discard })).toHaveCount(1);
  await till.getByRole('button', { name: parked.undo, exact: true }).click();
  await expect(till.getByRole('button', { name: parked.discard })).toHaveCount(2);
  await till
    .getByRole('button', { name: new RegExp(`^${parked.resume}`) })
    .first()
    .click();
  await expect(till.getByRole('region', { name: parked.title })).toHaveCount(0);
  await till.getByRole('button', { name: foot.clear, exact: true }).click();
  await expect(till.getByRole('button', { name: parked.discard })).toHaveCount(1);
});
