import { describe, expect, test } from 'vitest';
import { answerOf, assess, packNamed, type SomeCase } from '#tests/support/packs.ts';

type Lines = Parameters<typeof assess>[2];
const vietnam = packNamed('vietnam');
const korea = packNamed('korea');
const at = '2026-11-22T12:00:00+07:00';
const intoVietnam = (lines: Lines, more?: SomeCase) => assess(vietnam, { exitSide: 'VN', at, currency: 'VND' }, lines, more);
const overTheBorder = (lines: Lines, more?: SomeCase) =>
  assess(vietnam, { exitSide: 'VN-BORDER', at, currency: 'VND' }, lines, more);
const intoKorea = (lines: Lines, more?: SomeCase, when = '2026-11-22T12:00:00+09:00') =>
  assess(korea, { exitSide: 'KR', at: when, currency: 'USD' }, lines, more);
const goods = (value: string, category = 'clothing') => ({ category, value });
const drink = (strengthPermille: number, volumeMl: number, value: string, units = 1, category = 'spirits') => ({
  category,
  strengthPermille,
  volumeMl,
  value,
  units,
});

describe('alcohol into Vietnam', () => {
  test.each([
    ['1.5 l of 20 %', [drink(200, 1_500, '1000000')], 0],
    ['2 l below 20 %', [drink(199, 2_000, '1000000')], 0],
    ['3 l of beer', [drink(50, 3_000, '1000000', 1, 'beer')], 0],
    ['one bottle of 2.5 l passes by a litre and is wholly free', [drink(400, 2_500, '1000000')], 0],
    ['of 2.501 l the excess owes: 1,001 x 1,000 x 20 % = 200,200 VND', [drink(400, 2_501, '2501000')], 200_200],
    ['of three bottles of 1 l, 1.5 l owe: 1,500,000 x 20 % = 300,000 VND', [drink(400, 3_000, '3000000', 3)], 300_000],
    [
      'one kind is chosen, the dearer: the beer of 300,000 owes 60,000 VND',
      [drink(400, 1_500, '1000000'), drink(50, 1_000, '300000', 1, 'beer')],
      60_000,
    ],
  ])('%s', (_, lines, duty) => expect(answerOf(intoVietnam(lines))[1]).toBe(duty));
});

describe('value into Vietnam', () => {
  test.each([
    ['10,000,000 are free', [goods('10000000')], {}, 0],
    [
      'the traveller chooses 6 and 4 million: 5,000,000 x 20 % = 1,000,000',
      [goods('6000000'), goods('5000000'), goods('4000000')],
      {},
      1_000_000,
    ],
    ['alcohol is apart', [goods('10000000'), drink(400, 700, '1000000')], {}, 0],
    [
      'crew has it once in 90 days: 1,000,000 x 20 % = 200,000',
      [goods('1000000')],
      { traveller: { classes: ['crew'] }, used: [{ rule: 'VN-LUG-CREW', amount: 9_500_000 }] },
      200_000,
    ],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoVietnam(lines, more))[1]).toBe(duty));

  test('what crew took is free again after 90 days', () =>
    expect(intoVietnam([goods('1')], { traveller: { classes: ['crew'] } }).plan[0]?.leavesOn).toBe('2027-02-20'));
});

describe('border residents of Vietnam', () => {
  const resident = (days: readonly string[] = []) => ({
    traveller: {
      classes: ['border-resident'],
      crossings: days.map((day) => ({ at: `${day}T10:00:00+07:00`, direction: 'exit' as const, withGoods: true })),
    },
  });
  const four = ['2026-11-01', '2026-11-05', '2026-11-09', '2026-11-13'];
  test.each([
    ['2,000,000 a day are free', '2000000', resident(), 0],
    ['500,000 above owe 20 %: 100,000', '2500000', resident(), 100_000],
    ['on the fourth day of the month too', '2000000', resident(four.slice(1)), 0],
    ['on the fifth day everything owes: 200,000', '1000000', resident(four), 200_000],
    ['a second time on the fourth day is no fifth day', '1000000', resident([...four.slice(1), '2026-11-22']), 0],
    ['days of October do not count', '1000000', resident([...four.slice(1), '2026-10-31']), 0],
    ['others have nothing: 200,000', '1000000', {}, 200_000],
  ])('%s', (_, value, more, duty) => expect(answerOf(overTheBorder([goods(value)], more))[1]).toBe(duty));
});

describe('value into Korea', () => {
  test.each([
    ['800 USD are free', [goods('800.00', 'food')], {}, 0],
    ['100 above owe 20 %: 20 USD', [goods('900.00', 'food')], {}, 20_00],
    ['clothing at 25 % uses it first: food of 200 owes 40 USD', [goods('200.00', 'food'), goods('800.00')], {}, 40_00],
    ['by the figures of 2015: 200 x 20 % = 40 USD', [goods('800.00', 'food')], { settings: { 'kr-figures': '2015' } }, 40_00],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoKorea(lines, more))[1]).toBe(duty));

  test('was 600 USD until 5 September 2022, and one litre', () => {
    const lines = [goods('800.00', 'food'), drink(400, 2_000, '100.00', 2)];
    expect(answerOf(intoKorea(lines, {}, '2022-09-05T23:59:59+09:00'))[1]).toBe(40_00 + 25_00);
    expect(answerOf(intoKorea([drink(400, 1_001, '100.00')], {}, '2022-09-05T23:59:59+09:00'))[1]).toBe(50_00);
    expect(answerOf(intoKorea(lines, {}, '2022-09-06T00:00:00+09:00'))[1]).toBe(0);
  });
});

describe('bottles and cigarettes into Korea', () => {
  const carton = (pieces: number) => ({ category: 'cigarettes', units: pieces / 200, pieces, value: `${pieces / 4}.00` });
  test.each([
    ['2 l for 400 USD', [drink(400, 2_000, '400.00', 2)], {}, 0],
    [
      'a bottle above 2 l owes in full: 100 x 50 % = 50 USD',
      [drink(400, 2_000, '200.00', 2), drink(400, 500, '100.00')],
      {},
      50_00,
    ],
    ['a bottle of 401 USD owes in full: 200.50 USD', [drink(400, 700, '401.00')], {}, 200_50],
    ['200 cigarettes', [carton(200)], {}, 0],
    ['the eleventh pack of 5 USD owes 2.50 USD', [{ category: 'cigarettes', units: 11, pieces: 220, value: '55.00' }], {}, 2_50],
    ['a second carton of 50 USD owes 25 USD', [carton(400)], {}, 25_00],
    ['at 18 a carton of 50 USD owes 25 USD', [carton(200)], { traveller: { age: 18 } }, 25_00],
    ['at 19 it is free', [carton(200)], { traveller: { age: 19 } }, 0],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoKorea(lines, more))[1]).toBe(duty));
});
