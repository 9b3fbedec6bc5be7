import { expect, type Page } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { messages } from '#lib/words/messages.ts';
import {
  letGo,
  letIn,
  openDoor,
  openGate,
  openTill,
  passFromKiosk,
  present,
  refundOne,
  scan,
  sell,
  showAtTill,
} from './support/doors.ts';
import { test } from './support/journey.ts';
import { meterOf } from './support/limits.ts';
import { documentOf } from './support/people.ts';

const QUILT = '2100000020133';
const JACKET = '2100000020232';
const HONEY = '2200000310019';
const WINE_LITRE_AND_A_HALF = '2200000380036';

test('wine drunk inside is resolved at the gate, and the traveller goes, in Kazakh', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'kk');
  const gate = await openGate(browser, 'KZ', 'kk');
  const till = await openTill(browser, 'wine', 'kk');
  const code = await passFromKiosk(
    kiosk,
    'kk',
    documentOf({ state: 'KAZ', number: 'N88000801', surname: 'TULEGEN', givenNames: 'MARAT', sex: 'M' }),
  );
  await letIn(gate, 'kk', code);
  await sell(till, 'kk', code, [[WINE_LITRE_AND_A_HALF, 3]], true);
  await present(gate, 'kk', code);
  const { exit, lines, resolve } = messages.kk.gate;
  await expect(gate.getByText(exit.amber).first()).toBeVisible();
  await expect(gate.getByText(/15[,.]00/).first()).toBeVisible();
  await gate.getByRole('button', { name: about(lines.resolveOne) }).click();
  await choose(gate, resolve.fate, lines.fates['consumed-inside']);
  await gate.getByLabel(resolve.part.replace('{quantity}', '3')).fill('1');
  await gate.getByRole('button', { name: resolve.reasons.shown }).click();
  await gate.getByRole('button', { name: resolve.act }).click();
  await expect(gate.getByRole('dialog')).toHaveCount(0);
  await expect(gate.getByRole('row').filter({ hasText: lines.fates['consumed-inside'] })).toHaveCount(1);
  await expect(gate.getByText(exit.green).first()).toBeVisible();
  await gate.getByRole('button', { name: messages.kk.gate.close.letGo, exact: true }).click();
  await expect(gate.getByText(exit.settled.settled).first()).toBeVisible();
});

test('an exit withdrawn to the market, a coat given back, and presented again it is green, in Chinese', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'zh');
  const gate = await openGate(browser, 'CN', 'zh');
  const till = await openTill(browser, 'CN', 'zh');
  const code = await passFromKiosk(
    kiosk,
    'zh',
    documentOf({ state: 'CHN', number: 'EJ8801101', surname: 'GUO', givenNames: 'QIANG', sex: 'M' }),
  );
  await letIn(gate, 'zh', code);
  await sell(
    till,
    'zh',
    code,
    [
      [QUILT, 11],
      [JACKET, 2],
    ],
    true,
  );
  await present(gate, 'zh', code);
  const { exit, close } = messages.zh.gate;
  await expect(gate.getByText(exit.amber).first()).toBeVisible();
  await gate.getByRole('button', { name: close.withdrawn }).click();
  await expect(gate.getByText(exit.settled.withdrawn).first()).toBeVisible();
  await refundOne(till, 'zh', /夹克/);
  await letGo(gate, 'zh', code);
});

test('the wrong side is refused, and opens to two signatures, in Russian', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ru');
  const entry = await openGate(browser, 'CN', 'ru');
  const gate = await openGate(browser, 'KZ', 'ru');
  const code = await passFromKiosk(
    kiosk,
    'ru',
    documentOf({ state: 'RUS', number: '880006011', surname: 'LEBEDEVA', givenNames: 'OLGA' }),
  );
  await letIn(entry, 'ru', code);
  await present(gate, 'ru', code);
  const { signatures, exit, close } = messages.ru.gate;
  await expect(gate.getByText(upToFacts(messages.ru.refusals['wrong-side'].what)).first()).toBeVisible();
  await gate.getByRole('button', { name: signatures.open }).click();
  const [first, second] = chosenOf(signatures.officer);
  const [firstPin, secondPin] = chosenOf(signatures.pin);
  const sign = gate.getByRole('button', { name: signatures.act });
  await choose(gate, first, 'Officer Wang');
  await choose(gate, second, 'Officer Wang');
  await expect(gate.getByText(signatures.same)).toBeVisible();
  await choose(gate, second, 'Officer Sadykov');
  await gate.getByLabel(firstPin).fill('135790');
  await gate.getByLabel(secondPin).fill('000000');
  await gate.getByLabel(signatures.reason).fill('Дорогу занесло');
  await sign.click();
  await expect(gate.getByText(upToFacts(messages.ru.refusals['pin-wrong'].what)).first()).toBeVisible();
  await gate.getByLabel(firstPin).fill('135790');
  await gate.getByLabel(secondPin).fill('135790');
  await sign.click();
  await expect(gate.getByText(exit.green).first()).toBeVisible();
  await gate.getByRole('button', { name: close.letGo, exact: true }).click();
  await expect(gate.getByText(exit.settled.settled).first()).toBeVisible();
});

test('a lost pass is replaced within the visit, and a till refuses the old one, in Urdu', async ({ browser }) => {
  const kiosk = await openDoor(browser, 'kiosk', 'KZ', 'ur');
  const gate = await openGate(browser, 'KZ', 'ur');
  const till = await openTill(browser, 'KZ', 'ur');
  const document = documentOf({ state: 'PAK', number: 'ZZ8801001', surname: 'QURESHI', givenNames: 'BILAL', sex: 'M' });
  const lost = await passFromKiosk(kiosk, 'ur', document);
  await letIn(gate, 'ur', lost);
  await sell(till, 'ur', lost, [[HONEY, 2]]);
  const { scan: row, tools } = messages.ur.gate;
  await gate.getByRole('button', { name: row.tools }).click();
  await expect(gate.getByText(tools.scanNote)).toBeVisible();
  await scan(gate, document);
  await gate.getByRole('button', { name: tools.replaceOne.replace('{code}', displayCode(lost)) }).click();
  await expect(gate.getByRole('heading', { name: tools.done })).toBeVisible();
  const shown = await gate
    .getByRole('status')
    .getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{4}$/)
    .textContent();
  const fresh = (shown ?? '').replaceAll('-', '');
  expect(fresh).not.toBe(lost);
  await scan(till, lost);
  await expect(till.getByText(messages.ur.refusals['pass-replaced'].what).first()).toBeVisible();
  await showAtTill(till, fresh);
  await expect(meterOf(till, 'ur', 'KZ-LAND-KG')).toHaveAttribute('aria-valuenow', '680');
});

/** Chooses one of a list by its label. */
async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** A sentence about a named thing, whatever its name. */
const about = (sentence: string): RegExp => new RegExp(`^${sentence.replace('{name}', '.+')}$`);

/** The part of a refusal before its facts. */
const upToFacts = (what: string): string => what.split('{')[0] ?? what;

/** Both branches of words that choose: one for the first, one for the other. */
const chosenOf = (words: string): [string, string] => {
  const [first = '', other = ''] = [...words.matchAll(/\{([^{}]+)\}/g)].map(([, branch]) => branch ?? '');
  return [first, other];
};
