import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, exponentOf, moneyOf } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';
import { divideHalfEven } from '#lib/money/rounding.ts';

const rate = (base: string, quote: string, scaled: number, date = '2026-11-20'): Rate => ({
  base,
  quote,
  scaled,
  date,
  source: 'test',
});

describe('an amount', () => {
  test.each([
    ['12', 'CNY', 1200],
    ['12.5', 'CNY', 1250],
    ['-0.01', 'EUR', -1],
    ['-0.00', 'EUR', 0],
    ['500', 'JPY', 500],
  ])('%s %s is %i minor units', (amount, currency, minor) => expect(moneyOf({ amount, currency })).toEqual({ minor, currency }));

  test.each([
    ['12.345', 'CNY'],
    ['5.0', 'JPY'],
    ['1e3', 'CNY'],
    ['', 'CNY'],
    [' 1', 'CNY'],
    ['1,5', 'CNY'],
    ['9999999999999999', 'CNY'],
    ['1', 'XYZ'],
    ['1', 'toString'],
  ])('%j %s is not an amount', (amount, currency) => expect(moneyOf({ amount, currency })).toBeUndefined());

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('CNY', 'JPY', 'KZT'), (minor, currency) => {
        fc.pre(Math.abs(minor) < 1e15);
        expect(moneyOf(amountOf({ minor, currency }))).toEqual({ minor: minor === 0 ? 0 : minor, currency });
      }),
    );
  });

  test('of an unknown currency has no exponent', () => expect(() => exponentOf('XYZ')).toThrow(RangeError));
});

describe('rounding', () => {
  test.each([
    [5n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 2n],
    [26n, 10n, 3n],
    [-15n, 10n, -2n],
    [-25n, 10n, -2n],
  ])('%i / %i = %i', (a, b, q) => expect(divideHalfEven(a, b)).toBe(q));
});

describe('a conversion', () => {
  const EUR_CNY = rate('EUR', 'CNY', 8_200_000);
  const EUR_KZT = rate('EUR', 'KZT', 600_000_000);

  test('goes by the direct rate', () =>
    expect(convert({ minor: 10_000, currency: 'EUR' }, 'CNY', [EUR_CNY])).toEqual({
      money: { minor: 82_000, currency: 'CNY' },
      rate: [EUR_CNY],
    }));
  test('goes by the inverse', () =>
    expect(convert({ minor: 82_000, currency: 'CNY' }, 'EUR', [EUR_CNY])?.money.minor).toBe(10_000));
  test('crosses one common currency and rounds once', () =>
    expect(convert({ minor: 100_000, currency: 'KZT' }, 'CNY', [EUR_CNY, EUR_KZT])).toEqual({
      money: { minor: 1367, currency: 'CNY' },
      rate: [EUR_KZT, EUR_CNY],
    }));
  test('changes the number of minor digits', () =>
    expect(convert({ minor: 100, currency: 'CNY' }, 'JPY', [rate('CNY', 'JPY', 21_000_000)])?.money.minor).toBe(21));
  test('takes the latest rate of a pair', () =>
    expect(
      convert({ minor: 100, currency: 'EUR' }, 'CNY', [EUR_CNY, rate('EUR', 'CNY', 9_000_000, '2026-11-21')])?.money.minor,
    ).toBe(900));
  test('needs no rate within one currency', () =>
    expect(convert({ minor: 7, currency: 'CNY' }, 'CNY', [])).toEqual({ money: { minor: 7, currency: 'CNY' }, rate: [] }));
  test('is undefined without a rate', () => expect(convert({ minor: 7, currency: 'CNY' }, 'USD', [EUR_CNY])).toBeUndefined());

  test('never makes more money less', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), (a, b, scaled) => {
        const to = (minor: number) => convert({ minor, currency: 'KZT' }, 'EUR', [rate('EUR', 'KZT', scaled)])!.money.minor;
        expect(to(Math.max(a, b))).toBeGreaterThanOrEqual(to(Math.min(a, b)));
      }),
    );
  });
});
