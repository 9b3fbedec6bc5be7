import { expect, type Locator, type Page } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import {
  exitChoice,
  letIn,
  openDoor,
  openGate,
  openTill,
  passFromKiosk,
  refundOne,
  scan,
  sell,
  showAtTill,
} from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf } from './support/people.ts';

const SUITCASE = '2100000090044';
const SCARF = '2100000020010';
const PHONE = '2100000220144';
const VODKA_LITRE = '2200000380159';

test('bags, then a phone over the limit; the phone refunded leaves the meter of the bags alone, in Chinese', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const bags = await openTill(browser, 'bags', 'zh');
  const phones = await openTill(browser, 'phones', 'zh');
  const code = await passFromKiosk(
    kiosk,
    'zh',
    documentOf({ state: 'CHN', number: 'EJ8800701', surname: 'HE', givenNames: 'XIAOYU' }),
  );
  await letIn(gate, 'zh', code);
  await sell(bags, 'zh', code, [[SUITCASE, 15]]);
  const value = meterOf(phones, 'zh', 'CN-ICBC-VAL');
  await showAtTill(phones, code);
  await expect(value).toHaveAttribute('aria-valuenow', '630000');
  const bagsAlone = (await value.getAttribute('aria-valuetext')) ?? '';
  await sell(phones, 'zh', code, [[PHONE, 1]], true);
  await showAtTill(phones, code);
  await expect(value).not.toHaveAttribute('aria-valuetext', bagsAlone);
  await refundOne(phones, 'zh', /./);
  await expect(value).toHaveAttribute('aria-valuetext', bagsAlone);
  await expect(phones.getByText(messages.zh.till.allowance.agrees)).toHaveCount(0);
});

test('over a limit that forbids, Pay is shut and says why until a bottle is taken out, in Kazakh', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const gate = await openGate(browser, 'KZ', 'kk');
  const till = await openTill(browser, 'wine', 'kk');
  const words = messages.kk.till;
  const code = await passFromKiosk(
    kiosk,
    'kk',
    documentOf({ state: 'KAZ', number: 'N88001301', surname: 'BEKOV', givenNames: 'ASQAR', sex: 'M' }),
  );
  await letIn(gate, 'kk', code);
  await showAtTill(till, code);
  for (let i = 0; i < 6; i += 1) await scan(till, VODKA_LITRE);
  const pay = till.getByRole('button', { name: new RegExp(`^${words.foot.pay}`) });
  await expect(pay).toBeDisabled();
  await expect(pay).toHaveAccessibleDescription(words.foot.forbidden);
  await expect(till.getByText(words.line.forbidden, { exact: true })).toBeVisible();
  await till.keyboard.press('F4');
  await expect(till.getByRole('dialog')).toHaveCount(0);
  await till.getByRole('button', { name: named(words.line.fewer) }).click();
  await exitChoice(till, 'kk', 'use').click();
  await till.getByText(words.allowance.agrees).click();
  await expect(pay).toBeEnabled();
});

test('a cashier opens, sells and closes by scanner and keyboard alone, in Kazakh', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'kk');
  const gate = await openGate(browser, 'CN', 'kk');
  const code = await passFromKiosk(
    kiosk,
    'kk',
    documentOf({ state: 'KAZ', number: 'N88001201', surname: 'OMAR', givenNames: 'DANA' }),
  );
  await letIn(gate, 'kk', code);

  const till = await openTill(browser, 'CN', 'kk');
  const words = messages.kk.till;
  await till.keyboard.press('F10');
  await tabTo(till, till.getByRole('tab', { name: words.session.x }));
  await till.keyboard.press('ArrowRight');
  await tabTo(till, till.getByLabel(words.close.field.replace('{currency}', 'CNY')));
  await till.keyboard.type('0');
  await tabTo(till, till.getByRole('button', { name: words.close.act }));
  await till.keyboard.press('Enter');
  await expect(till.getByRole('button', { name: words.z.done })).toBeFocused();
  await till.keyboard.press('Enter');
  await tabTo(till, till.getByRole('button', { name: words.session.signOut }));
  await till.keyboard.press('Enter');

  await expect(till.getByRole('heading', { name: words.operator.title })).toBeVisible();
  await tabTo(till, till.getByRole('listitem').getByRole('button').first());
  await till.keyboard.press('Enter');
  await expect(till.getByText(words.operator.pinPlease)).toBeVisible();
  await till.keyboard.type('246810');
  await till.keyboard.press('Enter');
  await expect(till.getByRole('heading', { name: words.float.title })).toBeVisible();
  await tabTo(till, till.getByLabel(words.float.field.replace('{currency}', 'CNY')));
  await till.keyboard.type('500');
  await till.keyboard.press('Enter');

  const value = meterOf(till, 'kk', 'CN-ICBC-VAL');
  await expect(till.getByRole('searchbox', { name: words.goods.search })).toBeVisible();
  await scan(till, code);
  await expect(till.getByText(displayCode(code))).toBeVisible();
  await scan(till, SCARF);
  await expect(value).toHaveAttribute('aria-valuenow', '10100');
  await till.keyboard.press('Slash');
  await expect(till.getByRole('searchbox', { name: words.goods.search })).toBeFocused();
  await till.keyboard.insertText('жібек көрпе');
  await expect(till.getByRole('group', { name: words.goods.tiles }).getByRole('button')).toHaveCount(1);
  await till.keyboard.press('Enter');
  await expect(value).toHaveAttribute('aria-valuenow', '78100');
  await till.keyboard.press('Escape');
  await till.keyboard.press('Shift+Digit8');
  await expect(till.getByRole('button', { name: words.quantity.put })).toBeVisible();
  await till.keyboard.type('3');
  await till.keyboard.press('Enter');
  await expect(value).toHaveAttribute('aria-valuenow', '214100');
  await till.keyboard.press('Minus');
  await expect(value).toHaveAttribute('aria-valuenow', '146100');
  await till.keyboard.press('F4');
  await expect(till.getByRole('heading', { name: words.pay.title })).toBeVisible();
  await till.keyboard.type('1500');
  await till.keyboard.press('Enter');
  await expect(till.getByRole('heading', { name: words.receipt.title })).toBeVisible();
  await expect(till.getByRole('status', { name: words.receipt.change })).toContainText(/39[,.]00/);
  await till.keyboard.press('Enter');
  await expect(till.getByText(words.basket.empty)).toBeVisible();
});

/** Walks with Tab, as somebody without a mouse does, until a thing has the focus. */
async function tabTo(page: Page, thing: Locator): Promise<void> {
  await expect(thing).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(thing).toBeFocused();
}

/** A sentence about a named thing, whatever its name. */
const named = (sentence: string): RegExp => new RegExp(`^${sentence.replace('{name}', '.+')}$`);
