import { describe, expect, test } from 'vitest';
import { EMPTY_BASKET, stepped } from '#app/till/basket.ts';
import { pricedLines, totalOf } from '#app/till/basket-prices.ts';
import { scanOf } from '#app/till/scan.ts';
import type { ProductView } from '#app/till/till-views.ts';
import { weighedGoods } from '#app/till/weighed-goods.ts';
import { SCALE_CODES } from '#db/seed/scale-codes.ts';
import { gtinCheckDigit, toGtin14 } from '#lib/catalogue/gtin.ts';

const ean = (digits: string) => `${digits}${gtinCheckDigit(digits)}`;
const nuts: ProductView = {
  id: 'nuts',
  gtin: ean('231234500000'),
  names: { en: 'Nuts', zh: 'Nuts', ru: 'Nuts', kk: 'Nuts', ur: 'Nuts' },
  category: 'food',
  hs: { digits: '080211' },
  price: { amount: '48.00', currency: 'CNY' },
  netWeightG: 1000,
  packedWeightG: 1000,
  volumeMl: 0,
  strengthPermille: 0,
  pieces: 1,
  unit: 'kg',
  onHand: '20',
};
const layouts = SCALE_CODES.find(({ side }) => side === 'CN')?.codes ?? [];
const scanned = (digits: string) =>
  weighedGoods(toGtin14(ean(digits)) as string, layouts, async (gtin) => (gtin === toGtin14(nuts.gtin) ? nuts : undefined));

describe('A label from the scale at a till', () => {
  test('is a line of its weight, and another label of the same goods another line', async () => {
    const label = await scanned('231234500750');
    if (label === undefined || 'fault' in label) throw new Error('no label');
    const add = (key: string) => ({ do: 'add', product: label.product, milli: label.milli, key }) as const;
    const basket = stepped(stepped(EMPTY_BASKET, add('1')), add('2'));
    expect(basket.lines.map(({ milli }) => milli)).toEqual([750, 750]);
    expect(totalOf(pricedLines(basket), 'CNY')).toEqual({ minor: 7200, currency: 'CNY' });
  });

  test('of goods that are not here, and one that says nothing, is told; any other code is none', async () => {
    expect(await scanned('239999900750')).toEqual({ fault: 'not-here' });
    expect(await scanned('231234500000')).toEqual({ fault: 'nothing-weighed' });
    expect(await scanned('691234500750')).toBeUndefined();
  });

  test('that was misread is told from a code that is none of ours', () => {
    const wrong = ean('231234500750').replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    expect(scanOf(wrong)).toEqual({ kind: 'misread', text: wrong });
    expect(scanOf('hello')).toEqual({ kind: 'unknown', text: 'hello' });
    expect(scanOf(ean('231234500750')).kind).toBe('product');
  });
});
