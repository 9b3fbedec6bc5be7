import { expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, sell } from './support/doors.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';

const SILK_QUILT = '2100000020133';

test('two tablets sell side by side at one till, and each keeps its place', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'en');
  const gate = await openGate(browser, 'CN', 'en');
  const first = await openTill(browser, 'CN', 'en');
  const second = await openTill(browser, 'CN', 'en');
  const pass = await passFromKiosk(
    kiosk,
    'en',
    documentOf({ state: 'CHN', number: 'EJ7701101', surname: 'TANG', givenNames: 'WEI' }),
  );
  await letIn(gate, 'en', pass);
  for (const till of [first, second, first]) await sell(till, 'en', pass, [[SILK_QUILT, 1]]);
  await first.reload();
  await expect(first.getByRole('searchbox', { name: messages.en.till.goods.search })).toBeVisible();
});

test('a copied cookie opens no till, and the tablet it was copied from does not notice', async ({ browser }) => {
  const till = await openTill(browser, 'KZ', 'en');
  const thief = await browser.newContext();
  await thief.addCookies(await till.context().cookies());
  const page = await thief.newPage();
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/v1/till'));
  await page.goto('/till');
  expect((await asked).status()).toBe(401);
  await expect(page.getByRole('link', { name: messages.en.till.enrol.act })).toBeVisible();
  await till.reload();
  await expect(till.getByRole('searchbox', { name: messages.en.till.goods.search })).toBeVisible();
});

test('the private half of the key cannot be taken out of the browser', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'en');
  const held = await kiosk.evaluate(
    () =>
      new Promise<string>((answer) => {
        const opening = indexedDB.open('serai', 1);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('keys').objectStore('keys').get('device');
          asked.onsuccess = async () => {
            const { privateKey } = asked.result as CryptoKeyPair;
            answer(
              await crypto.subtle.exportKey('pkcs8', privateKey).then(
                () => 'taken',
                ({ name }: Error) => name,
              ),
            );
          };
        };
      }),
  );
  expect(held).toBe('InvalidAccessError');
});
