import { describe, expect, test } from 'vitest';
import { answerOf, assess, limitIn, packNamed } from '#tests/support/packs.ts';

const pack = packNamed('khorgos');
type Lines = Parameters<typeof assess>[2];
type More = Parameters<typeof assess>[3];
const toKazakhstan = (at: string, lines: Lines, more?: More) =>
  assess(pack, { exitSide: 'KZ', at, currency: 'EUR' }, lines, more);
const toChina = (at: string, lines: Lines, more?: More) => assess(pack, { exitSide: 'CN', at, currency: 'CNY' }, lines, more);

describe('value and weight to Kazakhstan, as of a day', () => {
  // Midnight in Kazakhstan is 18:00 UTC until February 2024 and 19:00 UTC since March 2024.
  test.each([
    ['2010-06-30T17:59:59.999Z', undefined, undefined],
    ['2010-06-30T18:00:00.000Z', 1_500_00, 50_000],
    ['2018-12-31T17:59:59.999Z', 1_500_00, 50_000],
    ['2018-12-31T18:00:00.000Z', 500_00, 25_000],
    ['2022-04-14T17:59:59.999Z', 500_00, 25_000],
    ['2022-04-14T18:00:00.000Z', 1_000_00, 31_000],
    ['2024-03-31T18:59:59.999Z', 1_000_00, 31_000],
    ['2024-03-31T19:00:00.000Z', 500_00, 25_000],
  ])('%s: %i cents and %i g', (at, value, weight) => {
    const decision = toKazakhstan(at, []);
    expect([limitIn(decision, 'KZ-LAND-VAL'), limitIn(decision, 'KZ-LAND-KG')]).toEqual([value, weight]);
  });

  test.each([
    ['2018-12-31T12:00:00+06:00', '1500.00', 50_000, 'free', 0],
    ['2018-12-31T12:00:00+06:00', '1510.00', 50_000, 'duty', 3_00],
    ['2019-01-01T12:00:00+06:00', '1500.00', 20_000, 'duty', 300_00],
    ['2024-03-31T12:00:00+05:00', '1000.00', 31_000, 'free', 0],
    ['2024-04-01T12:00:00+05:00', '1000.00', 31_000, 'duty', 150_00],
  ])('%s: %s EUR and %i g is %s, 30 %% of the excess', (at, value, weightG, ...answer) =>
    expect(answerOf(toKazakhstan(at, [{ category: 'silk', value, weightG }]))).toEqual(answer),
  );

  // research S118: worked examples for limits of 1,000 EUR and 31 kg, which were the law then.
  test.each([
    ['34 kg and 500 EUR: (34 - 31) x 4 = 12 EUR', '500.00', 34_000, 12_00],
    ['20 kg and 1,400 EUR: (1,400 - 1,000) x 30 % = 120 EUR', '1400.00', 20_000, 120_00],
  ])('published in 2022 to 2024: %s', (_, value, weightG, duty) =>
    expect(answerOf(toKazakhstan('2023-06-01T12:00:00+06:00', [{ category: 'silk', value, weightG }]))).toEqual(['duty', duty]),
  );

  test('on foot the raised limits did not hold by the other reading: (900 - 500) x 30 % = 120 EUR, (30 - 25) x 4 = 20 EUR', () => {
    const lines = [{ category: 'silk', value: '900.00', weightG: 20_000 }];
    const settings = { 'kz-raised-limits-on-foot': 'not-raised' };
    expect(answerOf(toKazakhstan('2023-06-01T12:00:00+06:00', lines))).toEqual(['free', 0]);
    expect(answerOf(toKazakhstan('2023-06-01T12:00:00+06:00', lines, { settings }))).toEqual(['duty', 120_00]);
    expect(answerOf(toKazakhstan('2024-04-01T12:00:00+05:00', lines, { settings }))).toEqual(['duty', 120_00]);
    const heavy = [{ category: 'silk', weightG: 30_000 }];
    expect(answerOf(toKazakhstan('2023-06-01T12:00:00+06:00', heavy, { settings }))).toEqual(['duty', 20_00]);
  });
});

describe('the month of the one exit', () => {
  test.each([
    ['2024-02-29T18:00:00.000Z', '2024-02', 'clocks went back an hour: it is still 29 February'],
    ['2024-02-29T18:59:59.999Z', '2024-02', 'the last millisecond of the leap day'],
    ['2024-02-29T19:00:00.000Z', '2024-03', 'midnight by the new offset'],
    ['2024-01-31T17:59:59.999Z', '2024-01', 'the last millisecond by the old offset'],
    ['2024-01-31T18:00:00.000Z', '2024-02', 'midnight by the old offset'],
  ])('%s is in %s: %s', (at, month) =>
    expect(toKazakhstan(at, []).limits.find(({ rule }) => rule === 'KZ-MCPS-FREQ')?.period).toBe(month),
  );

  test('was not counted before February 2017', () =>
    expect(limitIn(toKazakhstan('2017-01-31T12:00:00+06:00', []), 'KZ-MCPS-FREQ')).toBeUndefined());
});

describe('tobacco to Kazakhstan until September 2022', () => {
  test.each([
    [
      { category: 'cigarettes', pieces: 200 },
      { category: 'cigarettes', pieces: 201 },
    ],
    [
      { category: 'cigars', pieces: 50 },
      { category: 'cigars', pieces: 51 },
    ],
    [
      { category: 'tobacco-loose', weightG: 250 },
      { category: 'tobacco-loose', weightG: 251 },
    ],
  ])('%o was free, %o was not allowed', (within, above) => {
    expect(toKazakhstan('2022-09-30T12:00:00+06:00', [within]).outcome).toBe('free');
    expect(toKazakhstan('2022-09-30T12:00:00+06:00', [above]).outcome).toBe('forbidden');
  });
});

describe('heated sticks to Kazakhstan', () => {
  const sticks = [{ category: 'heated-tobacco', units: 2, pieces: 400, weightG: 150 }];
  test('count like cigarettes since October 2022, and were weighed as tobacco before', () => {
    expect(toKazakhstan('2022-09-30T12:00:00+06:00', sticks).outcome).toBe('free');
    expect(toKazakhstan('2022-10-01T12:00:00+06:00', sticks).outcome).toBe('forbidden');
  });
});

describe('tobacco and alcohol to China, as of a day', () => {
  const LAST = '2024-11-30T15:59:59.999Z';
  const FIRST = '2024-11-30T16:00:00.000Z';
  const cigars = (pieces: number) => [{ category: 'cigars', units: pieces, pieces, value: `${pieces * 20}.00` }];

  test.each([
    ['100 cigars', LAST, 100, 'free', 0],
    ['the 101st of 20 CNY: 20 x 50 % = 10 CNY', LAST, 101, 'duty', 10_00],
    ['80 of 100 cigars: 80 x 20 x 50 % = 800 CNY', FIRST, 100, 'duty', 800_00],
    ['20 cigars', FIRST, 20, 'free', 0],
  ])('%s at %s', (_, at, pieces, ...answer) => expect(answerOf(toChina(at, cigars(pieces)))).toEqual(answer));

  const half = { units: 2, value: '40.00' };
  test.each([
    ['420 cigarettes: 20 x 1 x 50 % = 10 CNY', { category: 'cigarettes', units: 21, pieces: 420, value: '420.00' }, 10_00],
    ['400 cigarettes', { category: 'cigarettes', units: 20, pieces: 400, value: '400.00' }, 0],
    ['two tins of 250 g', { category: 'tobacco-loose', weightG: 500, ...half }, 0],
    ['two tins of 251 g: one of 20 CNY owes 10 CNY', { category: 'tobacco-loose', weightG: 502, ...half }, 10_00],
    ['two bottles of 750 ml', { category: 'spirits', strengthPermille: 400, volumeMl: 1_500, ...half }, 0],
    [
      'two bottles of 751 ml: one of 20 CNY owes 10 CNY',
      { category: 'spirits', strengthPermille: 400, volumeMl: 1_502, ...half },
      10_00,
    ],
  ])('were the same before and after for %s', (_, line, duty) => {
    expect(answerOf(toChina(LAST, [line]))[1]).toBe(duty);
    expect(answerOf(toChina(FIRST, [line]))[1]).toBe(duty);
  });

  test.each([
    [LAST, 15, 'forbidden'],
    [LAST, 16, 'free'],
    [FIRST, 17, 'forbidden'],
    [FIRST, 18, 'free'],
  ])('at %s a traveller of %i with a cigar and a bottle: %s', (at, age, outcome) => {
    const lines = [...cigars(1), { category: 'spirits', hs: '220830', strengthPermille: 400, volumeMl: 700, value: '100.00' }];
    expect(toChina(at, lines, { traveller: { age } }).outcome).toBe(outcome);
  });

  test('minors may be taxed instead: half of 20 CNY at 15, and from 16 nothing in the old law', () => {
    const settings = { 'cn-minors': 'taxed' };
    expect(answerOf(toChina(LAST, cigars(1), { traveller: { age: 15 }, settings }))).toEqual(['duty', 10_00]);
    expect(answerOf(toChina(LAST, cigars(1), { traveller: { age: 16 }, settings }))).toEqual(['free', 0]);
    expect(answerOf(toChina(FIRST, cigars(1), { traveller: { age: 17 }, settings }))).toEqual(['duty', 10_00]);
  });

  test('somebody born on 29 February 2008 is of age on 1 March 2026', () => {
    const born = { traveller: { birthDate: '2008-02-29' } };
    expect(toChina('2026-02-28T12:00:00+08:00', cigars(1), born).outcome).toBe('forbidden');
    expect(toChina('2026-03-01T12:00:00+08:00', cigars(1), born).outcome).toBe('free');
  });

  test('the 8,000 CNY came with the zone in April 2012', () => {
    expect(limitIn(toChina('2012-03-31T12:00:00+08:00', []), 'CN-ICBC-VAL')).toBeUndefined();
    expect(limitIn(toChina('2012-04-01T12:00:00+08:00', []), 'CN-ICBC-VAL')).toBe(8_000_00);
  });
});
