import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { khorgos } from '../support/khorgos.ts';
import { test } from './support/journey.ts';
import { type OwnMarket, openOwnMarket } from './support/own-market.ts';

const words = messages.ru.lawRoom;
const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177) + 40;
const RULE = khorgos.rules.find(({ id }) => id === 'CN-ICBC-VAL') as (typeof khorgos.rules)[number];
const NAME = RULE.names.ru;

let open: OwnMarket | undefined;
test.afterEach(() => open?.stop());

test('a draft goes from edit through rehearsal and two signatures to its day, in Russian', async ({ browser }) => {
  test.setTimeout(400_000);
  const data = mkdtempSync(join(tmpdir(), 'serai-law-room-'));
  const wednesday = await openOwnMarket({ data, now: '2026-11-18T07:00:00.000Z', port: PORT });
  open = wednesday;
  const office = await atTheOffice(browser, wednesday.origin, 'administrator', 'demo-administrator');

  await tab(office, words.tabs.drafts);
  await office.getByRole('button', { name: words.drafts.start }).click();
  await office.getByRole('textbox', { name: words.drafts.titleOf }).fill('Норма в десять юаней');
  await office.getByRole('dialog').getByRole('button', { name: words.drafts.start }).click();
  const rule = office.getByRole('group', { name: NAME });
  await rule.getByRole('textbox', { name: words.drafts.limit.replace('{unit}', 'CNY') }).fill('10');
  await rule.getByRole('textbox', { name: words.drafts.from, exact: true }).fill('2012-04-31');
  await expect(office.getByRole('alert').getByRole('button', { name: '/rules/0/from' })).toBeVisible();
  await expect(office.getByRole('button', { name: words.drafts.save, exact: true })).toBeDisabled();
  await rule.getByRole('textbox', { name: words.drafts.from, exact: true }).fill('2012-04-01');
  await office.getByRole('button', { name: words.drafts.save, exact: true }).click();
  await expect(office.getByText(words.drafts.saved.replace('{number}', '2'))).toBeVisible();

  await tab(office, words.drafts.changes);
  await expect(office.getByRole('rowheader', { name: '/measure/limitMinor' })).toBeVisible();
  await tab(office, words.rehearsal.title);
  await office.getByRole('button', { name: words.rehearsal.start }).click();
  await expect(office.getByText(words.rehearsal.done, { exact: true })).toBeVisible({ timeout: 30_000 });
  const changes = office.getByRole('grid', { name: new RegExp(words.rehearsal.list.split('{count}')[0] ?? '') });
  const decision = changes.getByRole('link').first();
  const code = (await decision.textContent()) ?? '';
  await expect(changes.getByText('CN-ICBC-VAL').first()).toBeVisible();

  await office.getByRole('button', { name: words.motions.lay }).click();
  await expect(office.getByRole('textbox', { name: words.motions.day })).toHaveValue('2026-11-19');
  await office.getByRole('dialog').getByRole('button', { name: words.motions.lay }).click();
  await expect(office.getByText(words.motions.laid)).toBeVisible();

  await decision.click();
  await expect(office.getByRole('heading', { name: new RegExp(displayCode(code)) })).toBeVisible();
  await expect(office.getByText(messages.ru.decision.same)).toBeVisible();

  await sign(office);
  await expect(office.getByText(messages.ru.refusals['motion-signed-by-you'].what)).toBeVisible();
  const second = await atTheOffice(browser, wednesday.origin, 'administrator2', 'demo-administrator-2');
  await sign(second);
  await expect(second.getByText(words.motions.signed)).toBeVisible();
  await expect(second.getByText('остался 1 день')).toBeVisible();
  await expect(second.getByText(/Ещё не получили: .*\(A-002\)/)).toBeVisible();
  await expect(second.getByText(words.packOn.split('{version}')[0]?.split(': ')[1] ?? '').first()).toContainText('версия 1');
  await wednesday.stop();

  const thursday = await openOwnMarket({ data, now: '2026-11-19T07:00:00.000Z', port: PORT });
  open = thursday;
  const later = await atTheOffice(browser, thursday.origin, 'auditor', 'demo-auditor');
  await expect(later.getByText(/версия 2/)).toHaveCount(2);
  await expect(later.getByText('остался 1 день')).toHaveCount(0);
  const card = later.getByRole('article').filter({ hasText: 'CN-ICBC-VAL' });
  await expect(card.getByText(/Стоимость: .*10/).first()).toBeVisible();
  await thursday.stop();
  rmSync(data, { recursive: true, force: true });
});

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

/** Opens the signatures and presses the only one that is asked for. */
async function sign(office: Page): Promise<void> {
  await office.goto(`${new URL(office.url()).origin}/office/law`);
  await tab(office, words.tabs.motions);
  await office.getByRole('button', { name: new RegExp(`^${words.motions.sign}:`) }).click();
  await office.getByRole('dialog').getByRole('button', { name: words.motions.sign, exact: true }).click();
}

async function atTheOffice(browser: Browser, origin: string, login: string, password: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (fault) => {
    throw fault;
  });
  await page.goto(`${origin}/sign-in?lang=ru&to=/office/law`);
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === '/office/law');
  return page;
}
