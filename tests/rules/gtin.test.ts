import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gtinCheckDigit, inStoreGtin, isGtin, isInStoreGtin, toGtin14 } from '#lib/catalogue/gtin.ts';
import { isSellable, measureOf, quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';

describe('a GTIN', () => {
  test.each(['96385074', '614141000036', '4006381333931', '10614141000415'])('%s has its check digit', (gtin) =>
    expect(isGtin(gtin)).toBe(true),
  );
  test.each(['4006381333930', '400638133393', '', 'x', '123456789'])('%s is none', (text) => expect(isGtin(text)).toBe(false));
  test('with one digit wrong is found out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const wrong = body.slice(0, at) + ((Number(body[at]) + by) % 10) + body.slice(at + 1);
        return !isGtin(wrong + gtinCheckDigit(body));
      }),
    );
  });
  test('is compared in 14 digits', () => {
    expect(toGtin14(' 614141000036 ')).toBe('00614141000036');
    expect(toGtin14('614141000035')).toBeUndefined();
  });
  test('of the in-store range says so', () => {
    expect(isInStoreGtin(inStoreGtin(21, 1205))).toBe(true);
    expect(isInStoreGtin('4006381333931')).toBe(false);
    expect(() => inStoreGtin(30, 1)).toThrow(RangeError);
  });
});

describe('a quantity', () => {
  test.each([
    ['1', 1000],
    ['0.25', 250],
    ['12.345', 12345],
  ])('%s is %i thousandths, and back', (text, milli) => {
    expect(quantityMilliOf(text)).toBe(milli);
    expect(quantityTextOf(milli)).toBe(text);
  });
  test.each(['0', '-1', '1.2345', '1,5', '', '1e3', ' 1', '99999999'])('%j is none', (text) =>
    expect(quantityMilliOf(text)).toBeUndefined(),
  );
  test('of pieces is whole, of kilograms need not be', () => {
    expect([isSellable(1500, 'piece'), isSellable(2000, 'piece'), isSellable(1500, 'kg')]).toEqual([false, true, true]);
  });
  test('multiplies a measure, halves away from zero', () => {
    expect([measureOf(999, 1500), measureOf(1, 500), measureOf(-1, 500), measureOf(7, 1000)]).toEqual([1499, 1, -1, 7]);
  });
});
