import { describe, expect, test } from 'vitest';
import { itemDigitsOf, layoutText } from '#app/office/scales/layout-text.ts';
import { SCALE_CODES } from '#db/seed/scale-codes.ts';
import { isWhole } from '#lib/catalogue/scale-code.ts';

describe('A layout of a scale’s labels', () => {
  test('is shown as it stands under the barcode', () => {
    expect(SCALE_CODES.flatMap(({ codes }) => codes.map(layoutText))).toEqual([
      '23 NNNNN KK.KKK C',
      '24 NNNNN MMM.MM C',
      '02 NNNNN c MM.MM C',
      '23 NNNNN KK.KKK C',
      '26 NNNNN MMMMM C',
    ]);
  });
  test('that the office puts together is of thirteen digits, whatever it chooses', () => {
    for (const [kind, least, most] of [
      ['weight', 3, 7],
      ['price', 3, 7],
      ['proven', 4, 5],
    ] as const)
      for (let valueDigits = least; valueDigits <= most; valueDigits += 1)
        for (let decimals = 0; decimals <= Math.min(3, valueDigits); decimals += 1) {
          const shape = { hasPriceCheck: kind === 'proven', valueDigits };
          const holds = kind === 'weight' ? 'weight' : 'price';
          expect(isWhole({ ...shape, prefix: '21', itemDigits: itemDigitsOf(shape), holds, decimals })).toBe(true);
        }
  });
});
