import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import {
  exitChoice,
  letIn,
  openDoor,
  openGate,
  openTill,
  passFromKiosk,
  payExactly,
  present,
  scan,
  showAtTill,
} from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf } from './support/people.ts';

const HONEY = '2200000310019';
const RULE = 'KZ-MCPS-FREQ';

test('the one duty-free exit of the month is kept at the till and used after all at the gate, in Kazakh and Urdu', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const gate = await openGate(browser, 'KZ', 'ur');
  const till = await openTill(browser, 'KZ', 'kk');
  const code = await passFromKiosk(
    kiosk,
    'kk',
    documentOf({ state: 'KAZ', number: 'N88000771', surname: 'SAPAROV', givenNames: 'OLZHAS' }),
  );
  await letIn(gate, 'ur', code);
  await showAtTill(till, code);
  const exits = meterOf(till, 'kk', RULE);
  await expect(exits).toHaveAttribute('aria-valuenow', '0');
  await scan(till, HONEY);
  const { kk, ur } = messages;
  const [before = ''] = kk.law.exitChoice.duty.split('{amount}');
  await expect(exitChoice(till, 'kk', 'use')).toContainText(kk.law.exitChoice.noDuty);
  await expect(exitChoice(till, 'kk', 'save')).toContainText(before);
  await till.getByRole('button', { name: new RegExp(`^${kk.till.foot.pay}`) }).click();
  await expect(exitChoice(till, 'kk', 'use')).toBeFocused();
  await exitChoice(till, 'kk', 'save').click();
  await expect(exits).toHaveAttribute('aria-valuetext', kk.law.keptForLater);
  await till.getByText(kk.till.allowance.agrees).click();
  await payExactly(till, 'kk');

  await present(gate, 'ur', code);
  await expect(gate.getByText(ur.gate.exit.amber).first()).toBeVisible();
  await expect(exitChoice(gate, 'ur', 'save')).toHaveAttribute('aria-pressed', 'true');
  await exitChoice(gate, 'ur', 'use').click();
  await expect(gate.getByText(ur.gate.exit.green).first()).toBeVisible();
  await expect(exitChoice(gate, 'ur', 'use')).toHaveAttribute('aria-pressed', 'true');
  await gate.getByRole('button', { name: ur.gate.close.letGo, exact: true }).click();
  await expect(gate.getByText(ur.gate.exit.settled.settled).first()).toBeVisible();
});

test('a second basket of the visit is not asked about the exit again, in Chinese', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'zh');
  const gate = await openGate(browser, 'KZ', 'zh');
  const till = await openTill(browser, 'KZ', 'zh');
  const code = await passFromKiosk(
    kiosk,
    'zh',
    documentOf({ state: 'CHN', number: 'EJ8800771', surname: 'HE', givenNames: 'JUN' }),
  );
  await letIn(gate, 'zh', code);
  await showAtTill(till, code);
  await scan(till, HONEY);
  await exitChoice(till, 'zh', 'use').click();
  await expect(exitChoice(till, 'zh', 'use')).toHaveCount(0);
  await payExactly(till, 'zh');
  await till.getByRole('button', { name: messages.zh.till.receipt.new }).click();
  await showAtTill(till, code);
  await scan(till, HONEY);
  await expect(meterOf(till, 'zh', RULE)).toHaveAttribute('aria-valuenow', '1');
  await expect(exitChoice(till, 'zh', 'use')).toHaveCount(0);
  await expect(till.getByRole('button', { name: new RegExp(`^${messages.zh.till.foot.pay}`) })).toBeEnabled();
});
