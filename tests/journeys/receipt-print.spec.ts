import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { dotsOnScreen, pngOfDots, strayDots } from './support/dots.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';
import { signIn } from './support/sign-in.ts';
import { plugInPrinter } from './support/usb-printer.ts';

const PICTURES = 'test-results/receipts';

/** What stalls really call their goods: in their own script, in every language that they were asked for. */
const GOODS = [
  { gtin: '2900000170018', name: '丝绸围巾（手绣牡丹）', price: '88.00' },
  { gtin: '2900000170025', name: 'Мёд горный липовый, 1 кг', price: '46.50' },
  { gtin: '2900000170032', name: 'Қымыз ұлттық сусыны', price: '12.00' },
  { gtin: '2900000170049', name: 'ریشمی دوپٹہ XL، ہاتھ کی کڑھائی', price: '135.00' },
];

test('T17: the receipt of an Urdu shopper with Chinese, Russian and Kazakh goods is on paper dot for dot what the browser draws, against letters unjoined, turned about or missing', async ({
  browser,
}) => {
  await stockGoods(browser);
  const kiosk = await openDoor(browser, 'kiosk', 'CN', 'ur');
  const document = documentOf({ state: 'PAK', number: 'BX1701701', surname: 'KHAN', givenNames: 'ZAINAB' });
  const code = await passFromKiosk(kiosk, 'ur', document);
  await letIn(await openGate(browser, 'CN', 'ur'), 'ur', code);
  const till = await openTill(browser, 'CN', 'ur');
  const printer = await plugInPrinter(till);
  await chooseUsb(till);
  await showAtTill(till, code);
  for (const { gtin } of GOODS) await scan(till, gtin);
  await payExactly(till, 'ur');
  await expect(till.getByText(messages.ur.till.printer.outcomes.printed)).toBeVisible();

  expect(printer.faults).toEqual([]);
  expect(printer.drawerOpened).toBe(1);
  expect(printer.sheets).toHaveLength(1);
  const [paper = []] = printer.sheets;
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}/T17.png`, await pngOfDots(till, paper));
  const screen = await dotsOnScreen(till);
  writeFileSync(`${PICTURES}/T17-screen.png`, await pngOfDots(till, screen));
  const off = {
    asItIs: strayDots(paper, screen),
    mirrored: strayDots(
      paper,
      screen.map((row) => row.toReversed()),
    ),
    unjoined: strayDots(paper, await dotsOnScreen(till, withoutJoining)),
    boxes: strayDots(paper, await dotsOnScreen(till, withBoxesForHan)),
    turned: strayDots(paper, await dotsOnScreen(till, leftToRight)),
  };
  console.log(off);
  expect(off.asItIs).toBeLessThan(0.02);
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
    const added = await shop.request.post('/api/v1/products', { headers, data: product });
    expect([201, 422]).toContain(added.status());
  }
  await shop.context().close();
}

/** As a person chooses a printer at the till. */
async function chooseUsb(till: Page): Promise<void> {
  const { printer } = messages.ur.till;
  await till.getByRole('button', { name: printer.title }).click();
  await till.getByText(printer.by.usb, { exact: true }).click();
  await till.getByRole('button', { name: printer.choose }).click();
  await expect(till.getByRole('dialog').getByText(printer.states.ready)).toBeVisible();
  await till.screenshot({ path: `${PICTURES}/dialog.png` });
  await till.keyboard.press('Escape');
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
