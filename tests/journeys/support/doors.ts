import { type Browser, expect, type Page } from '@playwright/test';
import { displayCode } from '#lib/pass/short-code.ts';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';

export type Side = 'CN' | 'KZ';

export const CODES = {
  kiosk: { CN: '10000001', KZ: '10000002' },
  gate: { CN: '20000001', KZ: '20000002', besideKZ: '20000004' },
  till: { CN: '30000001', KZ: '30000002', phones: '30000003', wine: '30000004', bags: '30000005', desk: '40000001' },
} as const;
const TABLET = { width: 1280, height: 800 };
const VIEWPORTS = { kiosk: { width: 1080, height: 1920 }, gate: TABLET, till: TABLET };

/** Opens a door in a browser of its own, enrolled by the link that npm start prints. */
export async function openDoor<Door extends keyof typeof CODES>(
  browser: Browser,
  door: Door,
  place: keyof (typeof CODES)[Door],
  language: Language,
): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORTS[door] });
  const page = await context.newPage();
  page.on('pageerror', (fault) => {
    throw fault;
  });
  await page.goto(`/enrol?code=${CODES[door][place]}&lang=${language}`);
  await page.waitForURL(`**/${door}`);
  return page;
}

/**
 * Types as a wedge scanner on a US layout does: physical keys with Shift held where the sign needs it, Enter after each line. Each key
 * carries the time at which a scanner would have sent it, however late a busy machine comes to it.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const keys = [...text.split('\n').join('\r'), '\r'].map(keyOf);
  // No hand is quicker than the screen: what was just drawn has begun to listen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const keyboard = await page.context().newCDPSession(page);
  const now = Date.now();
  await Promise.all(
    keys.flatMap((key, place) => {
      const timestamp = (now - (keys.length - place) * KEY_MS) / 1000;
      return [
        keyboard.send('Input.dispatchKeyEvent', { ...key, timestamp, type: 'keyDown' }),
        keyboard.send('Input.dispatchKeyEvent', { ...key, timestamp, type: 'keyUp', text: '' }),
      ];
    }),
  );
  await keyboard.detach();
  // Nor is one as quick after a scan: a key this close behind would be the scanner's own.
  await page.waitForTimeout(HAND_MS);
}

const HAND_MS = 120;
const KEY_MS = 4;
const SHIFT = 8;
const SIGNS: Readonly<Record<string, readonly [code: string, modifiers: number]>> = {
  '\r': ['Enter', 0],
  '<': ['Comma', SHIFT],
  ':': ['Semicolon', SHIFT],
  '-': ['Minus', 0],
  '.': ['Period', 0],
  '/': ['Slash', 0],
  '+': ['Equal', SHIFT],
  $: ['Digit4', SHIFT],
  '%': ['Digit5', SHIFT],
  '*': ['Digit8', SHIFT],
  ' ': ['Space', 0],
};

function keyOf(sign: string) {
  const [code, modifiers] = SIGNS[sign] ?? (/\d/.test(sign) ? [`Digit${sign}`, 0] : letter(sign));
  return {
    code,
    modifiers,
    text: sign,
    key: sign === '\r' ? 'Enter' : sign,
    ...(sign === '\r' ? { windowsVirtualKeyCode: 13 } : {}),
  };
}

const letter = (sign: string) => [`Key${sign.toUpperCase()}`, /[A-Z]/.test(sign) ? SHIFT : 0] as const;

/** Takes a document through the kiosk to its pass. @returns the pass code as shown. */
export async function passFromKiosk(kiosk: Page, language: Language, mrz: string, guardian?: string): Promise<string> {
  const words = messages[language].kiosk;
  await startAtKiosk(kiosk, language);
  await scan(kiosk, mrz);
  await kiosk.getByRole('button', { name: words.check.issue }).click();
  if (guardian !== undefined) {
    await expect(kiosk.getByRole('heading', { name: words.guardian.title })).toBeVisible();
    await scan(kiosk, guardian);
    await kiosk.getByRole('button', { name: words.check.issue }).click();
  }
  await expect(kiosk.getByText(words.pass.ready)).toBeVisible();
  const shown =
    (await kiosk
      .getByText(/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{4}$/)
      .first()
      .textContent()) ?? '';
  await kiosk.getByRole('button', { name: words.finish }).click();
  return shown.replaceAll('-', '');
}

/** From the attract screen to the question for the document, in a language. */
export async function startAtKiosk(kiosk: Page, language: Language): Promise<void> {
  const own = LANGUAGES.find(({ code }) => code === language) as (typeof LANGUAGES)[number];
  await kiosk.getByRole('button', { name: own.name }).first().click();
  await expect(kiosk.getByRole('heading', { name: messages[language].kiosk.scan.title })).toBeVisible();
}

/** A till at which the demo's cashier stands, with its drawer open. */
export async function openTill(browser: Browser, place: keyof (typeof CODES)['till'], language: Language): Promise<Page> {
  const till = await openDoor(browser, 'till', place, language);
  await standAtTill(till, language);
  return till;
}

/** Signs the demo's cashier in and opens the drawer, where that is not done yet. */
export async function standAtTill(till: Page, language: Language): Promise<void> {
  const words = messages[language].till;
  const search = till.getByRole('searchbox', { name: words.goods.search });
  const who = till.getByRole('heading', { name: words.operator.title });
  const float = till.getByRole('heading', { name: words.float.title });
  await expect(search.or(who).or(float).first()).toBeVisible();
  if (await who.isVisible()) {
    await till.getByRole('listitem').getByRole('button').first().click();
    await till.keyboard.type('246810');
    await till.keyboard.press('Enter');
    await expect(search.or(float).first()).toBeVisible();
  }
  if (await float.isVisible()) await till.getByRole('button', { name: words.float.openEmpty }).click();
  await expect(search).toBeVisible();
}

/** A gate with its first officer signed in. */
export async function openGate(browser: Browser, side: keyof (typeof CODES)['gate'], language: Language): Promise<Page> {
  const gate = await openDoor(browser, 'gate', side, language);
  const words = messages[language].gate;
  const ready = gate.getByText(words.scan.ready);
  const who = gate.getByRole('heading', { name: words.signIn.title });
  await expect(ready.or(who).first()).toBeVisible();
  if (await who.isVisible()) {
    await gate.getByRole('button', { name: 'Officer Wang' }).click();
    await gate.locator('input[type=password]').fill('135790');
    await gate.keyboard.press('Enter');
    await expect(ready).toBeVisible();
  }
  return gate;
}

/** Lets the holder of a pass in. */
export async function letIn(gate: Page, language: Language, code: string): Promise<void> {
  const { direction, entry } = messages[language].gate;
  await gate.getByRole('radio', { name: direction.in }).click();
  await scan(gate, code);
  await expect(gate.getByText(entry.title).first()).toBeVisible();
}

/** Presents an exit and lets its holder go, owing nothing. */
export async function letGo(gate: Page, language: Language, code: string): Promise<void> {
  const { exit, close } = messages[language].gate;
  await present(gate, language, code);
  await expect(gate.getByText(exit.green).first()).toBeVisible();
  await gate.getByRole('button', { name: close.letGo, exact: true }).click();
  await expect(gate.getByText(exit.settled.settled).first()).toBeVisible();
}

/** Presents an exit: the gate shows its case. */
export async function present(gate: Page, language: Language, code: string): Promise<void> {
  await gate.getByRole('radio', { name: messages[language].gate.direction.out }).click();
  await scan(gate, code);
}

/** Sells goods to the holder of a pass by scanning both, paying in cash exactly. With `agrees` the shopper says yes to the duty. */
export async function sell(
  till: Page,
  language: Language,
  code: string,
  goods: readonly (readonly [gtin: string, count: number])[],
  agrees = false,
): Promise<void> {
  await showAtTill(till, code);
  for (const [gtin, count] of goods) for (let i = 0; i < count; i += 1) await scan(till, gtin);
  if (agrees) await settleExit(till, language);
  if (agrees) await till.getByText(messages[language].till.allowance.agrees).click();
  await payExactly(till, language);
  await till.getByRole('button', { name: messages[language].till.receipt.new }).click();
}

/** Puts a pass on the counter of a till. */
export async function showAtTill(till: Page, code: string): Promise<void> {
  await scan(till, code);
  await expect(till.getByText(displayCode(code)).first()).toBeVisible();
}

/** Takes the exact money in cash for what lies on the counter, up to the receipt. */
export async function payExactly(till: Page, language: Language): Promise<void> {
  const { foot, pay, receipt } = messages[language].till;
  const exact = till.getByRole('button', { name: pay.exact });
  const use = exitChoice(till, language, 'use');
  do {
    await settleExit(till, language);
    await till.getByRole('button', { name: new RegExp(`^${foot.pay}`) }).click();
    await expect(exact.or(use).first()).toBeVisible();
    // Another pass of the party may have to be asked.
  } while (await use.isVisible());
  await exact.click();
  await till.getByRole('button', { name: pay.confirm }).click();
  await expect(till.getByRole('heading', { name: receipt.title })).toBeVisible();
}

/** Where the goods would use an exit that the law counts, and nobody has said so yet: it is used. */
export async function settleExit(till: Page, language: Language): Promise<void> {
  await expect(till.locator('[aria-busy="true"]')).toHaveCount(0);
  const use = exitChoice(till, language, 'use');
  if (await use.isVisible()) await use.click();
}

/** The button of one way to go on with a counted exit. */
export const exitChoice = (page: Page, language: Language, way: 'use' | 'save') =>
  page.getByRole('button', { name: new RegExp(`^${messages[language].law.exitChoice[way]}`) });

/** Gives the cash for one piece of the newest sale back, the goods having come back. */
export async function refundOne(till: Page, language: Language, piece: RegExp): Promise<void> {
  const { sales, refund } = messages[language].till;
  await till.keyboard.press('F8');
  const [before = '', after = ''] = sales.open.split('{number}');
  await till
    .getByRole('button', { name: new RegExp(`^${before}.+${after}$`) })
    .first()
    .click();
  await till.getByRole('button', { name: sales.refund, exact: true }).click();
  const [fore = '', aft = ''] = refund.more.split('{name}');
  await till.getByRole('button', { name: new RegExp(`^${fore}.*${piece.source}.*${aft}$`) }).click();
  await till.getByRole('button', { name: refund.act, exact: true }).click();
  await expect(till.getByText(refund.doneFreed)).toBeVisible();
  // The form is asked away after the notice, and its focus with it: no hand is quicker than the frame that hands it on.
  await expect(till.getByLabel(refund.cash, { exact: true })).toHaveCount(0);
  await till.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await till.keyboard.press('Escape');
  await expect(till.getByRole('dialog')).toHaveCount(0);
}
