import { expect, type Page } from '@playwright/test';
import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { LANGUAGES } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { type Look, test } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';
import { about } from '../support/words.ts';

for (const { code: language } of LANGUAGES) {
  const { office, shop, everywhere } = messages[language];

  test(`the office is whole and readable: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const page = await signIn(browser, 'administrator', 'demo-administrator', '/office', language);
    const open = opener(page, everywhere.close, look);
    await expect(page.getByText(office.now.byHour)).toBeVisible();
    await look(page, 'market now');
    const asTable = page.getByRole('button', { name: about(messages[language].desk.chart.asTableOf) });
    while ((await asTable.count()) > 0) await asTable.first().click();
    await look(page, 'market now, as tables');

    await page.goto('/office/vendors');
    await rows(page);
    await look(page, 'vendors');
    await open(office.vendors.license, 'license a vendor', office.vendors.act);
    await open(about(office.statement.openOne), 'statement of a vendor');
    await page.goto('/office/staff');
    await rows(page);
    await look(page, 'staff');
    await open(about(office.staff.ownPassNameOne), 'own pass of staff', office.staff.ownPassName);
    await open(office.staff.add, 'add a person', office.staff.act);
    await open(about(office.suspendOne), 'suspend', office.suspend);
    await page.goto('/office/devices');
    await rows(page);
    await look(page, 'devices');
    await open(office.devices.add, 'add a device', office.devices.act);
    await open(about(office.devices.printerOf), 'the printer of a till');
    await open(about(office.devices.revokeOne), 'revoke a device', office.devices.revoke);
    await page
      .getByRole('button', { name: about(office.devices.newCodeFor) })
      .last()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'code of a device');
    await page.goto('/office/offline');
    await expect(page.getByText(office.offline.noSales)).toBeVisible();
    await look(page, 'without network');
    await open(about(office.offline.changeOne), 'limit without network');
    await page.goto('/office/fiscal');
    await rows(page);
    await look(page, 'fiscal documents');
    await open(about(office.fiscal.changeOne), 'who fiscal documents go to');
    await page.goto('/office/scales');
    await rows(page);
    await look(page, 'layouts of scales');
    await open(office.scales.add, 'add a layout of scales');
    await page.goto('/office/passes');
    await rows(page);
    await look(page, 'passes');
    await open(about(office.passes.revokeOne), 'revoke a pass', office.passes.revoke);
    await page.goto('/office/persons');
    await expect(page.getByRole('heading').first()).toBeVisible();
    await look(page, 'persons');
    await page.goto('/office/files');
    await expect(page.getByText(office.files.file.settlements)).toBeVisible();
    await look(page, 'files');
    await page.goto('/office/audit');
    await rows(page);
    await look(page, 'audit');
    await page.goto('/shop');
    await expect(page.getByRole('heading', { name: messages[language].signIn.wrongRole.title })).toBeVisible();
    await look(page, 'wrong role');
  });

  test(`the law room is whole and readable: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const page = await signIn(browser, 'administrator', 'demo-administrator', '/office/law', language);
    const tabs = page.getByRole('tab');
    await expect(tabs.first()).toBeVisible();
    for (let nth = 0; nth < (await tabs.count()); nth += 1) {
      await tabs.nth(nth).click();
      await look(page, `law room, tab ${nth + 1}`);
    }
    await page.goto('/office/rates');
    await rows(page);
    await look(page, 'rates');
  });

  test(`a shop is whole and readable: ${language}`, async ({ browser, look }) => {
    test.setTimeout(240_000);
    const page = await signIn(browser, 'owner', 'demo-owner-1', '/shop', language);
    const open = opener(page, everywhere.close, look);
    await rows(page);
    await look(page, 'day');
    await page
      .getByRole('button', { name: about(shop.receipt.title) })
      .first()
      .click();
    await look(page, 'receipt');
    await page.goto('/shop/products');
    await rows(page);
    await look(page, 'products');
    await open(shop.products.add, 'add a product', shop.add.act);
    await open(about(shop.products.changePriceOf), 'price');
    await open(about(shop.products.stockOf), 'stock', shop.stock.act);
    await open(about(shop.products.changeNamesOf), 'names');
    await open(about(shop.movements.historyOf), 'movements');
    await page.goto('/shop/products/import');
    const broken = { name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from('gtin,price,category\n1,1;2,teas\n') };
    await page.locator('input[type=file]').setInputFiles(broken);
    await rows(page);
    await look(page, 'faults of a file');
    const goods = `stall,gtin,name_en,category,hs,price,net_weight_g,packed_weight_g,origin,customs_status\nA-002,${inStoreGtin(26, 1)},Tea,tea,090230,12.50,100,120,CHN,bonded\n`;
    await page.locator('input[type=file]').setInputFiles({ ...broken, buffer: Buffer.from(goods) });
    await expect(page.getByText(shop.catalogue.summary.unchanged)).toBeVisible();
    await look(page, 'what a file would do');
    await page.goto('/shop/reports');
    await expect(page.getByRole('heading', { name: shop.reports.byCashier })).toBeVisible();
    await look(page, 'reports');
    await page.goto('/shop/cashiers');
    await rows(page);
    await look(page, 'cashiers');
    await open(shop.cashiers.add, 'add a cashier', shop.cashiers.act);
  });
}

/** Until the table of a page has come. */
const rows = (page: Page) => expect(page.getByRole('row').nth(1)).toBeVisible();

/** Opens a form from its page and looks at it. With `act` it sends the form as it is, to see what is missing said. */
function opener(page: Page, close: string, look: Look) {
  return async (way: string | RegExp, name: string, act?: string): Promise<void> => {
    const opens = page.getByRole('button', { name: way }).first();
    await expect(opens).toBeVisible();
    await opens.click();
    const dialog = page.getByRole('dialog');
    if (act !== undefined) await dialog.getByRole('button', { name: act, exact: true }).click();
    await look(page, name);
    await dialog.getByRole('button', { name: close, exact: true }).last().click();
    await expect(dialog).toHaveCount(0);
  };
}
