import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });
const rule = (over: object, more: object = {}) => aPack({ rules: [{ id: 'VAL', measure: value(1000), over, ...more }] });

describe('duty tables', () => {
  const taxAll = (duty: string, more: object = {}) =>
    aPack({ ...more, rules: [{ id: 'VAL', measure: value(0), over: { kind: 'tax-all', duty } }] });
  test.each([
    ['TENTH', 'duty 10.00'],
    ['RATES', 'duty 20.00'],
    ['PER-KG', 'duty 8.00'],
    ['PER-LITRE', 'duty 5.00'],
    ['PER-PIECE', 'duty 0.75'],
    ['LEAST', 'duty 5.00'],
    ['BOTH', 'duty 18.00'],
  ])('%s: 100 yuan, 2 kg, half a litre, 3 pieces: %s', (table, answer) =>
    expect(heard(assessed(taxAll(table), [{ yuan: 100, weightG: 2000, volumeMl: 500, pieces: 3 }]))).toBe(answer),
  );
  test('at least so much per kilogram', () =>
    expect(heard(assessed(taxAll('LEAST'), [{ yuan: 10, weightG: 2000 }]))).toBe('duty 2.00'));

  const table = (more: object) => ({
    dutyTables: [{ id: 'T', kind: 'flat', currency: 'CNY', permille: 100, sources: ['LAW'], ...more }],
  });
  test.each([
    ['half-even', 'duty 0.02'],
    ['half-up', 'duty 0.03'],
    ['up', 'duty 0.03'],
    ['down', 'duty 0.02'],
  ])('2.5 fen %s', (mode, answer) =>
    expect(heard(assessed(taxAll('T', table({ rounding: { mode, toMinor: 1 } })), [{ yuan: '0.25' }]))).toBe(answer),
  );
  test('to whole yuan', () =>
    expect(heard(assessed(taxAll('T', table({ rounding: { mode: 'up', toMinor: 100 } })), [{ yuan: 11 }]))).toBe('duty 2.00'));
  test.each([
    [500, 'free'],
    [501, 'duty 50.10'],
  ])('a small duty is waived: %i yuan is %s', (yuan, answer) =>
    expect(heard(assessed(taxAll('T', table({ waivedUpToMinor: 5000 })), [{ yuan }]))).toBe(answer),
  );

  describe('on deemed values', () => {
    const more = {
      ...table({ deemed: 'LIST' }),
      deemedValues: [
        {
          id: 'LIST',
          currency: 'CNY',
          items: [{ goods: include('spirits'), of: 'units', per: 1, minor: 30_000 }],
          realPrice: { fromPermille: 2000, upToPermille: 500 },
          sources: ['LAW'],
        },
      ],
    };
    test.each([
      [151, 'duty 30.00'],
      [150, 'duty 15.00'],
      [599, 'duty 30.00'],
      [600, 'duty 60.00'],
    ])('a bottle that is deemed 300 and cost %i: %s', (yuan, answer) =>
      expect(heard(assessed(taxAll('T', more), [{ category: 'spirits', yuan }]))).toBe(answer),
    );
  });

  test('goods within a limit may owe a lower duty', () => {
    const pack = rule({ kind: 'tax-item-whole', duty: 'RATES' }, { within: 'TENTH' });
    expect(heard(assessed(pack, [{ yuan: 1000 }]))).toBe('duty 100.00');
    expect(heard(assessed(pack, [{ yuan: 1001 }]))).toBe('duty 200.20');
  });
});
