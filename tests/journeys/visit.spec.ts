import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { seeded } from '../support/a-visit.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, present, sell } from './support/doors.ts';
import { test } from './support/journey.ts';

const QUILT = '2100000020133';
const HONEY_KILO = '2200000310033';
const RAISINS_KILO = '2200000310194';

test('a resident of China goes over 8,000 CNY, pays the duty at the gate and is let go, in Chinese', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const till = await openTill(browser, 'CN', 'zh');
  const code = await passFromKiosk(kiosk, 'zh', seeded('zhao-lin').mrz);
  await letIn(gate, 'zh', code);
  await sell(till, 'zh', code, [[QUILT, 12]], true);
  await present(gate, 'zh', code);
  const { exit, close } = messages.zh.gate;
  await expect(gate.getByText(exit.amber).first()).toBeVisible();
  await gate.getByRole('button', { name: close.dutyPaid }).click();
  await expect(gate.getByText(exit.settled.settled).first()).toBeVisible();
  await present(gate, 'zh', code);
  await expect(gate.getByText(messages.zh.refusals['pass-spent'].what).first()).toBeVisible();
});

test('a Kazakh over 25 kg but under 500 EUR owes by the kilo, in Kazakh', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const gate = await openGate(browser, 'KZ', 'kk');
  const till = await openTill(browser, 'KZ', 'kk');
  const code = await passFromKiosk(kiosk, 'kk', seeded('daniyar').mrz);
  await letIn(gate, 'kk', code);
  await sell(
    till,
    'kk',
    code,
    [
      [HONEY_KILO, 19],
      [RAISINS_KILO, 1],
    ],
    true,
  );
  await present(gate, 'kk', code);
  await expect(gate.getByText(messages.kk.gate.exit.amber).first()).toBeVisible();
  await expect(gate.getByText(/7[,.]48/).first()).toBeVisible();
});

test('a Pakistani leaves by the Kazakh side within every limit and is let go, in Urdu', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'ur');
  const gate = await openGate(browser, 'KZ', 'ur');
  const till = await openTill(browser, 'KZ', 'ur');
  const code = await passFromKiosk(kiosk, 'ur', seeded('imran').mrz);
  await letIn(gate, 'ur', code);
  await sell(till, 'ur', code, [[HONEY_KILO, 1]]);
  await present(gate, 'ur', code);
  const { exit, close } = messages.ur.gate;
  await expect(gate.getByText(exit.green).first()).toBeVisible();
  await gate.getByRole('button', { name: close.letGo }).click();
  await expect(gate.getByText(exit.settled.settled).first()).toBeVisible();
});
