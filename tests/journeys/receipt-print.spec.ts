import { writeFileSync } from 'node:fs';
import { type Browser, expect, type Page, type TestInfo } from '@playwright/test';
import { renderSVG } from 'uqr';
import type { Language } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { aNetworkPrinter } from '../support/network-printer.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { type Dots, dotsOnScreen, pngOfDots, strayDots } from './support/dots.ts';
import { test } from './support/journey.ts';
import { shopperInside } from './support/offline-till.ts';
import { documentOf } from './support/people.ts';
import { signIn } from './support/sign-in.ts';
import { plugInPrinter } from './support/wired-printer.ts';
import { about } from './support/words.ts';

const SCARF = '2100000020010';

/** What stalls really call their goods: in their own script, in every language that they were asked for. */
const GOODS = [
  { gtin: '2900000170018', name: '丝绸围巾（手绣牡丹）', price: '88.00' },
  { gtin: '2900000170025', name: 'Мёд горный липовый, 1 кг', price: '46.50' },
  { gtin: '2900000170032', name: 'Қымыз ұлттық сусыны', price: '12.00' },
  { gtin: '2900000170049', name: 'ریشمی دوپٹہ XL، ہاتھ کی کڑھائی', price: '135.00' },
];

/** As many dots may lie astray: what a face rounds otherwise here and there. Whatever is really wrong is many times more. */
const MOST_STRAY = 0.01;

test('T17: an Urdu receipt with Chinese, Russian and Kazakh goods comes out of the printer as the browser draws it, against letters unjoined, turned about or missing on paper', async ({
  browser,
}, info) => {
  await stockGoods(browser);
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ur');
  const document = documentOf({ state: 'PAK', number: 'BX1701701', surname: 'KHAN', givenNames: 'ZAINAB' });
  const code = await passFromKiosk(kiosk, 'ur', document);
  await letIn(await openGate(browser, 'CN', 'ur'), 'ur', code);
  const till = await openTill(browser, 'CN', 'ur');
  const printer = await plugInPrinter(till);
  await choosePrinter(till, 'ur', 'usb');
  await showAtTill(till, code);
  for (const { gtin } of GOODS) await scan(till, gtin);
  await payExactly(till, 'ur');
  await expect(till.getByText(messages.ur.till.printer.outcomes.printed)).toBeVisible();

  expect([printer.faults, printer.drawerOpened, printer.sheets.length]).toEqual([[], 1, 1]);
  const paper = await kept(info, till, 'paper', printer.sheets[0] ?? []);
  const screen = await kept(info, till, 'screen', await dotsOnScreen(till));
  expect(strayDots(paper, screen)).toBeLessThan(MOST_STRAY);
  const wrong = {
    mirrored: screen.map((row) => row.toReversed()),
    unjoined: await dotsOnScreen(till, withoutJoining),
    boxes: await dotsOnScreen(till, withBoxesForHan),
    turned: await dotsOnScreen(till, leftToRight),
  };
  for (const [what, dots] of Object.entries(wrong)) expect([what, strayDots(paper, dots) > 3 * MOST_STRAY]).toEqual([what, true]);
});

test('a printer without paper says so and the sale stands; with a new roll it prints the original, and after that copies by number, in Chinese', async ({
  browser,
}, info) => {
  const { till: words } = messages.zh;
  const { code } = await shopperInside(browser, 'zh', 'EJ1701702');
  const till = await openTill(browser, 'CN', 'zh');
  const printer = await plugInPrinter(till);
  await choosePrinter(till, 'zh', 'usb');
  printer.is({ paper: 'end' });
  await showAtTill(till, code);
  await scan(till, SCARF);
  await payExactly(till, 'zh');
  await expect(till.getByText(words.printer.states['no-paper'])).toBeVisible();
  await expect(till.getByRole('button', { name: words.printer.title })).toContainText(words.printer.short['no-paper']);
  expect([printer.sheets, printer.rows]).toEqual([[], []]);

  printer.is({ paper: 'near-end' });
  await till.getByRole('button', { name: words.receipt.print, exact: true }).click();
  await expect(till.getByText(words.printer.outcomes.printed)).toContainText(words.printer.states['paper-low']);
  expect(strayDots(printer.sheets[0] ?? [], await dotsOnScreen(till))).toBeLessThan(MOST_STRAY);
  const original = printer.sheets[0] ?? [];

  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).click();
  await expect.poll(() => printer.sheets.length).toBe(2);
  const first = await kept(info, till, 'copy', printer.sheets[1] ?? []);
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.copy} / ${messages.en.till.paper.copy} 1`);
  expect(strayDots(first, await dotsOnScreen(till))).toBeLessThan(MOST_STRAY);
  expect(strayDots(first, original)).toBeGreaterThan(3 * MOST_STRAY);

  await till.reload();
  await till.keyboard.press('F8');
  await till
    .getByRole('button', { name: about(words.sales.open) })
    .first()
    .click();
  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).click();
  await expect.poll(() => printer.sheets.length).toBe(3);
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.copy} / ${messages.en.till.paper.copy} 2`);
  // The drawer opened with the first print that came about, and never for a copy.
  expect([printer.drawerOpened, printer.faults]).toEqual([1, []]);
});

test('a till prints over the network where the office says, on small paper, and what a shopper bought opens on their phone by the code beside it, in Russian', async ({
  browser,
}, info) => {
  const { office, till: words, pass } = messages.ru;
  const printer = await aNetworkPrinter(384);
  const { code } = await shopperInside(browser, 'ru', 'EJ1701703');
  const till = await openTill(browser, 'CN', 'ru');
  await choosePrinter(till, 'ru', 'network', words.printer.noAddress);
  const desk = await signIn(browser, 'administrator', 'demo-administrator', '/office', 'ru');
  await desk.goto('/office/devices');
  const row = desk.getByRole('row').filter({ hasText: 'A-002' });
  await row
    .getByRole('button', { name: about(office.devices.printerOf) })
    .first()
    .click();
  const address = desk.getByLabel(office.devices.printerAddress, { exact: true });
  await address.fill('8.8.8.8');
  await desk.getByRole('button', { name: office.devices.printerSave, exact: true }).click();
  await expect(desk.getByText(messages.ru.refusals['printer-address-invalid'].what)).toBeVisible();
  await address.fill(printer.address);
  await desk.getByRole('button', { name: office.devices.printerSave, exact: true }).click();
  await expect(row.getByText(printer.address)).toBeVisible();

  await till.reload();
  await till.getByRole('button', { name: words.printer.title }).click();
  await till.getByText(words.printer.mm.replace('{mm}', '58'), { exact: true }).click();
  await expect(till.getByRole('dialog').getByText(words.printer.states.ready)).toBeVisible();
  await till.keyboard.press('Escape');
  await showAtTill(till, code);
  await scan(till, SCARF);
  await payExactly(till, 'ru');
  await expect(till.getByText(words.printer.outcomes.printed)).toBeVisible();
  expect([printer.sheets.length, printer.drawerOpened, printer.faults]).toEqual([1, 1, []]);
  await kept(info, till, 'small paper', printer.sheets[0] ?? []);

  const onPhone = `${new URL(till.url()).origin}/pass#${code}`;
  const shown = await till.getByRole('img', { name: words.receipt.phoneLabel }).evaluate((code) => code.innerHTML);
  expect(shown.match(/ d="[^"]+"/)?.[0]).toBe(renderSVG(onPhone, { ecc: 'M', border: 3 }).match(/ d="[^"]+"/)?.[0]);
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto(`/pass?lang=ru#${code}`);
  await expect(phone.getByRole('heading', { name: pass.receipts.title })).toBeVisible();
  await expect(phone.getByText('Mulberry Lane').first()).toBeVisible();

  await printer.close();
  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).click();
  await expect(till.getByText(words.printer.states.away)).toBeVisible();
  await till.getByRole('button', { name: words.receipt.new }).click();
});

test('a printer on a serial port prints when it is asked, opens the drawer for cash at once, and the browser’s own print marks its second paper as a copy, in English', async ({
  browser,
}) => {
  const { till: words } = messages.en;
  const { code } = await shopperInside(browser, 'en', 'EJ1701704');
  const till = await openTill(browser, 'CN', 'en');
  await till.addInitScript(() => {
    const counted = window as unknown as { printed: number };
    counted.printed = 0;
    window.print = () => {
      counted.printed += 1;
    };
  });
  const printer = await plugInPrinter(till);
  await choosePrinter(till, 'en', 'serial');
  await till.getByRole('button', { name: words.printer.title }).click();
  await till.getByText('19200', { exact: true }).click();
  await till.getByText(words.printer.when.asked, { exact: true }).click();
  await expect(till.getByRole('dialog').getByText(words.printer.states.ready)).toBeVisible();
  await till.keyboard.press('Escape');
  expect(await till.evaluate(() => localStorage.getItem('baud'))).toBe('19200');
  await showAtTill(till, code);
  await scan(till, SCARF);
  await payExactly(till, 'en');
  await expect.poll(() => printer.drawerOpened).toBe(1);
  expect(printer.sheets).toEqual([]);
  await till.keyboard.press('p');
  await expect(till.getByText(words.printer.outcomes.printed)).toBeVisible();
  expect([printer.sheets.length, printer.drawerOpened]).toEqual([1, 1]);
  await till.getByRole('button', { name: words.receipt.new }).click();

  await till.getByRole('button', { name: words.printer.title }).click();
  await till.getByText(words.printer.by.browser, { exact: true }).click();
  await till.keyboard.press('Escape');
  await showAtTill(till, code);
  await scan(till, SCARF);
  await payExactly(till, 'en');
  await till.keyboard.press('p');
  await expect.poll(() => till.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
  await expect(till.locator('[data-paper]')).not.toContainText(words.paper.copy);
  await till.keyboard.press('p');
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.copy} 1`);
});

/** The owner of the stall adds them, as they are called. */
async function stockGoods(browser: Browser): Promise<void> {
  const shop = await signIn(browser, 'owner', 'demo-owner-1', '/shop');
  const headers = { origin: new URL(shop.url()).origin, 'x-serai-door': 'shop' };
  const day = await shop.request.get('/api/v1/shop/day', { headers });
  const { stalls } = (await day.json()) as { stalls: { id: string }[] };
  for (const { gtin, name, price } of GOODS) {
    const product = {
      id: crypto.randomUUID(),
      stall: stalls[0]?.id,
      gtin,
      names: { en: name, zh: name, ru: name, kk: name, ur: name },
      category: 'household',
      hs: { scheme: 'HS', edition: '2022', digits: '392410' },
      price: { amount: price, currency: 'CNY' },
      ...{ netWeightG: 100, packedWeightG: 110, volumeMl: 0, strengthPermille: 0, pieces: 1, unit: 'piece' },
      ...{ origin: 'CHN', customsStatus: 'bonded', onHand: '500' },
    };
    expect((await shop.request.post('/api/v1/products', { headers, data: product })).status()).toBe(201);
  }
  await shop.context().close();
}

/** As a person chooses a printer at the till: by its wire, and until it says how it is. */
async function choosePrinter(till: Page, language: Language, by: 'usb' | 'serial' | 'network', until?: string): Promise<void> {
  const { printer } = messages[language].till;
  await till.getByRole('button', { name: printer.title }).click();
  await till.getByText(printer.by[by], { exact: true }).click();
  if (by !== 'network') await till.getByRole('button', { name: printer.choose, exact: true }).click();
  await expect(till.getByRole('dialog').getByText(until ?? printer.states.ready)).toBeVisible();
  await till.keyboard.press('Escape');
}

/** Beside the test's report, for a person to look at. */
async function kept(info: TestInfo, page: Page, name: string, dots: Dots): Promise<Dots> {
  writeFileSync(info.outputPath(`${name}.png`), await pngOfDots(page, dots));
  return dots;
}

/** Each Arabic letter stands alone, as on printers that have a code page and no shaping. Runs in the page. */
function withoutJoining(paper: HTMLElement): void {
  const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    text.data = text.data.replace(/([\u0600-\u06ff])(?=[\u0600-\u06ff])/g, '$1\u200c');
  }
}

/** No Han face. Runs in the page. */
function withBoxesForHan(paper: HTMLElement): void {
  const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    text.data = text.data.replace(/\p{Script=Han}/gu, '\u25a1');
  }
}

/** Laid out from the wrong side. Runs in the page. */
function leftToRight(paper: HTMLElement): void {
  paper.querySelector('article')?.setAttribute('dir', 'ltr');
}
