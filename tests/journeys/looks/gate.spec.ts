import { expect, type Page } from '@playwright/test';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { khorgos } from '../../support/khorgos.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, present, scan, sell } from '../support/doors.ts';
import { test } from '../support/looks.ts';
import { documentOf } from '../support/people.ts';
import { about } from '../support/words.ts';

const HONEY_KILO = '2200000310064';
const WINE_LITRE_AND_A_HALF = '2200000380036';

LANGUAGES.forEach(({ code: language }, place) => {
  const { gate: words, everywhere } = messages[language];
  const holder = (number: string, state = 'KAZ') =>
    documentOf({ state, number: `N8${place}8${number}`, surname: 'SEYDAKHMETOV', givenNames: 'BAUYRZHAN', sex: 'M' });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

  test(`the gate is whole and readable, from the PIN to the tools: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
    const gate = await openGate(browser, 'KZ', language);
    await look(gate, 'ready');
    await button(gate, words.signIn.out).click();
    await button(gate, 'Officer Wang').click();
    await gate.locator('input[type=password]').fill('000000');
    await gate.keyboard.press('Enter');
    await expect(gate.getByRole('alert').first()).toBeVisible();
    await look(gate, 'wrong PIN');
    await gate.locator('input[type=password]').fill('135790');
    await gate.keyboard.press('Enter');
    await expect(gate.getByText(words.scan.ready)).toBeVisible();

    await button(gate, words.broughtIn.open).click();
    await fillGoods(gate, language, { volumeMl: '700' });
    await button(gate, words.broughtIn.add).click();
    await button(gate, words.broughtIn.add).click();
    await expect(gate.getByText(words.goods.missing)).toBeVisible();
    await look(gate, 'goods brought in');
    await button(gate, words.broughtIn.done).click();
    const code = await passFromKiosk(kiosk, language, holder('0001'));
    await letIn(gate, language, code);
    await look(gate, 'entered');
    await scan(gate, code);
    await expect(gate.getByText(words.entry.stop)).toBeVisible();
    await look(gate, 'refused');

    const china = await openGate(browser, 'CN', language);
    await present(china, language, code);
    await button(china, words.signatures.open).click();
    await look(china, 'two signatures');

    await button(gate, words.scan.tools).click();
    await look(gate, 'tools: scan the document');
    await scan(gate, holder('0001'));
    await expect(gate.getByText(words.tools.found)).toBeVisible();
    await look(gate, 'tools: passes found');
    await gate.getByRole('tab', { name: words.tools.type }).click();
    await look(gate, 'tools: type the document');
    await gate.getByRole('tab', { name: words.tools.scan }).click();
    await button(gate, about(words.tools.replaceOne)).click();
    await expect(gate.getByRole('heading', { name: words.tools.done })).toBeVisible();
    await look(gate, 'tools: replaced');
    await gate.getByRole('tab', { name: words.tools.revoke }).click();
    await look(gate, 'tools: withdraw');
  });

  test(`an exit is whole and readable, green, amber and red, with its dialogs: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const kiosk = await openDoor(browser, 'kiosk', 'KZ', language);
    const gate = await openGate(browser, 'KZ', language);
    const code = await passFromKiosk(kiosk, language, holder('0002'));
    await letIn(gate, language, code);
    await sell(await openTill(browser, 'KZ', language), language, code, [[HONEY_KILO, 2]]);
    await present(gate, language, code);
    await expect(gate.getByText(words.exit.green).first()).toBeVisible();
    await look(gate, 'exit, green');
    await button(gate, words.close.withdrawn).click();
    await expect(gate.getByText(words.exit.settled.withdrawn).first()).toBeVisible();
    await look(gate, 'exit, withdrawn');

    await sell(await openTill(browser, 'wine', language), language, code, [[WINE_LITRE_AND_A_HALF, 3]], true);
    await present(gate, language, code);
    await expect(gate.getByText(words.exit.amber).first()).toBeVisible();
    await look(gate, 'exit, amber');
    await button(gate, everywhere.why).click();
    await look(gate, 'why');
    await gate.keyboard.press('Escape');
    await gate
      .getByRole('button', { name: about(words.lines.resolveOne) })
      .first()
      .click();
    await button(gate, words.resolve.act).click();
    await expect(gate.getByText(words.resolve.reasonMissing)).toBeVisible();
    await look(gate, 'decide a line');
    await gate.keyboard.press('Escape');

    await button(gate, words.lines.add).click();
    await fillGoods(gate, language, { volumeMl: '6000' });
    await button(gate, words.addLine.act).click();
    await expect(gate.getByText(words.goods.missingValue)).toBeVisible();
    await look(gate, 'add a line');
    await gate.getByLabel(words.goods.value, { exact: true }).fill('90');
    await button(gate, words.addLine.act).click();
    await expect(gate.getByText(words.exit.red).first()).toBeVisible();
    await expect(gate.getByRole('dialog')).toHaveCount(0);
    await look(gate, 'exit, red');
    await button(gate, words.close.unsettled).click();
    await look(gate, 'unsettled?');
    await gate.getByLabel(words.close.reason, { exact: true }).fill('papers missing');
    await button(gate, words.close.act).click();
    await expect(gate.getByText(words.exit.settled.unsettled).first()).toBeVisible();
    await expect(gate.getByRole('dialog')).toHaveCount(0);
    await look(gate, 'exit, unsettled');
    await scan(gate, code);
    await expect(gate.getByText(words.entry.stop)).toBeVisible();
    await look(gate, 'spent');
  });
});

/** Spirits, as an officer writes them down. */
async function fillGoods(gate: Page, language: Language, { volumeMl }: { readonly volumeMl: string }): Promise<void> {
  const { goods } = messages[language].gate;
  const spirits = khorgos.categories.find(({ id }) => id === 'spirits')?.names[language] ?? '';
  await gate.getByRole('button', { name: goods.category }).click();
  await gate.getByRole('option', { name: spirits, exact: true }).click();
  await gate.getByLabel(goods.description, { exact: true }).fill('Vodka');
  await gate.getByLabel(goods.quantity, { exact: true }).fill('1');
  await gate.getByLabel(goods.weight, { exact: true }).fill('1200');
  await gate.getByLabel(goods.volume, { exact: true }).fill(volumeMl);
}
