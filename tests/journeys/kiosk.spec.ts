import { expect } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { seeded } from '../support/a-visit.ts';
import { openDoor, passFromKiosk, scan, startAtKiosk } from './support/doors.ts';
import { test } from './support/journey.ts';

test('a resident of China takes a pass in Chinese by scanning, and nothing of it stays on the kiosk', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const code = await passFromKiosk(kiosk, 'zh', seeded('li-mei').mrz);
  expect(code).toMatch(/^[2-9A-Z]{10}$/);
  await expect(kiosk.getByRole('button', { name: '中文' })).toBeVisible();
  const kept = await kiosk.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.body.innerText]),
  );
  for (const secret of ['MEI', 'EX9900101', code, displayCode(code)]) expect(kept).not.toContain(secret);
});

test('an expired passport is refused in Russian, with what to do next', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ru');
  await startAtKiosk(kiosk, 'ru');
  await scan(kiosk, seeded('expired').mrz);
  await kiosk.getByRole('button', { name: messages.ru.kiosk.check.issue }).click();
  await expect(kiosk.getByRole('alert').first()).toContainText(/срок/i);
});

test('a Pakistani child comes with its mother, in Urdu, and not without', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'ur');
  const { check, guardian, pass, finish } = messages.ur.kiosk;
  await startAtKiosk(kiosk, 'ur');
  await scan(kiosk, seeded('hamza').mrz);
  await kiosk.getByRole('button', { name: check.issue }).click();
  await expect(kiosk.getByRole('heading', { name: guardian.title })).toBeVisible();
  const { what, next } = messages.ur.refusals['guardian-required'];
  await expect(kiosk.getByRole('alert').first()).toContainText(upToFacts(what));
  await expect(kiosk.getByRole('alert').first()).toContainText(upToFacts(next));
  await expect(kiosk.getByText(pass.ready)).toHaveCount(0);
  await kiosk.getByRole('button', { name: finish }).click();
  const mother = await passFromKiosk(kiosk, 'ur', seeded('nadia').mrz);
  const child = await passFromKiosk(kiosk, 'ur', seeded('hamza').mrz, mother);
  expect(child).not.toBe(mother);
  expect(await kiosk.evaluate(() => document.documentElement.dir)).toBe('rtl');
});

test('only the field whose check digit is wrong is asked for, in Kazakh', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const words = messages.kk.kiosk;
  await startAtKiosk(kiosk, 'kk');
  const [first, second = ''] = seeded('dilnoza').mrz.split('\n');
  await scan(kiosk, `${first}\n${second.slice(0, 9)}${(Number(second[9]) + 1) % 10}${second.slice(10)}`);
  await expect(kiosk.getByText(words.field.keep)).toBeVisible();
  await expect(kiosk.getByLabel(words.field.number)).toBeVisible();
  await expect(kiosk.getByLabel(words.field.surname)).toHaveCount(0);
});

/** The part of a sentence before its facts. */
const upToFacts = (words: string): string => words.split('{')[0] ?? words;
