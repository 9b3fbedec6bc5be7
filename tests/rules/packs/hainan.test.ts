import { describe, expect, test } from 'vitest';
import { packOf } from '#tests/support/khorgos.ts';
import { answerOf, assess, documentOf, limitIn, packNamed, type SomeCase } from '#tests/support/packs.ts';

const pack = packNamed('hainan');
type Lines = Parameters<typeof assess>[2];
const NOON = '2026-11-22T12:00:00+08:00';
const leaving = (lines: Lines, more?: SomeCase, at = NOON) => assess(pack, { exitSide: 'OFF', at, currency: 'CNY' }, lines, more);
const resident = { classes: ['hainan-resident'] };
const staying = (lines: Lines, more: SomeCase = {}) =>
  assess(pack, { exitSide: 'ISL', at: NOON, currency: 'CNY' }, lines, { traveller: resident, ...more });

describe('100,000 CNY a year on leaving Hainan', () => {
  test.each([
    ['100,000 is free', '100000.00', 0, 0],
    ['1,000 above owe 20 %: 200 CNY', '101000.00', 0, 200_00],
    ['10,000 above after 90,000: 2,000 CNY', '20000.00', 90_000_00, 2_000_00],
  ])('%s', (_, value, amount, duty) =>
    expect(answerOf(leaving([{ category: 'clothing', value }], { used: [{ rule: 'CN-HAI-VAL', amount }] }))[1]).toBe(duty),
  );

  test('was 100,000 before November 2025 too', () => {
    const owed = (value: string) => answerOf(leaving([{ category: 'clothing', value }], {}, '2025-10-31T12:00:00+08:00'))[1];
    expect([owed('100000.00'), owed('101000.00')]).toEqual([0, 200_00]);
  });

  test('counts the retail price, or by the other answer the price paid', () => {
    const lines = [{ category: 'clothing', value: '99000.00', values: { retail: '101000.00' } }];
    // 1,000 of 101,000 lie above: 99,000 / 101 x 20 % = 196.04.
    expect(answerOf(leaving(lines))[1]).toBe(196_04);
    expect(answerOf(leaving(lines, { settings: { 'hai-value-basis': 'paid' } }))[1]).toBe(0);
  });

  test('is one limit though the law changed within the year and each sale keeps its own: 80,000 x 20 % = 16,000 CNY', () => {
    const document = documentOf('hainan') as { rules: { id: string }[] };
    const rules = document.rules.map((rule) => (rule.id === 'CN-HAI-VAL' ? { ...rule, lawOf: 'sale' } : rule));
    const lines = ['2025-10-01', '2025-11-20'].map((day) => ({
      category: 'clothing',
      value: '90000.00',
      soldAt: `${day}T12:00:00+08:00`,
    }));
    const made = assess(
      packOf({ ...document, rules }),
      { exitSide: 'OFF', at: '2025-12-01T12:00:00+08:00', currency: 'CNY' },
      lines,
    );
    expect(answerOf(made)[1]).toBe(16_000_00);
    expect(made.plan.map(({ account, amount }) => [account, amount])).toEqual([['CN-HAI-VAL|2025', 100_000_00]]);
  });

  test('does not tax the thirty-first lipstick a second time: 3,100 x 20 % = 620 CNY', () => {
    const lipsticks = { category: 'cosmetics', units: 31, pieces: 31, value: '3100.00' };
    expect(answerOf(leaving([lipsticks], { used: [{ rule: 'CN-HAI-VAL', amount: 100_000_00 }] }))[1]).toBe(620_00);
    expect(answerOf(leaving([lipsticks]))[1]).toBe(20_00);
  });

  test('counts in the year of the sale, in China', () => {
    const sold = (soldAt: string) =>
      leaving([{ category: 'clothing', value: '100.00', soldAt }], {}, '2027-01-02T12:00:00+08:00');
    expect(sold('2026-12-31T23:59:59+08:00').plan[0]?.account).toBe('CN-HAI-VAL|2026');
    expect(sold('2027-01-01T00:00:00+08:00').plan[0]?.account).toBe('CN-HAI-VAL|2027');
  });

  test('taxes the whole item by the other answer: 101,000 x 20 % = 20,200 CNY', () =>
    expect(
      answerOf(leaving([{ category: 'clothing', value: '101000.00' }], { settings: { 'hai-value-excess': 'whole-item' } }))[1],
    ).toBe(20_200_00));

  test.each([
    ['2025-10-31T12:00:00+08:00', 15, 'forbidden'],
    ['2025-10-31T12:00:00+08:00', 16, 'free'],
    ['2025-11-01T12:00:00+08:00', 17, 'forbidden'],
    ['2025-11-01T12:00:00+08:00', 18, 'free'],
  ])('at %s a buyer of %i: %s', (at, age, outcome) =>
    expect(leaving([{ category: 'clothing', value: '1.00' }], { traveller: { age } }, at).outcome).toBe(outcome),
  );

  test('is lost for three years to whoever did not leave: 100 x 20 % = 20 CNY', () => {
    const offences = [{ offence: 'did-not-leave', on: '2024-01-10' }];
    const on = (day: string) =>
      answerOf(leaving([{ category: 'clothing', value: '100.00' }], { traveller: { offences } }, `${day}T12:00:00+08:00`));
    expect(on('2027-01-09')).toEqual(['duty', 20_00]);
    expect(on('2027-01-10')).toEqual(['free', 0]);
  });

  test.each([
    ['2020-06-30', '8000.00', 0],
    ['2020-06-30', '8001.00', 1_600_20],
    ['2020-07-01', '8001.00', 0],
  ])('on %s one item of %s CNY owes %i fen: until June 2020 it was taxed whole above 8,000', (day, value, duty) =>
    expect(answerOf(leaving([{ category: 'clothing', value }], {}, `${day}T12:00:00+08:00`))[1]).toBe(duty),
  );
});

describe('pieces on each departure', () => {
  const cosmetics = (units: number, each: number, price: number) => ({
    category: 'cosmetics',
    units,
    pieces: units * each,
    value: `${units * price}.00`,
  });
  test.each([
    ['30 lipsticks are free', [cosmetics(30, 1, 100)], 0],
    ['the 31st owes 100 x 20 % = 20 CNY', [cosmetics(31, 1, 100)], 20_00],
    ['6 sets of 5 are 30', [cosmetics(6, 5, 500)], 0],
    ['the seventh set owes 500 x 20 % = 100 CNY', [cosmetics(7, 5, 500)], 100_00],
    ['4 phones are free', [{ category: 'phones', units: 4, value: '20000.00' }], 0],
    ['the fifth owes 5,000 x 13 % = 650 CNY', [{ category: 'phones', units: 5, value: '25000.00' }], 650_00],
    [
      '1.5 l of wine and brandy are free',
      [
        { category: 'wine', volumeMl: 750, value: '300.00' },
        { category: 'spirits', volumeMl: 750, value: '300.00' },
      ],
      0,
    ],
    ['a third bottle owes 300 x 50 % = 150 CNY', [{ category: 'wine', units: 3, volumeMl: 2_250, value: '900.00' }], 150_00],
  ])('%s', (_, lines, duty) => expect(answerOf(leaving(lines))[1]).toBe(duty));
});

describe('goods taken away at once', () => {
  const taken = (channel: string, value: string) =>
    leaving([{ category: 'watches', value, channel, soldAt: '2026-11-01T12:00:00+08:00' }]);
  test.each([
    ['buy-and-take', '19999.99', 'free'],
    ['buy-and-take', '20000.00', 'forbidden'],
    ['guarantee', '49999.99', 'forbidden'],
    ['guarantee', '50000.00', 'free'],
    ['market', '30000.00', 'free'],
  ])('by %s an item of %s CNY is %s', (channel, value, outcome) => expect(taken(channel, value).outcome).toBe(outcome));

  test('hang on leaving within 30 days, and on a guarantee of the tax: 50,000 x 20 % = 10,000 CNY', () => {
    const leave = { kind: 'leave-within', until: '2026-12-01', offence: 'did-not-leave' };
    expect(taken('buy-and-take', '100.00').conditions).toMatchObject([leave]);
    expect(taken('guarantee', '50000.00').conditions).toMatchObject([leave, { kind: 'guarantee', minor: 10_000_00 }]);
    expect(taken('market', '100.00').conditions).toEqual([]);
  });
});

describe('daily goods of residents', () => {
  test.each([
    ['10,000 a year are free', [{ category: 'daily-goods', value: '10000.00' }], {}, 0],
    ['500 above owe 20 %: 100 CNY', [{ category: 'daily-goods', value: '10500.00' }], {}, 100_00],
    ['goods off the list owe 20 CNY of 100', [{ category: 'clothing', value: '100.00' }], {}, 20_00],
    ['visitors owe 20 CNY of 100', [{ category: 'daily-goods', value: '100.00' }], { traveller: { classes: [] } }, 20_00],
  ])('%s', (_, lines, more, duty) => expect(answerOf(staying(lines, more))[1]).toBe(duty));

  test('may not be sold on', () =>
    expect(staying([{ category: 'daily-goods', value: '1.00' }]).conditions).toMatchObject([{ kind: 'no-resale' }]));

  test('began on 5 February 2026', () => {
    const on = (at: string) =>
      limitIn(assess(pack, { exitSide: 'ISL', at, currency: 'CNY' }, [], { traveller: resident }), 'CN-HAI-DAILY');
    expect(on('2026-02-04T23:59:59+08:00')).toBeUndefined();
    expect(on('2026-02-05T00:00:00+08:00')).toBe(10_000_00);
  });
});
