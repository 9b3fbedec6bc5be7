import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letGo, letIn, openDoor, openGate, openTill, passFromKiosk, present, sell, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf, iinOf } from './support/people.ts';

const QUILT = '2100000020133';
const PHONE = '2100000220144';
const HONEY = '2200000310019';

test('a second pass on the same day meets what the first one used, in Chinese', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const till = await openTill(browser, 'CN', 'zh');
  const document = documentOf({ state: 'CHN', number: 'EJ8800301', surname: 'TANG', givenNames: 'WEI', sex: 'M' });
  const first = await passFromKiosk(kiosk, 'zh', document);
  await letIn(gate, 'zh', first);
  await sell(till, 'zh', first, [[QUILT, 5]]);
  await letGo(gate, 'zh', first);
  const second = await passFromKiosk(kiosk, 'zh', document);
  await letIn(gate, 'zh', second);
  await showAtTill(till, second);
  const value = meterOf(till, 'zh', 'CN-ICBC-VAL');
  await expect(value).toHaveAttribute('aria-valuenow', '340000');
  await expect(value).toHaveAttribute('aria-valuetext', /4,600/);
});

test('an identity card and then a passport are one Kazakh, whose second exit of the month is taxed, in Kazakh', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const gate = await openGate(browser, 'KZ', 'kk');
  const till = await openTill(browser, 'KZ', 'kk');
  const birthDate = '1979-11-02';
  const person = { state: 'KAZ', surname: 'ESENOV', givenNames: 'SERIK', birthDate, sex: 'M' } as const;
  const personalNumber = iinOf(birthDate, 4401);
  const card = documentOf({ ...person, format: 'TD1', number: '880004011', personalNumber });
  const passport = documentOf({ ...person, number: 'N88000402', personalNumber });
  const first = await passFromKiosk(kiosk, 'kk', card);
  await letIn(gate, 'kk', first);
  await sell(till, 'kk', first, [[HONEY, 1]]);
  await letGo(gate, 'kk', first);
  const second = await passFromKiosk(kiosk, 'kk', passport);
  await letIn(gate, 'kk', second);
  await sell(till, 'kk', second, [[HONEY, 1]], true);
  await present(gate, 'kk', second);
  await expect(gate.getByText(messages.kk.gate.exit.amber).first()).toBeVisible();
  await expect(gate.getByText(messages.kk.law.reasons['exits-used-up']).first()).toBeVisible();
});

test('a Kazakh over 500 EUR but under 25 kg owes 30 % of what lies over, in Russian', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'ru');
  const gate = await openGate(browser, 'KZ', 'ru');
  const till = await openTill(browser, 'phones', 'ru');
  const code = await passFromKiosk(
    kiosk,
    'ru',
    documentOf({ state: 'KAZ', number: 'N88000101', surname: 'NURBEKOVA', givenNames: 'AIDA' }),
  );
  await letIn(gate, 'ru', code);
  await sell(till, 'ru', code, [[PHONE, 2]], true);
  await present(gate, 'ru', code);
  const { exit, close } = messages.ru.gate;
  await expect(gate.getByText(exit.amber).first()).toBeVisible();
  await expect(gate.getByText(/30\s?%/).first()).toBeVisible();
  await expect(gate.getByText(/23[,.]\d\d/).first()).toBeVisible();
  await gate.getByRole('button', { name: close.dutyPaid }).click();
  await expect(gate.getByText(exit.settled.settled).first()).toBeVisible();
});

test('a Pakistani by the China side has the same 8,000 CNY, in Urdu', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ur');
  const gate = await openGate(browser, 'CN', 'ur');
  const till = await openTill(browser, 'CN', 'ur');
  const code = await passFromKiosk(
    kiosk,
    'ur',
    documentOf({ state: 'PAK', number: 'ZZ8800201', surname: 'MALIK', givenNames: 'USMAN', sex: 'M' }),
  );
  await letIn(gate, 'ur', code);
  await sell(till, 'ur', code, [[QUILT, 1]]);
  await showAtTill(till, code);
  const value = meterOf(till, 'ur', 'CN-ICBC-VAL');
  await expect(value).toHaveAttribute('aria-valuemax', '800000');
  await expect(value).toHaveAttribute('aria-valuenow', '68000');
  await letGo(gate, 'ur', code);
});
