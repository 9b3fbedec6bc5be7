import { expect } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { letGo, letIn, openDoor, openGate, openTill, passFromKiosk, scan, sell, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf } from './support/people.ts';

const QUILT = '2100000020133';
const RULE = 'CN-ICBC-VAL';

test('an officer corrects a line after the visit closed: the next visit’s till and phone have less, in Urdu and Chinese', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'ur');
  const till = await openTill(browser, 'CN', 'zh');
  const document = documentOf({ state: 'CHN', number: 'EJ8800881', surname: 'GAO', givenNames: 'YUN' });
  const first = await passFromKiosk(kiosk, 'zh', document);
  await letIn(gate, 'ur', first);
  await sell(till, 'zh', first, [[QUILT, 1]]);
  await letGo(gate, 'ur', first);
  const second = await passFromKiosk(kiosk, 'zh', document);
  await letIn(gate, 'ur', second);
  await showAtTill(till, second);
  const value = meterOf(till, 'zh', RULE);
  await expect(value).toHaveAttribute('aria-valuenow', '68000');

  const { record, tools, scan: scanning, resolve } = messages.ur.gate;
  await gate.getByRole('button', { name: scanning.tools }).click();
  await gate.getByRole('tab', { name: tools.correct }).click();
  await scan(gate, first);
  await expect(gate.getByText(record.states.closed)).toBeVisible();
  await gate.getByRole('button', { name: /^درست کریں: / }).click();
  await gate.getByLabel(/^مالیت \(/).fill('5000');
  await gate.getByRole('button', { name: resolve.reasons.shown }).click();
  await gate.getByRole('button', { name: record.act }).click();
  await expect(gate.getByText(record.saved.replace('{outcome}', messages.ur.law.outcomes.free))).toBeVisible();
  await expect(gate.getByText(record.corrections)).toBeVisible();

  await gate.getByRole('button', { name: record.add }).click();
  const dialog = gate.getByRole('dialog');
  await dialog.getByRole('button', { name: record.limit }).click();
  await gate.getByRole('option').first().click();
  await dialog.getByLabel(/^کتنا/).fill('1000');
  await dialog.getByRole('button', { name: resolve.reasons.slip }).click();
  await dialog.getByRole('button', { name: record.act }).click();
  await expect(dialog).toHaveCount(0);

  // The newest visit reads what the correction and the entry left: 8,000 less 5,000 less 1,000.
  await scan(till, second);
  await expect(value).toHaveAttribute('aria-valuenow', '600000');
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto(`/pass?lang=zh#${first}`);
  await expect(phone.getByText(displayCode(first)).first()).toBeVisible();
  await expect(phone.getByText(messages.zh.pass.corrections.title)).toBeVisible();
});
