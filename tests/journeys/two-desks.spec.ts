import { expect } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { letGo, letIn, openDoor, openGate, openTill, passFromKiosk, present, scan, sell } from './support/doors.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';

const HONEY = '2200000310019';

test('an exit case presented at one desk goes on and ends at another, in Kazakh', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const first = await openGate(browser, 'KZ', 'kk');
  const second = await openGate(browser, 'besideKZ', 'kk');
  const till = await openTill(browser, 'KZ', 'kk');
  const pass = await passFromKiosk(
    kiosk,
    'kk',
    documentOf({ state: 'KAZ', number: 'N77000601', surname: 'ABENOV', givenNames: 'DAUREN', sex: 'M' }),
  );
  await letIn(first, 'kk', pass);
  await sell(till, 'kk', pass, [[HONEY, 2]]);
  const { exit, close } = messages.kk.gate;
  await present(first, 'kk', pass);
  await expect(first.getByText(exit.green).first()).toBeVisible();
  await scan(second, pass);
  await expect(second.getByText(exit.resume)).toBeVisible();
  await second.getByRole('button', { name: close.letGo, exact: true }).click();
  await expect(second.getByText(exit.settled.settled).first()).toBeVisible();
  await first.getByRole('button', { name: close.letGo, exact: true }).click();
  await expect(first.getByRole('alert').getByText(messages.kk.refusals['exit-closed'].what)).toBeVisible();
});

test('a pass withdrawn on the gate’s screen buys and enters no more, and its holder gets out, in Chinese', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const till = await openTill(browser, 'CN', 'zh');
  const pass = await passFromKiosk(
    kiosk,
    'zh',
    documentOf({ state: 'CHN', number: 'EJ7701601', surname: 'SHEN', givenNames: 'YUE' }),
  );
  await letIn(gate, 'zh', pass);
  const { tools, scan: row, direction } = messages.zh.gate;
  await gate.getByRole('button', { name: row.tools }).click();
  await gate.getByRole('tab', { name: tools.revoke }).click();
  await scan(gate, pass);
  await expect(gate.getByLabel(tools.pass)).toHaveValue(pass);
  await gate.getByLabel(tools.reason).fill('旅客报失');
  await gate.getByRole('button', { name: tools.revokeAct }).click();
  await expect(gate.getByRole('status').getByText(tools.revoked.replace('{code}', displayCode(pass)))).toBeVisible();
  await scan(till, pass);
  await expect(till.getByText(messages.zh.refusals['pass-revoked'].what).first()).toBeVisible();
  await gate.getByRole('button', { name: messages.zh.everywhere.back }).click();
  await letGo(gate, 'zh', pass);
  await gate.getByRole('radio', { name: direction.in }).click();
  await scan(gate, pass);
  await expect(gate.getByText(messages.zh.refusals['pass-revoked'].what).first()).toBeVisible();
});
