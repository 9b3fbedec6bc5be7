import { expect, type Locator, type Page } from '@playwright/test';
import { checkPack } from '#lib/law/check-pack.ts';
import { faultText } from '#lib/words/fault-text.ts';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { khorgosJson } from '../../support/khorgos.ts';
import { test } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

/** The document as a lawyer may have mistyped it. */
// biome-ignore lint/suspicious/noExplicitAny: faults are made in it on purpose
type Mistyped = any;

const mistyped = (change: (pack: Mistyped) => void): unknown => {
  const pack: Mistyped = structuredClone(khorgosJson);
  change(pack);
  return pack;
};

const ODD_SHAPE = mistyped(({ rules, gates, sides }) => {
  rules[0].from = '2012-04-31';
  rules[0].measure.limitMinor = '8000';
  rules[0].note = 'x';
  rules[1].goods.include = ['tobacco'];
  rules[2].period = { kind: 'hour' };
  gates[0].name = '';
  sides[0].currency = 'XXX';
});
const NOTHING_THERE = mistyped(({ rules, categories }) => {
  rules[0].side = 'RU';
  rules[0].sources[0] = 'S999';
  rules[1].period = { kind: 'day' };
  rules[1].goods.include[0].category = 'tabacco';
  rules[3].to = '2001-01-01';
  categories[0].parent = 'silk';
});
const WRONG_ONCE_ANSWERED = mistyped(({ settings }) => {
  for (const { changes = [] } of settings)
    for (const { set } of changes) if (set?.goods?.exclude !== undefined) set.goods.exclude = [{ category: 'tabacco' }];
});

for (const { code: language } of LANGUAGES)
  test(`a draft with faults says them in the reader’s language, and is whole: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const { lawRoom } = messages[language];
    const page = await signIn(browser, 'administrator', 'demo-administrator', '/office/law', language);
    await page.getByRole('tab', { name: lawRoom.tabs.drafts, exact: true }).click();
    await page.getByRole('button', { name: lawRoom.drafts.start }).click();
    await page.getByRole('textbox', { name: lawRoom.drafts.titleOf }).fill('2027');
    await page.getByRole('dialog').getByRole('button', { name: lawRoom.drafts.start }).click();
    await page.getByRole('tab', { name: lawRoom.drafts.json, exact: true }).click();
    const text = page.getByRole('textbox', { name: lawRoom.drafts.json });
    for (const [name, pack] of Object.entries({ ODD_SHAPE, NOTHING_THERE, WRONG_ONCE_ANSWERED })) {
      await paste(text, JSON.stringify(pack, null, 2));
      await expect.poll(() => saidIn(page)).toEqual(faultsOf(pack, language));
      await look(page, `${language}, faults, ${name}`);
    }
    await paste(text, '{\n  "rules": [1, 2\n}');
    const { notJson } = lawRoom.drafts;
    await expect(page.getByRole('alert').first()).toHaveText(notJson.replace('{line}', '3').replace('{column}', '1'));
    await look(page, `${language}, no JSON`);
    await paste(text, JSON.stringify(ODD_SHAPE));
    await page.getByRole('tab', { name: lawRoom.drafts.form, exact: true }).click();
    await look(page, `${language}, faults in the form`);
  });

/** As from the clipboard, at once: typing a whole pack takes Chromium half a minute. */
const paste = (area: Locator, text: string): Promise<void> =>
  area.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

/** What the list of faults says, without the places that stand before it. */
const saidIn = (page: Page): Promise<string[]> => page.getByRole('alert').getByRole('listitem').locator('span').allTextContents();

function faultsOf(pack: unknown, language: Language): readonly string[] {
  const checked = checkPack(pack);
  return 'faults' in checked ? checked.faults.map((fault) => faultText(messages[language].lawRoom.faults, fault)) : [];
}
