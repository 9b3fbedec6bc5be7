import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });
describe('single items', () => {
  const heavy = (over: object) =>
    aPack({
      rules: [
        { id: 'VAL', measure: value(1000), over: { kind: 'tax-excess', duty: 'TENTH' } },
        { id: 'ITEM', period: { kind: 'item' }, measure: { kind: 'weight', basis: 'packed', limitG: 35_000 }, over },
      ],
    });
  test.each([
    [35_000, 'free'],
    [35_001, 'duty 150.00'],
  ])('an item of %i g has no part in the allowance and pays its own rate: %s', (weightG, answer) => {
    const pack = heavy({ kind: 'tax-item-whole', duty: 'RATES', insteadOf: ['VAL'] });
    expect(
      heard(
        assessed(pack, [
          { yuan: 750, weightG },
          { yuan: 250, weightG: 1 },
        ]),
      ),
    ).toBe(answer);
  });
  test('two of 20 kg are not one of 40', () =>
    expect(heard(assessed(heavy({ kind: 'forbid' }), [{ units: 2, weightG: 40_000, yuan: 2 }]))).toBe('free'));
  test('an item above may lose the allowance of another rule alone', () => {
    const pack = heavy({ kind: 'no-allowance', rules: ['VAL'] });
    expect(
      heard(
        assessed(pack, [
          { yuan: 500, weightG: 36_000 },
          { yuan: 1000, weightG: 1 },
        ]),
      ),
    ).toBe('duty 50.00');
  });
  test('a price for one item gates a rule', () => {
    const pack = aPack({
      rules: [
        {
          id: 'DEAR',
          goods: { unitValue: { currency: 'CNY', fromMinor: 1_000_000 } },
          measure: value(0),
          over: { kind: 'tax-item-whole', duty: 'TENTH' },
        },
      ],
    });
    expect(heard(assessed(pack, [{ units: 2, yuan: 19_998 }]))).toBe('free');
    expect(heard(assessed(pack, [{ units: 2, yuan: 20_000 }]))).toBe('duty 2000.00');
  });
});

test('an item that is taxed whole is no part of a total that is taxed, too', () => {
  const pack = aPack({
    rules: [
      { id: 'VAL', measure: value(1000), over: { kind: 'tax-excess', duty: 'TENTH' } },
      {
        id: 'COS',
        goods: include('cosmetics'),
        measure: { kind: 'count', of: 'units', limit: 2 },
        over: { kind: 'tax-item-whole', duty: 'RATES' },
      },
    ],
  });
  const creams = (units: number) => [{ category: 'cosmetics', units, yuan: 500 * units }];
  expect(heard(assessed(pack, creams(2)))).toBe('free');
  expect(heard(assessed(pack, creams(3)))).toBe('duty 100.00');
});
