import { readFile } from 'node:fs/promises';
import * as sheets from '@e965/xlsx';
import { expect, type Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { test } from './support/journey.ts';
import { signIn } from './support/sign-in.ts';

const { reports } = messages.ur.shop;
const { files } = messages.ur.desk;

const named = (what: string, format: string) => files.saveAs.replace('{what}', what).replace('{format}', `\u2066${format}\u2069`);

async function saved(page: Page, what: string, format: string): Promise<Buffer> {
  const saves = page.waitForEvent('download');
  await page.getByRole('button', { name: named(what, format) }).click();
  return readFile(await (await saves).path());
}

test('an owner sees what a month brought and saves its lines, stock and statement for a spreadsheet, in Urdu', async ({
  browser,
}) => {
  const page = await signIn(browser, 'owner', 'demo-owner-1', '/shop/reports', 'ur');
  for (const title of [reports.byDay, reports.byHour, reports.byProduct, reports.byCategory, reports.byCashier])
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  const book = sheets.read(await saved(page, reports.file.lines, 'XLSX'), { cellDates: true, UTC: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as sheets.WorkSheet;
  const [head = [], ...lines] = sheets.utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  expect(head).toEqual(
    ['number', 'stall', 'marketDay', 'at', 'line', 'gtin', 'name', 'category', 'quantity', 'returned', 'list', 'discount', 'paid', 'currency', 'cashier', 'state'].map(
      (name) => reports.column[name as 'number'],
    ),
  ); // biome-ignore format: a word list
  expect(lines.length).toBeGreaterThan(3);
  const at = (name: keyof typeof reports.column) => head.indexOf(reports.column[name]);
  for (const line of lines) {
    expect(line[at('paid')]).toEqual(expect.any(Number));
    expect(line[at('marketDay')]).toBeInstanceOf(Date);
    expect(line[at('at')]).toBeInstanceOf(Date);
    expect(line[at('currency')]).toBe('CNY');
  }
  expect(Object.values(sheet).filter((cell: sheets.CellObject) => cell.f !== undefined)).toEqual([]);

  const text = (await saved(page, reports.file.stock, 'CSV')).toString();
  expect(text.startsWith(`\uFEFF${reports.column.stall},${reports.column.gtin}`)).toBe(true);
  const statement = (await saved(page, reports.file.statement, 'CSV')).toString();
  expect(statement).toContain(messages.ur.desk.statement.heldByVendor);
});
