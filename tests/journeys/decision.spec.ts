import { expect } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';

const QUILT = '2100000020133';

test('the code of a receipt opens its decision at the till and beside the pass on the phone, for nobody else, in Urdu and Chinese', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const till = await openTill(browser, 'CN', 'zh');
  const other = await openTill(browser, 'bags', 'zh');
  const people = ['LU', 'DU'].map((surname, nth) =>
    documentOf({ state: 'CHN', number: `EJ880099${nth}`, surname, givenNames: 'MIN' }),
  );
  const [pass, stranger] = [await passFromKiosk(kiosk, 'zh', people[0] ?? ''), await passFromKiosk(kiosk, 'zh', people[1] ?? '')];
  await letIn(gate, 'zh', pass);
  await showAtTill(till, pass);
  await scan(till, QUILT);
  await payExactly(till, 'zh');
  const { zh, ur } = messages;
  const shown = till.getByRole('button', { name: /^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{4}$/ });
  const code = ((await shown.textContent()) ?? '').replaceAll('-', '');
  await shown.click();
  await expect(till.getByText(zh.decision.same)).toBeVisible();
  await till.keyboard.press('Escape');
  await till.getByRole('button', { name: zh.till.receipt.new }).click();
  await scan(till, code);
  await expect(till.getByRole('dialog').getByText(zh.decision.same)).toBeVisible();
  await scan(other, code);
  await expect(other.getByText(zh.refusals['pass-unknown'].what)).toBeVisible();

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await phone.goto(`/pass?lang=ur#${pass}`);
  await phone.getByText('680').first().click();
  await phone.getByRole('dialog').getByRole('button', { name: ur.pass.receipts.openDecision }).click();
  const opened = phone.getByRole('dialog', { name: new RegExp(displayCode(code)) });
  await expect(opened.getByText(ur.law.outcomes.free)).toBeVisible();
  await expect(opened.getByText(ur.decision.same)).toBeVisible();
  await expect(opened.getByText('CN-ICBC-VAL')).toBeVisible();

  const strangers = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await strangers.goto(`/pass?lang=zh#${stranger}`);
  await strangers.getByLabel(zh.pass.receipts.byCode).fill(displayCode(code).toLowerCase());
  await strangers.getByRole('button', { name: zh.pass.receipts.openDecision }).click();
  await expect(strangers.getByText(zh.decision.missing)).toBeVisible();
});
