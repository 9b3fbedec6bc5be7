import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { aTestOperator, type TestOperator } from '../support/test-operator.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { test } from './support/looks.ts';
import { type OwnMarket, openOwnMarket } from './support/own-market.ts';
import { documentOf } from './support/people.ts';
import { signIn } from './support/sign-in.ts';
import { about } from './support/words.ts';

const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177) + 60;
const HONEY = '2200000310019';
const { till: words, office } = messages.kk;
const hoursPassed = (hours: number) => new Date(Date.parse('2026-11-18T07:00:00.000Z') + hours * 3_600_000).toISOString();

test.use({ baseURL: `http://localhost:${PORT}` });

let open: OwnMarket | undefined;
let operator: TestOperator | undefined;
test.afterEach(async () => {
  await open?.stop();
  await operator?.close();
});

test('a sale is registered while its receipt is on the screen; with the operator away the till says the hours, and sells no more in the end: kk', async ({
  browser,
  look,
}) => {
  test.setTimeout(400_000);
  const data = mkdtempSync(join(tmpdir(), 'serai-fiscal-'));
  const told = await aTestOperator();
  operator = told;
  const start = (hours: number) =>
    openOwnMarket({ data, now: hoursPassed(hours), port: PORT, settings: { SERAI_FISCAL_OPERATOR: told.url } });
  open = await start(0);

  const desk = await signIn(browser, 'administrator', 'demo-administrator', '/office/fiscal', 'kk');
  await desk
    .getByRole('button', { name: about(office.fiscal.changeOne) })
    .last()
    .click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: new RegExp(office.fiscal.adapter) }).click();
  await desk.getByRole('option', { name: office.fiscal.adapters['test-operator'] }).click();
  await look(desk, 'who fiscal documents go to');
  await dialog.getByRole('button', { name: office.fiscal.change, exact: true }).click();
  await expect(desk.getByRole('grid').getByText(office.fiscal.adapters['test-operator'])).toBeVisible();

  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const document = documentOf({ state: 'UZB', number: 'FA8800991', surname: 'KARIMOVA', givenNames: 'LOLA' });
  const code = await passFromKiosk(kiosk, 'kk', document);
  await letIn(await openGate(browser, 'KZ', 'kk'), 'kk', code);
  const till = await openTill(browser, 'KZ', 'kk');
  await showAtTill(till, code);
  await scan(till, HONEY);
  await payExactly(till, 'kk');
  await expect(till.getByRole('main').getByText(words.fiscal.states.registered)).toBeVisible();
  await expect(till.getByRole('img', { name: words.fiscal.check })).toBeVisible();
  await expect(till.locator('[data-paper]')).toContainText(messages.ru.till.paper.fiscalSign);
  await look(till, 'receipt, registered');

  told.is('away');
  await till.keyboard.press('Enter');
  await showAtTill(till, code);
  await scan(till, HONEY);
  await payExactly(till, 'kk');
  await expect(till.getByRole('main').getByText(words.fiscal.states.autonomous)).toBeVisible();
  await look(till, 'receipt, autonomous');

  await open.stop();
  // The sale was made some minutes after the market opened.
  open = await start(61.5);
  await till.keyboard.press('Enter');
  await expect(till.getByRole('alert').filter({ hasText: '61' })).toBeVisible({ timeout: 40_000 });
  await look(till, 'till, documents have waited 61 hours');

  await open.stop();
  open = await start(73);
  await expect(till.getByRole('alert').filter({ hasText: words.fiscal.shut.split(':')[0] ?? '' })).toBeVisible({
    timeout: 40_000,
  });
  await look(till, 'till, shut');
  await till.keyboard.press('F10');
  await till.getByRole('tab', { name: words.session.close }).click();
  await till.getByLabel(words.close.field.replace('{currency}', 'CNY')).fill('75');
  await till.getByRole('button', { name: words.close.act, exact: true }).click();
  await expect(till.getByText(words.fiscal.agrees)).toBeVisible();
  await expect(till.getByRole('row').filter({ hasText: words.fiscal.states.registered })).toContainText('1');
  await expect(till.getByRole('row').filter({ hasText: words.fiscal.states.autonomous })).toContainText('1');
  await look(till, 'Z, with its documents');
  expect(told.registered).toHaveLength(1);
  rmSync(data, { recursive: true, force: true });
});
