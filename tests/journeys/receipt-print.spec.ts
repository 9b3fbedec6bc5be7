import { expect } from '@playwright/test';
import { encode, renderSVG } from 'uqr';
import { messages } from '#lib/words/messages.ts';
import { aNetworkPrinter } from '../support/network-printer.ts';
import { openTill, payExactly, refundOne, scan, showAtTill } from './support/doors.ts';
import { type Dots, dotsOnScreen, strayDots } from './support/dots.ts';
import { test } from './support/journey.ts';
import { payOffline, readyForTheStorm, shopperInside } from './support/offline-till.ts';
import { choosePrinter, kept, MOST_STRAY } from './support/printing.ts';
import { signIn } from './support/sign-in.ts';
import { salesOnDisk } from './support/till-disk.ts';
import { plugInPrinter } from './support/wired-printer.ts';
import { about } from './support/words.ts';

const SCARF = '2100000020010';

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
  const original = await kept(info, till, 'original', printer.sheets[0] ?? []);
  expect(strayDots(original, await kept(info, till, 'screen', await dotsOnScreen(till)))).toBeLessThan(MOST_STRAY);

  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).click();
  await expect.poll(() => printer.sheets.length).toBe(2);
  const first = await kept(info, till, 'copy', printer.sheets[1] ?? []);
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.copy} / ${messages.en.till.paper.copy} 1`);
  expect(strayDots(first, await dotsOnScreen(till))).toBeLessThan(MOST_STRAY);
  expect(strayDots(first, original)).toBeGreaterThan(3 * MOST_STRAY);

  await till.reload();
  await expect(till.getByRole('searchbox', { name: words.goods.search })).toBeVisible();
  await till.keyboard.press('F8');
  await till
    .getByRole('button', { name: about(words.sales.open) })
    .first()
    .click();
  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).click();
  await expect.poll(() => printer.sheets.length).toBe(3);
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.copy} / ${messages.en.till.paper.copy} 2`);
  // The drawer opened for the sale, paper or not, and for no copy.
  expect([printer.drawerOpened, printer.faults]).toEqual([1, []]);
  await till.keyboard.press('Escape');
  await refundOne(till, 'zh', /./);
  await till.keyboard.press('F8');
  await till
    .getByRole('button', { name: about(words.sales.open) })
    .first()
    .click();
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.refunded} / ${messages.en.till.paper.refunded}`);
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
  // Each browser of the stall is a device of its own; this one is the newest.
  const row = desk.getByRole('row').filter({ hasText: 'A-002' }).last();
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
  expect(shown.match(/ d="[^"]+"/)?.[0]).toBe(renderSVG(onPhone, { ecc: 'M', border: 3, pixelSize: 1 }).match(/ d="[^"]+"/)?.[0]);
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

test('a till in the dark prints by its own wire, and the code on the paper is the signed sale, module for module, in Kazakh', async ({
  browser,
}, info) => {
  const { till: words, offline } = messages.kk;
  const { code } = await shopperInside(browser, 'kk', 'EJ1701705');
  const till = await openTill(browser, 'CN', 'kk');
  const printer = await plugInPrinter(till);
  await choosePrinter(till, 'kk', 'usb');
  await readyForTheStorm(till);
  const held = till.waitForResponse((answer) => answer.url().endsWith('/api/v1/leases') && answer.ok());
  await showAtTill(till, code);
  await scan(till, SCARF);
  await held;
  await till.context().setOffline(true);
  await expect(till.getByText(offline.link.device.name, { exact: true })).toBeVisible({ timeout: 40_000 });
  await payOffline(till, 'kk');
  await expect(till.getByText(words.printer.outcomes.printed)).toBeVisible();
  const paper = await kept(info, till, 'in the dark', printer.sheets[0] ?? []);
  const [sale] = (await salesOnDisk(till)) as unknown as readonly { receipt: { saleText: string } }[];
  const { data } = encode(sale?.receipt.saleText ?? '', { ecc: 'M', border: 3 });
  expect(hasCode(paper, data)).toBe(true);
  const changed = data.map((row, y) => row.map((module, x) => (x === 40 && y === 40 ? !module : module)));
  expect(hasCode(paper, changed)).toBe(false);
  await till.getByRole('button', { name: words.receipt.new }).click();
  await till.getByRole('button', { name: offline.link.unsent.replace('{count}', '1') }).click();
  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).click();
  await till.getByRole('button', { name: words.receipt.printCopy, exact: true }).last().click();
  await expect.poll(() => printer.sheets.length).toBe(2);
  await expect(till.locator('[data-paper]')).toContainText(`${words.paper.copy} / ${messages.en.till.paper.copy} ***`);
  await till.context().setOffline(false);
});

/** Whether a code is on the paper somewhere, in squares of whole dots: read at the middle of each. */
function hasCode(paper: Dots, modules: readonly (readonly boolean[])[]): boolean {
  const wide = paper[0]?.length ?? 0;
  for (let side = Math.floor(wide / modules.length); side > 1; side -= 1)
    for (let top = 0; top + side * modules.length <= paper.length; top += 1)
      for (let left = 0; left + side * modules.length <= wide; left += 1)
        if (
          modules.every((row, y) =>
            row.every((module, x) => isAt(paper, top + (y + 0.5) * side, left + (x + 0.5) * side) === module),
          )
        )
          return true;
  return false;
}

const isAt = (paper: Dots, y: number, x: number): boolean => paper[Math.floor(y)]?.[Math.floor(x)] === 1;
