import { describe, expect, test } from 'vitest';
import { answerOf, assess, packNamed, type SomeCase } from '#tests/support/packs.ts';

type Lines = Parameters<typeof assess>[2];
const eu = packNamed('eu-land');
const swiss = packNamed('switzerland');
const intoUnion = (lines: Lines, more?: SomeCase) =>
  assess(eu, { exitSide: 'EU', at: '2026-11-22T12:00:00+01:00', currency: 'EUR' }, lines, more);
const intoSwitzerland = (lines: Lines, more?: SomeCase, at = '2026-11-22T12:00:00+01:00') =>
  assess(swiss, { exitSide: 'CH', at, currency: 'CHF' }, lines, more);
const coat = (value: string) => ({ category: 'clothing', value });
const drink = (category: string, strengthPermille: number, volumeMl: number, value = '0.00', units = 1) => ({
  category,
  strengthPermille,
  volumeMl,
  value,
  units,
});
const smoke = (category: string, pieces: number, value = '0.00', units = 1) => ({ category, units, pieces, value });
const loose = (weightG: number, value = '0.00') => ({ category: 'tobacco-loose', weightG, value });

describe('value into the Union', () => {
  const air = { settings: { 'eu-way': 'air-or-sea' } };
  const young = (age: number) => ({ traveller: { age }, settings: { 'eu-under-15': '150-eur' } });
  test.each([
    ['300 EUR by land are free', [coat('300.00')], {}, 0],
    ['an item of 301 EUR is not split: 301 x 20 % = 60.20 EUR', [coat('301.00')], {}, 60_20],
    ['of 200 and 150 the dearer is free: 150 x 20 % = 30 EUR', [coat('200.00'), coat('150.00')], {}, 30_00],
    ['430 EUR by air are free', [coat('430.00')], air, 0],
    ['431 EUR by air owe 86.20 EUR', [coat('431.00')], air, 86_20],
    ['151 EUR at 14, where the state has lowered the limit: 30.20 EUR', [coat('151.00')], young(14), 30_20],
    ['151 EUR at 15 are free', [coat('151.00')], young(15), 0],
    ['spirits within their limit do not count', [coat('300.00'), drink('spirits', 400, 1_000, '50.00')], {}, 0],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoUnion(lines, more))[1]).toBe(duty));
});

describe('tobacco into the Union', () => {
  const lower = { settings: { 'eu-tobacco': 'lower' } };
  test.each([
    ['200 cigarettes', [smoke('cigarettes', 200)], {}, 0],
    ['a pack more of 8 EUR owes 1.60 EUR', [smoke('cigarettes', 220, '88.00', 11)], {}, 1_60],
    ['half in cigarettes, half in cigarillos', [smoke('cigarettes', 100), smoke('cigarillos', 50)], {}, 0],
    ['a half, a quarter and a quarter', [smoke('cigarettes', 100), smoke('cigars', 12), loose(62)], {}, 0],
    [
      'half, half and a tin of 10 EUR: 2 EUR',
      [smoke('cigarettes', 100, '100.00'), smoke('cigars', 25, '500.00'), loose(1, '10.00')],
      {},
      2_00,
    ],
    ['40 cigarettes where the state has the lower limits', [smoke('cigarettes', 40)], lower, 0],
    ['a third pack of 8 EUR then owes 1.60 EUR', [smoke('cigarettes', 60, '24.00', 3)], lower, 1_60],
    ['at 16 a pack of 8 EUR owes 1.60 EUR', [smoke('cigarettes', 20, '8.00')], { traveller: { age: 16 } }, 1_60],
    ['at 17 it is free', [smoke('cigarettes', 20, '8.00')], { traveller: { age: 17 } }, 0],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoUnion(lines, more))[1]).toBe(duty));
});

describe('alcohol into the Union', () => {
  test.each([
    ['1 l of spirits', [drink('spirits', 400, 1_000, '20.00')], 0],
    ['2 l of port', [drink('fortified', 200, 2_000, '20.00')], 0],
    ['a bottle of 1.001 l of 20 EUR owes 4 EUR', [drink('spirits', 400, 1_001, '20.00')], 4_00],
    ['a bottle of 2.001 l of port of 20 EUR too', [drink('fortified', 200, 2_001, '20.00')], 4_00],
    ['exactly 22 % is not above 22 %', [drink('spirits', 220, 2_000, '20.00')], 0],
    [
      'half a litre and one litre make one whole',
      [drink('spirits', 400, 500, '20.00'), drink('fortified', 200, 1_000, '20.00')],
      0,
    ],
    ['a bottle more of 20 EUR owes 4 EUR', [drink('spirits', 400, 2_000, '40.00', 2)], 4_00],
    [
      '4 l of still wine and 16 l of beer stand beside them',
      [drink('spirits', 400, 1_000), drink('wine', 130, 4_000), drink('beer', 50, 16_000)],
      0,
    ],
    ['the sixth bottle of wine of 10 EUR owes 2 EUR', [drink('wine', 130, 4_500, '60.00', 6)], 2_00],
    ['a 33rd half litre of beer of 1 EUR owes 20 cents', [drink('beer', 50, 16_500, '33.00', 33)], 20],
  ])('%s', (_, lines, duty) => expect(answerOf(intoUnion(lines))[1]).toBe(duty));
});

describe('value into Switzerland', () => {
  test.each([
    ['150 CHF are free', '150.00', 0, 'free', 0],
    ['above it everything is taxed: 150.01 x 8.1 % = 12.15 CHF', '150.01', 0, 'duty', 12_15],
    ['200 x 8.1 % = 16.20 CHF, not 50 x 8.1 %', '200.00', 0, 'duty', 16_20],
    ['60 after 100 on the same day owe 4.86 CHF', '60.00', 100_00, 'duty', 4_86],
  ])('%s', (_, value, amount, ...answer) =>
    expect(answerOf(intoSwitzerland([coat(value)], { used: [{ rule: 'CH-VAL', amount }] }))).toEqual(answer),
  );

  test('alcohol and tobacco count in it: (100 + 60) x 8.1 % = 12.96 CHF', () =>
    expect(answerOf(intoSwitzerland([coat('100.00'), drink('wine', 130, 1_000, '60.00')]))[1]).toBe(12_96));

  test.each([
    ['2024-12-31T23:59:59+01:00', '300.00', 0],
    ['2024-12-31T23:59:59+01:00', '301.00', 24_38],
    ['2025-01-01T00:00:00+01:00', '300.00', 24_30],
  ])('at %s goods worth %s CHF owe %i centimes', (at, value, duty) =>
    expect(answerOf(intoSwitzerland([coat(value)], {}, at))[1]).toBe(duty),
  );

  test.each([
    ['2026-07-15T21:59:59.999Z', '2026-07-15'],
    ['2026-07-15T22:00:00.000Z', '2026-07-16'],
    ['2026-12-15T22:59:59.999Z', '2026-12-15'],
    ['2026-12-15T23:00:00.000Z', '2026-12-16'],
  ])('at %s the day is %s, in summer and in winter', (at, day) => expect(intoSwitzerland([], {}, at).day).toBe(day));
});

describe('alcohol and tobacco into Switzerland', () => {
  test.each([
    ['5 l up to 18 % and 1 l above it are both free', [drink('wine', 130, 5_000), drink('spirits', 400, 1_000)], {}, 0],
    ['exactly 18 % is not above 18 %', [drink('wine', 180, 5_000)], {}, 0],
    ['18.1 % is: of five litres four owe 15 CHF each', [drink('wine', 181, 5_000)], {}, 60_00],
    ['a litre more of wine owes 2 CHF', [drink('wine', 130, 6_000)], {}, 2_00],
    ['a litre more of spirits owes 15 CHF', [drink('spirits', 400, 2_000)], {}, 15_00],
    ['at 16 a litre of spirits owes 15 CHF', [drink('spirits', 400, 1_000)], { traveller: { age: 16 } }, 15_00],
    ['at 17 it is free', [drink('spirits', 400, 1_000)], { traveller: { age: 17 } }, 0],
    ['250 cigarettes are free', [smoke('cigarettes', 250)], {}, 0],
    ['one more owes 25 centimes', [smoke('cigarettes', 251)], {}, 25],
    ['a cigar of 10 g too', [{ category: 'cigars', units: 251, pieces: 251, weightG: 2_510 }], {}, 25],
    ['half in pieces, half in grams', [smoke('cigarettes', 125), loose(125)], {}, 0],
    ['250 ml of e-liquid are free', [{ category: 'e-liquid', units: 5, volumeMl: 250 }], {}, 0],
    ['of six bottles of 50 ml one is above: 25 centimes', [{ category: 'e-liquid', units: 6, volumeMl: 300 }], {}, 25],
    ['25 disposables are free', [smoke('disposables', 25)], {}, 0],
    ['one more owes 25 centimes', [smoke('disposables', 26)], {}, 25],
    ['50 g beside 250 cigarettes owe 50 x 0.10 = 5 CHF', [smoke('cigarettes', 250), loose(50)], {}, 5_00],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoSwitzerland(lines, more))[1]).toBe(duty));

  test('a litre too much owes duty, and VAT with all the rest: 2 + 180 x 8.1 % = 16.58 CHF', () =>
    expect(answerOf(intoSwitzerland([drink('wine', 130, 6_000, '180.00')]))[1]).toBe(16_58));
});

// ec.europa.eu/taxation_customs (S72): 100 cigarettes and 50 cigarillos are the whole allowance; an item is not split.
describe('the examples that the Union publishes', () => {
  const whole = [smoke('cigarettes', 100), smoke('cigarillos', 50)];
  const left = (lines: Lines) => intoUnion(lines).limits.find(({ rule }) => rule === 'EU-TOB')?.left;

  test('100 cigarettes and 50 cigarillos are the whole allowance, and free', () =>
    expect([answerOf(intoUnion(whole)), left(whole)]).toEqual([['free', 0], 0]));

  test('with one cigarillo less there is some left', () =>
    expect(left([smoke('cigarettes', 100), smoke('cigarillos', 49)])).toBe(10_000));

  test('an item that costs more than the limit is taxed on all it costs', () =>
    expect(intoUnion([coat('430.01')], { settings: { 'eu-way': 'air-or-sea' } }).dutySteps.map(({ basis }) => basis)).toEqual([
      '430.01 EUR',
    ]));
});

// bazg.admin.ch, examples of how the tax-free limit is applied. Where one declares for several, each is asked here for what they carry.
describe('the examples that Switzerland publishes', () => {
  const taxed = (lines: Lines, at?: string) => intoSwitzerland(lines, {}, at).dutySteps.map(({ basis }) => basis);
  test.each([
    [
      'goods of 800 when 300 were free: tax on 800',
      [coat('500.00'), coat('300.00')],
      '2024-06-01T12:00:00+02:00',
      ['800.00 CHF'],
    ],
    ['an item of 200: tax on the item', [coat('200.00')], undefined, ['200.00 CHF']],
    ['two items of 120 between two: free, each', [coat('120.00')], undefined, []],
    ['groceries of 500 between two: 150 free', [{ category: 'food', value: '150.00' }], undefined, []],
    ['and tax on 350', [{ category: 'food', value: '350.00' }], undefined, ['350.00 CHF']],
  ])('%s', (_, lines, at, basis) => expect(taxed(lines, at)).toEqual(basis));
});
