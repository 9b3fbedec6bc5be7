import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });
const excess = (duty: string, more: object = {}) => ({ kind: 'tax-excess', duty, ...more });
const VAL = { id: 'VAL', measure: value(1000), over: excess('TENTH') };
const wine = (litres: number, yuan: number, more: object = {}) => ({
  category: 'wine',
  units: litres,
  volumeMl: 1000 * litres,
  yuan,
  ...more,
});
const ALC = { id: 'ALC', goods: include('alcohol'), measure: { kind: 'volume', limitMl: 2000 }, over: excess('PER-LITRE') };

describe('goods above two limits on totals', () => {
  const pack = aPack({ rules: [VAL, ALC] });
  test.each([
    ['a litre too much owes 10, and counts in no value', [wine(3, 1500)], 'duty 10.00'],
    ['what is left of the wine counts: 3 x 1,000 less one, 1,000 above', [wine(3, 3000)], 'duty 110.00'],
    ['two litres are only worth something', [wine(2, 1500)], 'duty 50.00'],
    ['the dear bottle counts in the value', [wine(2, 20), wine(1, 1500)], 'duty 61.00'],
    ['in whatever order they come', [wine(1, 1500), wine(2, 20)], 'duty 61.00'],
  ])('%s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));

  test('the rule that names its goods is the first to tax them, wherever it stands', () =>
    expect(heard(assessed(aPack({ rules: [ALC, VAL] }), [wine(3, 1500)]))).toBe('duty 10.00'));

  test('one litre of spirits stands before two of liquor, however they are listed: half a litre of spirits is above both', () => {
    const spirits = { ...ALC, id: 'SPI', goods: include('spirits'), measure: { kind: 'volume', limitMl: 1000 } };
    const drinks = [{ category: 'spirits', volumeMl: 1500 }, wine(1, 0)];
    for (const rules of [
      [ALC, spirits],
      [spirits, ALC],
    ])
      expect(heard(assessed(aPack({ rules }), drinks))).toBe('duty 5.00');
  });

  test.each([
    ['1,000 are free', 1000, 'free'],
    ['of one yuan more 10 % is due', 1001, 'duty 0.10'],
    ['up to 1,300 at 10 %', 1300, 'duty 30.00'],
    ['and what is above at 50 %', 1301, 'duty 30.50'],
    ['however much it is', 5000, 'duty 1880.00'],
  ])('rates in bands are a rule for each, that with the highest limit first: %s', (_, yuan, answer) => {
    const half = { id: 'HALF', kind: 'flat', currency: 'CNY', permille: 500, sources: ['LAW'] };
    const above = { id: 'ABOVE', measure: value(1300), over: excess('HALF') };
    expect(heard(assessed(aPack({ rules: [above, VAL], dutyTables: [half] }), [{ yuan }]))).toBe(answer);
  });

  test('of two levies both are paid: 3,000 at 10 % above 1,000, and 10 for the litre', () => {
    const vat = { id: 'VAT', kind: 'flat', levy: 'vat', currency: 'CNY', permille: 100, sources: ['LAW'] };
    const two = aPack({ rules: [{ ...VAL, over: excess('VAT') }, ALC], dutyTables: [vat] });
    expect(heard(assessed(two, [wine(3, 3000)]))).toBe('duty 210.00');
  });

  test('what is forbidden stays forbidden, though another rule would tax it', () => {
    const young = { underAge: { age: 18, over: 'forbid' } };
    const items = { ...VAL, measure: value(0), over: { kind: 'tax-item-whole', duty: 'TENTH' } };
    const at17 = { traveller: { age: 17 } };
    expect(assessed(aPack({ rules: [items, { ...ALC, ...young }] }), [wine(1, 500)], at17).outcome).toBe('forbidden');
    expect(assessed(aPack({ rules: [VAL, { ...ALC, ...young }] }), [wine(1, 500)], at17).outcome).toBe('forbidden');
  });

  test('what a rule on single items taxes is no part of a total either', () => {
    const heavy = {
      id: 'HEAVY',
      period: { kind: 'item' },
      measure: { kind: 'weight', basis: 'packed', limitG: 35_000 },
      over: { kind: 'tax-item-whole', duty: 'RATES' },
    };
    expect(heard(assessed(aPack({ rules: [VAL, heavy] }), [{ yuan: 2000, weightG: 36_000 }, { yuan: 1000 }]))).toBe(
      'duty 400.00',
    );
  });
});

describe('a year whose law changes within it, where the law of the sale counts', () => {
  const version = (from: string, to: string | null, yuan: number, over: object) => ({
    ...VAL,
    from,
    to,
    lawOf: 'sale',
    period: { kind: 'year' },
    measure: value(yuan),
    over,
  });
  const sold = (day: string, yuan: number, units = 1) => ({ yuan, units, soldAt: `2026-${day}T12:00:00+08:00` });
  const changing = (first: number, then: number, over: object) =>
    aPack({ rules: [version('2026-07-01', null, then, over), version('2020-01-01', '2026-06-30', first, over)] });
  const whole = { kind: 'tax-item-whole', duty: 'TENTH' };

  test.each([
    ['the same limit', 1000, 1000, [sold('06-01', 900), sold('08-01', 900)], 'duty 80.00'],
    ['a higher one gives the rest', 1000, 1500, [sold('06-01', 900), sold('08-01', 900)], 'duty 30.00'],
    ['a lower one takes nothing back', 1000, 500, [sold('06-01', 900)], 'free'],
    ['and gives nothing more', 1000, 500, [sold('06-01', 900), sold('08-01', 100)], 'duty 10.00'],
  ])('of an excess: %s', (_, first, then, lines, answer) => {
    const made = assessed(changing(first, then, excess('TENTH')), lines);
    expect(heard(made)).toBe(answer);
    expect(made.plan.map(({ account }) => account)).toEqual(['VAL|2026']);
  });

  test.each([
    ['the same limit', 1000, 1000, [sold('06-01', 900), sold('08-01', 900)], 'duty 90.00'],
    ['a higher one has room for both', 1000, 2000, [sold('06-01', 900), sold('08-01', 900)], 'free'],
    ['a lower one takes nothing back', 1000, 500, [sold('06-01', 900, 9)], 'free'],
    ['and gives nothing more', 1000, 500, [sold('06-01', 900, 9), sold('08-01', 100)], 'duty 10.00'],
    ['the cheapest of both years is taxed', 1000, 1000, [sold('06-01', 200), sold('08-01', 900)], 'duty 20.00'],
  ])('of whole items: %s', (_, first, then, lines, answer) => {
    const made = assessed(changing(first, then, whole), lines);
    expect(heard(made)).toBe(answer);
    for (const { amount, limit } of made.plan) expect(amount).toBeLessThanOrEqual(limit);
    expect(new Set(made.plan.map(({ account }) => account)).size).toBe(made.plan.length);
  });

  test('what was used before counts for both', () =>
    expect(
      heard(
        assessed(changing(1000, 1000, whole), [sold('06-01', 500), sold('08-01', 500)], {
          used: [{ rule: 'VAL', amount: 50_000 }],
        }),
      ),
    ).toBe('duty 50.00'));
});
