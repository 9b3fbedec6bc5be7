import { type Browser, expect } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { letIn, openDoor, openGate, openTill, passFromKiosk, payExactly, scan, showAtTill } from './support/doors.ts';
import { dotsOnScreen, strayDots } from './support/dots.ts';
import { test } from './support/journey.ts';
import { documentOf } from './support/people.ts';
import { choosePrinter, kept, MOST_STRAY } from './support/printing.ts';
import { signIn } from './support/sign-in.ts';
import { plugInPrinter } from './support/wired-printer.ts';

/** What stalls really call their goods: in their own script, in every language that they were asked for. */
const GOODS = [
  { gtin: '2900000170018', name: '丝绸围巾（手绣牡丹）', price: '88.00' },
  { gtin: '2900000170025', name: 'Мёд горный липовый, 1 кг', price: '46.50' },
  { gtin: '2900000170032', name: 'Қымыз ұлттық сусыны', price: '12.00' },
  { gtin: '2900000170049', name: 'ریشمی دوپٹہ XL، ہاتھ کی کڑھائی', price: '135.00' },
];

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
  console.log(
    strayDots(paper, screen),
    Object.entries(wrong).map(([what, dots]) => [what, strayDots(paper, dots)]),
  );
  for (const [what, dots] of Object.entries(wrong)) expect([what, strayDots(paper, dots) > 3 * MOST_STRAY]).toEqual([what, true]);
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
