import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openTill } from './support/doors.ts';
import { cameraThatSees } from './support/fake-camera.ts';
import { noticed, readyForTheStorm } from './support/offline-till.ts';
import { test } from './support/stopped-market.ts';

const SCARF = '2100000020010';

test.use({ launchOptions: cameraThatSees(SCARF) });

test('a barcode before the camera is a line, once for each time it is shown, also without a network', async ({
  browser,
  market,
}) => {
  const words = messages.ru;
  const till = await openTill(browser, 'CN', 'ru');
  const view = till.getByRole('region', { name: words.camera.title, exact: true });
  const open = till.getByRole('button', { name: words.camera.open });

  // Nobody has allowed it yet: the view says how, and nothing breaks.
  await open.click();
  await expect(view.getByText(words.camera.faults.denied.next)).toBeVisible();
  await till.keyboard.press('Insert');
  await expect(view).toHaveCount(0);

  await till.context().grantPermissions(['camera']);
  await till.keyboard.press('Insert');
  await expect(view.getByText('× 1')).toBeVisible();
  await view.getByRole('button', { name: words.camera.close }).click();

  await readyForTheStorm(till);
  await market.stop();
  await till.reload();
  await noticed(till, 'ru');
  await open.click();
  await expect(view.getByText('× 2')).toBeVisible();
});
