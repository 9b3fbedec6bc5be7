import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { messages } from '#lib/words/messages.ts';
import { gb18030 } from '../support/gb18030.ts';
import { test } from './support/journey.ts';
import { signIn } from './support/sign-in.ts';

const { catalogue, products } = messages.zh.shop;
const [FIRST, SECOND] = [inStoreGtin(27, 1), inStoreGtin(27, 2)];
const HEAD = '摊位,条码,中文名称,商品类别,HS 编码,价格,净重（克）,毛重（克）,原产国,海关状态,首批库存';
const FAULTY = `${HEAD}\r\nA-002,${FIRST},羊绒围巾,服装箱,611710,88.00,200,230,CHN,保税,3\r\nA-002,${SECOND},"丝绸围巾\r\n礼盒",丝绸制品,621410,一百,90,120,CHN,保税,3\r\n`;
const MENDED = FAULTY.replace('服装箱', 'clothing')
  .replace('丝绸制品', 'silk')
  .replace('一百', '100,50')
  .replace('100,50', '"100,50"');

const choose = (page: Page, name: string, bytes: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });

test('an owner’s file of goods, saved in GB18030 with faults in it, is mended and taken in whole, in Chinese', async ({
  browser,
}) => {
  const page = await signIn(browser, 'owner', 'demo-owner-1', '/shop/products', 'zh');
  await page.getByRole('button', { name: catalogue.import }).click();
  await page.waitForURL('**/shop/products/import');
  await choose(page, '目录.csv', gb18030(FAULTY));
  await expect(page.getByRole('alert').getByText(catalogue.faults.title.replace('{count}', '3'))).toBeVisible();
  const price = page.getByRole('row').filter({ hasText: '一百' });
  await expect(price.getByText('价格', { exact: true })).toBeVisible();
  await expect(price.getByText(catalogue.kinds.price)).toBeVisible();
  await expect(price.getByText('3', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /导入 \d+ 种商品/ })).toHaveCount(0);

  await choose(page, '目录.csv', gb18030(MENDED));
  await page.getByRole('button', { name: catalogue.act.replace('{count}', '2') }).click();
  await expect(page.getByText(catalogue.done.replace('{added}', '2').replace('{changed}', '0'))).toBeVisible();

  await page.goto('/shop/products');
  await page.getByRole('searchbox', { name: products.find }).fill(SECOND);
  await expect(page.getByRole('row').filter({ hasText: '丝绸围巾' }).getByText('100.50')).toBeVisible();

  const saves = page.waitForEvent('download');
  await page.getByRole('button', { name: catalogue.export }).click();
  const saved = await readFile(await (await saves).path());
  expect(saved.toString()).toContain(FIRST);
  await page.goto('/shop/products/import');
  await choose(page, 'catalogue.csv', saved);
  await expect(page.getByText(catalogue.summary.nothing)).toBeVisible();
});
