import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import { letGo, letIn, openDoor, openGate, openTill, passFromKiosk, present, sell } from './support/doors.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';

const HONEY = '2200000310019';

test('a second document of the same traveller: the officer links them at the exit, and the month’s exit is used, in Kazakh', async ({
  browser,
}) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const gate = await openGate(browser, 'KZ', 'kk');
  const till = await openTill(browser, 'KZ', 'kk');
  const aigerim = { state: 'KAZ', surname: 'SEITKALIYEVA', givenNames: 'AIGERIM', birthDate: '1991-09-17' };
  const first = await passFromKiosk(kiosk, 'kk', documentOf({ ...aigerim, number: 'N77000101' }));
  await letIn(gate, 'kk', first);
  await sell(till, 'kk', first, [[HONEY, 1]]);
  await letGo(gate, 'kk', first);

  const second = await passFromKiosk(kiosk, 'kk', documentOf({ ...aigerim, number: 'N77000202' }));
  const { link, types } = messages.kk.persons;
  await letIn(gate, 'kk', second);
  await expect(gate.getByText(link.notice)).toBeVisible();
  await sell(till, 'kk', second, [[HONEY, 1]]);
  await present(gate, 'kk', second);
  await expect(gate.getByText(messages.kk.gate.exit.green).first()).toBeVisible();
  await gate.getByRole('button', { name: link.title }).click();
  const dialog = gate.getByRole('dialog');
  await expect(dialog.getByText('A. S.')).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page: gate }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
  await expect(dialog.getByText(new RegExp(types.passport))).toHaveCount(2);
  await expect(dialog.getByText(/SEITKALIYEVA|N77000|1991/)).toHaveCount(0);
  await dialog.getByRole('button', { name: link.link }).click();
  await expect(dialog.getByText(link.missing)).toBeVisible();
  await dialog.getByRole('button', { name: link.reasons.both }).click();
  await dialog.getByRole('button', { name: link.link }).click();
  await expect(dialog).toHaveCount(0);
  await expect(gate.getByText(link.done.linked)).toBeVisible();
  await expect(gate.getByText(messages.kk.gate.exit.amber).first()).toBeVisible();
  await expect(gate.getByText(messages.kk.law.reasons['exits-used-up']).first()).toBeVisible();

  await gate.getByRole('button', { name: link.title }).click();
  await dialog.getByRole('button', { name: link.reasons.others }).click();
  await dialog.getByRole('button', { name: link.part }).click();
  await expect(gate.getByText(link.done.separated)).toBeVisible();
  await expect(gate.getByText(messages.kk.gate.exit.green).first()).toBeVisible();
});

test('the office separates two of the same name, and erases one who asks for it, in Russian', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ru');
  const gate = await openGate(browser, 'CN', 'ru');
  const ivan = { state: 'RUS', surname: 'KUZNETSOV', givenNames: 'IVAN', birthDate: '1985-02-11', sex: 'M' as const };
  const document = documentOf({ ...ivan, number: '770000303' });
  const pass = await passFromKiosk(kiosk, 'ru', document);
  await letIn(gate, 'ru', pass);
  await passFromKiosk(kiosk, 'ru', documentOf({ ...ivan, number: '770000404' }));

  const office = await officeIn(browser, 'ru');
  const { links, link, erase } = messages.ru.persons;
  const compare = new RegExp(links.compareOne.replace('{earlier}', 'I. K.').replace('{later}', 'I. K.'));
  await office.getByRole('button', { name: compare }).click();
  const dialog = office.getByRole('dialog');
  await expect(dialog.getByText(link.inside)).toHaveCount(1);
  await dialog.getByRole('button', { name: link.reasons.others }).click();
  await dialog.getByRole('button', { name: link.separate }).click();
  await expect(dialog).toHaveCount(0);
  await expect(office.getByRole('button', { name: compare })).toHaveCount(0);

  await office.getByRole('tab', { name: erase.tab }).click();
  const find = async (text: string) => {
    await office.getByLabel(erase.find).fill(text);
    await office.getByRole('button', { name: erase.act, exact: true }).click();
  };
  const confirm = async () => {
    await office.getByRole('button', { name: erase.erase, exact: true }).click();
    await dialog.getByLabel(messages.ru.desk.reason).fill('Просит письменно');
    await dialog.getByRole('button', { name: erase.erase, exact: true }).click();
  };
  await find(pass);
  await expect(office.getByText(displayCode(pass))).toBeVisible();
  await confirm();
  await expect(dialog.getByText(messages.ru.refusals['erase-visit-open'].what)).toBeVisible();
  await dialog.getByRole('button', { name: messages.ru.everywhere.close }).first().click();
  await letGo(gate, 'ru', pass);
  await find(document);
  await confirm();
  await expect(dialog).toHaveCount(0);
  await find(document);
  await expect(office.getByText(erase.none)).toBeVisible();
  await find(pass);
  await expect(office.getByText(erase.unnamed)).toBeVisible();
});

async function officeIn(browser: Browser, language: 'ru'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`/sign-in?lang=${language}&to=/office/persons`);
  await page.locator('input[name=login]').fill('administrator');
  await page.locator('input[name=password]').fill('demo-administrator');
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === '/office/persons');
  return page;
}
