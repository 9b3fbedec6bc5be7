import { describe, expect, test } from 'vitest';
import { rateOf, readBasis, readRate } from '#lib/law/duty-words.ts';
import { PACK_NAMES, packNamed } from '#tests/support/packs.ts';

describe("the arithmetic of a duty step is read again for the reader's own words", () => {
  test.each([
    ['3.000 kg', { value: 3000, unit: 'g' }],
    ['0.750 l', { value: 750, unit: 'ml' }],
    ['12', { value: 12, unit: 'piece' }],
    ['100.00 EUR', { value: 10_000, unit: 'EUR' }],
    ['1500 JPY', { value: 1500, unit: 'JPY' }],
    ['as agreed', undefined],
  ])('the basis %s', (basis, read) => expect(readBasis(basis)).toEqual(read));

  test.each([
    ['30 %', 300, []],
    ['12.5 %', 125, []],
    ['4.00 EUR/kg', undefined, [{ per: 'kg', value: 400, unit: 'EUR' }]],
    ['2.00 EUR/1', undefined, [{ per: 'piece', value: 200, unit: 'EUR' }]],
    [
      '5 %, min 1.00 EUR/kg, 0.50 EUR/l',
      50,
      [
        { per: 'kg', value: 100, unit: 'EUR' },
        { per: 'litre', value: 50, unit: 'EUR' },
      ],
    ],
  ])('the rate %s', (rate, permille, minimums) => expect(readRate(rate)).toEqual({ permille, minimums }));

  test('every table of the packs that come with Serai but those that add others up', () => {
    const tables = PACK_NAMES.flatMap((name) => packNamed(name).dutyTables).filter(({ kind }) => kind !== 'sum');
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables)
      expect(readRate(rateOf(table, 'permille' in table ? table.permille : 130)), table.id).toBeDefined();
  });

  test('but tables that are named stay as they are', () => expect(readRate('DUTY + VAT')).toBeUndefined());
});
