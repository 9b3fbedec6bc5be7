import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gtinCheckDigit, toGtin14 } from '#lib/catalogue/gtin.ts';
import { measureOf } from '#lib/catalogue/measure.ts';
import {
  isWhole,
  priceCheckDigit,
  quantityWeighed,
  readScaleCode,
  type ScaleCode,
  type Weighed,
} from '#lib/catalogue/scale-code.ts';

const weight: ScaleCode = { prefix: '23', itemDigits: 5, hasPriceCheck: false, holds: 'weight', valueDigits: 5, decimals: 3 };
const price: ScaleCode = { prefix: '24', itemDigits: 5, hasPriceCheck: false, holds: 'price', valueDigits: 5, decimals: 2 };
const proven: ScaleCode = { prefix: '02', itemDigits: 5, hasPriceCheck: true, holds: 'price', valueDigits: 4, decimals: 2 };
const LAYOUTS = [weight, price, proven];

const ean = (digits: string) => `${digits}${gtinCheckDigit(digits)}`;
const read = (digits: string) => readScaleCode(toGtin14(ean(digits)) as string, LAYOUTS);

describe('A code from a scale', () => {
  test('names its goods by the number that they have on the shelf, with no weight in it', () => {
    expect(read('231234500750')).toEqual({ gtin: `0${ean('231234500000')}`, holds: 'weight', thousandths: 750 });
    expect(read('241234501234')).toEqual({ gtin: `0${ean('241234500000')}`, holds: 'price', thousandths: 12_340 });
  });

  test('with a price check digit is read where that is right, and told to be misread where not', () => {
    expect(read('021234592875')).toEqual({ gtin: `0${ean('021234500000')}`, holds: 'price', thousandths: 28_750 });
    expect(read('021234582875')).toEqual({ fault: 'price-check' });
  });

  test('from a UPC-A scanner is the same goods', () => {
    const upc = ean('021234592875').slice(1);
    expect(readScaleCode(toGtin14(upc) as string, LAYOUTS)).toEqual(read('021234592875'));
  });

  test('of no weight is told, and any other number is left alone', () => {
    expect(read('231234500000')).toEqual({ fault: 'nothing-weighed' });
    expect(read('691234500750')).toBeUndefined();
    expect(read('251234500750')).toBeUndefined();
  });

  test('of a layout whose digits are too many or too few is no layout', () => {
    expect(LAYOUTS.map(isWhole)).toEqual([true, true, true]);
    expect(isWhole({ ...weight, valueDigits: 6 })).toBe(false);
    expect(isWhole({ ...weight, itemDigits: 4 })).toBe(false);
    expect(isWhole({ ...weight, prefix: '30' })).toBe(false);
    expect(isWhole({ ...weight, itemDigits: 4, hasPriceCheck: true })).toBe(false);
  });
});

describe('The price check digit', () => {
  // The examples of the GS1 General Specifications, 7.9.3 and 7.9.4.
  test.each([
    ['2875', '9'],
    ['14685', '6'],
  ])('of %s is %s', (text, digit) => expect(priceCheckDigit(text)).toBe(digit));

  test('finds every wrong digit', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^\d{4}$/), fc.stringMatching(/^\d{5}$/)),
        fc.nat({ max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (text, place, more) => {
          const at = place % text.length;
          const wrong = `${text.slice(0, at)}${(Number(text[at]) + more) % 10}${text.slice(at + 1)}`;
          expect(priceCheckDigit(wrong)).not.toBe(priceCheckDigit(text));
        },
      ),
    );
  });
});

describe('How much a code stands for', () => {
  const priced = (thousandths: number): Weighed => ({ gtin: '', holds: 'price', thousandths });
  const kilogram = { unit: 'kg', priceMinor: 4800, exponent: 2 } as const;

  test('is its weight, of goods that are weighed', () => {
    expect(quantityWeighed({ gtin: '', holds: 'weight', thousandths: 750 }, kilogram)).toBe(750);
    expect(quantityWeighed({ gtin: '', holds: 'weight', thousandths: 750 }, { ...kilogram, unit: 'piece' })).toEqual({
      fault: 'not-by-weight',
    });
  });

  test('is its price by that of a piece, or of a kilogram, and only if that comes to the label’s again', () => {
    expect(quantityWeighed(priced(96_000), { ...kilogram, unit: 'piece' })).toBe(2000);
    expect(quantityWeighed(priced(96_010), { ...kilogram, unit: 'piece' })).toEqual({ fault: 'price-differs' });
    expect(quantityWeighed(priced(36_000), kilogram)).toBe(750);
    expect(quantityWeighed(priced(36_010), kilogram)).toEqual({ fault: 'price-differs' });
  });

  test('is exact for every label that a scale printed at the price of the shelf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 99_999 }), (priceMinor, grams) => {
        const label = measureOf(priceMinor, grams);
        fc.pre(label > 0);
        const milli = quantityWeighed(priced(label * 10), { unit: 'kg', priceMinor, exponent: 2 });
        expect(typeof milli === 'number' && measureOf(priceMinor, milli)).toBe(label);
      }),
    );
  });
});
