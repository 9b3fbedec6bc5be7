import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closestSum } from '#lib/law/closest-sum.ts';
import { exactSum } from '#lib/law/exact-sum.ts';
import { Fraction } from '#lib/law/fraction.ts';
import { roundedTo } from '#lib/law/rounding.ts';
import { exchangeAlong, exchanged } from '#lib/money/rate.ts';

const sumOf = (numbers: readonly number[], isIn: readonly boolean[]): number =>
  numbers.reduce((sum, number, nth) => sum + (isIn[nth] ? number : 0), 0);

/** Every sum there is, one choice after the other. */
const sumsOf = (numbers: readonly number[]): readonly number[] =>
  numbers.reduce<readonly number[]>((sums, number) => sums.concat(sums.map((sum) => sum + number)), [0]);

describe('Which of some numbers come to a sum', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 });

  test('the closest below it, by bits', () =>
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 400 }), (some, sum) => {
        const closest = Math.max(...sumsOf(some).filter((each) => each <= sum));
        expect(sumOf(some, closestSum(some, sum) ?? [])).toBe(closest);
      }),
    ));

  test('that sum exactly, below zero or above it, where there are such', () =>
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 1, max: 200 }),
        (some, signs, sum) => {
          const signed = some.map((number, nth) => (signs[nth] ? number : -number));
          const found = exactSum(signed, sum);
          expect(found !== undefined).toBe(sumsOf(signed).includes(sum));
          if (found !== undefined) expect(sumOf(signed, found)).toBe(sum);
        },
      ),
    ));

  test('is not said where there would be too many bits or too large sums', () => {
    expect(closestSum([3, 5], 10_000_000)).toBeUndefined();
    expect(exactSum([2 ** 30, 2 ** 30], 2 ** 31)).toBeUndefined();
    expect(exactSum([2 ** 28, 2 ** 28], 2 ** 29)).toEqual([true, true]);
  });
});

describe('A sum of shares', () => {
  const share = fc.record({
    amount: fc.integer({ min: 0, max: 1_000_000_000_000 }),
    numerator: fc.integer({ min: 0, max: 90_000 }),
    denominator: fc.integer({ min: 1, max: 90_000 }),
  });

  test('is exact and rounds alike, whether doubles hold it or not', () =>
    fc.assert(
      fc.property(fc.array(share, { maxLength: 5 }), fc.constantFrom('half-even', 'half-up', 'up', 'down'), (shares, mode) => {
        const sum = new Fraction();
        let [over, under] = [0n, 1n];
        for (const { amount, numerator, denominator } of shares) {
          sum.add(amount, numerator, denominator);
          over = over * BigInt(denominator) + BigInt(amount) * BigInt(numerator) * under;
          under *= BigInt(denominator);
        }
        const { numerator, denominator } = sum.exact;
        expect(numerator * under).toBe(over * denominator);
        const by = under * 1000n;
        const [quotient, twice] = [over / by, 2n * (over % by)];
        const isUp = {
          'half-even': twice > by || (twice === by && quotient % 2n === 1n),
          'half-up': twice >= by,
          up: twice > 0n,
          down: false,
        };
        expect(roundedTo(sum, 1000, { mode, toMinor: 1 })).toBe(Number(isUp[mode] ? quotient + 1n : quotient));
      }),
    ));

  test('is held by doubles up to what they hold exactly, and by longer numbers beyond', () => {
    const sum = new Fraction();
    sum.add(Number.MAX_SAFE_INTEGER - 1, 1, 1);
    sum.add(1, 1, 1);
    expect(sum.small).toEqual({ numerator: Number.MAX_SAFE_INTEGER, denominator: 1 });
    sum.add(1, 1, 1);
    expect([sum.small, sum.exact.numerator]).toEqual([undefined, 2n ** 53n]);
  });
});

test('an exchange over two rates is exact for amounts beyond what doubles hold, too', () => {
  const rate = (base: string, quote: string, scaled: number) => ({ base, quote, scaled, date: '2026-01-01', source: 'test' });
  const way = exchangeAlong([rate('EUR', 'CNY', 7_823_451), rate('EUR', 'KZT', 612_345_679)], 'CNY', 'KZT');
  for (const minor of [1, 7_823_451, 999_999_999_999])
    expect(exchanged(minor, way)).toBe(Number((BigInt(minor) * 612_345_679n * 2n + 7_823_451n) / (7_823_451n * 2n)));
});
