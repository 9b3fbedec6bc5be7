import { expect } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { seeded } from '../support/a-visit.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, present, scan, sell, startAtKiosk } from './support/doors.ts';
import { test } from './support/journey.ts';

const HONEY_KILO = '2200000310064';
const FIGS = '2200000310231';
const FOLDER = 'public/pictures';

test('the pictures of README, from the running product', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'en');
  await kiosk.screenshot({ path: `${FOLDER}/kiosk.png` });
  const gate = await openGate(browser, 'KZ', 'en');
  const till = await openTill(browser, 'KZ', 'en');
  const code = await passFromKiosk(kiosk, 'en', seeded('imran').mrz);
  await letIn(gate, 'en', code);
  await sell(till, 'en', code, [[HONEY_KILO, 12]]);
  await scan(till, code);
  await expect(till.getByText(displayCode(code))).toBeVisible();
  for (const gtin of [
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    HONEY_KILO,
    FIGS,
  ])
    await scan(till, gtin);
  await expect(till.getByText(messages.en.till.allowance.agrees)).toBeVisible();
  await till.screenshot({ path: `${FOLDER}/till.png` });
  await till.getByText(messages.en.till.allowance.agrees).click();
  await till.getByRole('button', { name: new RegExp(`^${messages.en.till.foot.pay}`) }).click();
  await till.screenshot({ path: 'test-results/pay.png' });
  await till.getByRole('button', { name: messages.en.till.pay.exact }).click();
  await till.getByRole('button', { name: messages.en.till.pay.confirm }).click();
  await expect(till.getByRole('heading', { name: messages.en.till.receipt.title })).toBeVisible();
  await till.screenshot({ path: 'test-results/receipt.png' });
  await present(gate, 'en', code);
  await expect(gate.getByText(messages.en.gate.exit.amber).first()).toBeVisible();
  await gate.screenshot({ path: `${FOLDER}/gate.png` });
  await startAtKiosk(kiosk, 'ur');
  await kiosk.screenshot({ path: 'test-results/kiosk-ur.png' });
  for (const language of ['ur', 'zh', 'kk']) {
    await till.goto(`/till?lang=${language}`);
    await scan(till, code);
    await till.screenshot({ path: `test-results/till-${language}.png` });
  }
  const office = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await office.goto('/office');
  await office.screenshot({ path: 'test-results/sign-in.png' });
});
