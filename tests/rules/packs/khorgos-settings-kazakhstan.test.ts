import { describe, expect, test } from 'vitest';
import { answerOf, assess, limitIn, packNamed, type SomeCase } from '#tests/support/packs.ts';

const pack = packNamed('khorgos');
type Lines = Parameters<typeof assess>[2];
const KZ = { exitSide: 'KZ', at: '2026-11-22T12:00:00+05:00', currency: 'EUR' };
const toKazakhstan = (lines: Lines, more?: SomeCase) => assess(pack, KZ, lines, more);

const silk = (value: string, more = {}) => ({ category: 'silk', value, ...more });
const _vodka = (volumeMl: number, value: string) => ({
  category: 'spirits',
  hs: '220860',
  strengthPermille: 400,
  volumeMl,
  value,
});
const _sticks = (pieces: number, value: string) => ({ category: 'cigarettes', hs: '240220', units: pieces / 20, pieces, value });

describe('the two readings of the month to Kazakhstan', () => {
  const used = (rule: string, amount: number) => ({ used: [{ rule, amount }] });
  const lines = [silk('100.00', { weightG: 10_000 })];
  test('one exit: 10 kg of 100 EUR on the second owe 10 x 4 = 40 EUR', () =>
    expect(answerOf(toKazakhstan(lines, used('KZ-MCPS-FREQ', 1)))).toEqual(['duty', 40_00]));

  test.each([
    ['limits-by-month', 15_000, 0],
    ['limits-by-month', 16_000, 4_00],
    ['limits-by-30-days', 16_000, 4_00],
  ])('%s: 10 kg after %i g', (reading, before, duty) =>
    expect(
      answerOf(toKazakhstan(lines, { ...used('KZ-LAND-KG', before), settings: { 'kz-frequency-reading': reading } }))[1],
    ).toBe(duty),
  );

  test('neither holds where the office says that there is no monthly rule', () => {
    const settings = { 'kz-frequency-reading': 'limits-by-month', 'kz-frequency': false };
    const decision = toKazakhstan(lines, { settings });
    expect(decision.limits.find(({ rule }) => rule === 'KZ-LAND-KG')?.period).toBe('visit');
    expect(limitIn(decision, 'KZ-MCPS-FREQ')).toBeUndefined();
  });
});

describe('other answers to Kazakhstan', () => {
  const spirits = (volumeMl: number, value = '0.00') => ({
    category: 'spirits',
    hs: '220860',
    strengthPermille: 400,
    volumeMl,
    value,
  });
  const ethyl = (volumeMl: number) => ({ category: 'ethyl-alcohol', hs: '220710', strengthPermille: 960, volumeMl });

  test.each([
    ['3,001 ml to the millilitre: 1 cent', 'to-the-millilitre', 3_001, 1],
    ['a started litre: 10 EUR', 'started-litre', 3_001, 10_00],
    ['one litre over is one litre', 'started-litre', 4_000, 10_00],
    ['a second one started: 20 EUR', 'started-litre', 4_001, 20_00],
  ])('%s', (_, answer, ml, duty) =>
    expect(answerOf(toKazakhstan([spirits(ml)], { settings: { 'kz-part-litre': answer } }))[1]).toBe(duty),
  );

  test.each([
    ['as alcohol the first litre is free', {}, [ethyl(1_000)], 'free', 0],
    ['from the first litre: 22 EUR', { 'kz-ethyl-alcohol': 'from-the-first-litre' }, [ethyl(1_000)], 'duty', 22_00],
    [
      'beside 3 l of vodka: 2 x 22 = 44 EUR',
      { 'kz-ethyl-alcohol': 'from-the-first-litre' },
      [spirits(3_000), ethyl(2_000)],
      'duty',
      44_00,
    ],
    [
      'above 5 l in all forbidden',
      { 'kz-ethyl-alcohol': 'from-the-first-litre' },
      [spirits(3_000), ethyl(2_001)],
      'forbidden',
      44_00,
    ],
  ])('ethyl alcohol %s', (_, settings, lines, outcome, duty) => {
    const answer = answerOf(toKazakhstan(lines, { settings }));
    expect(answer[0]).toBe(outcome);
    if (outcome !== 'forbidden') expect(answer[1]).toBe(duty);
  });

  test.each([
    ['26 kg: 4 EUR', 'started-kilogram', 26_000, 4_00],
    ['25.001 kg: a started one, 4 EUR', 'started-kilogram', 25_001, 4_00],
    ['26.001 kg: two, 8 EUR', 'started-kilogram', 26_001, 8_00],
    ['to the gram 25.250 kg owe 1 EUR', 'to-the-gram', 25_250, 1_00],
  ])('%s', (_, answer, weightG, duty) =>
    expect(answerOf(toKazakhstan([silk('1.00', { weightG })], { settings: { 'kz-part-kilogram': answer } }))[1]).toBe(duty),
  );

  test('a started kilogram leaves the duty on the value to the cent: 0.01 above 500 EUR owe nothing, 1.00 owes 30 cents', () => {
    const owing = (value: string) =>
      answerOf(toKazakhstan([silk(value)], { settings: { 'kz-part-kilogram': 'started-kilogram' } }))[1];
    expect([owing('500.01'), owing('501.00')]).toEqual([0, 30]);
  });

  describe('tobacco that may be mixed up to 250 g', () => {
    const settings = { 'kz-tobacco-mix': 'weight' };
    const smokes = (sticks: number, sticksG: number, cigars: number, cigarsG: number) => [
      { category: 'cigarettes', units: 1, pieces: sticks, weightG: sticksG },
      ...(cigars === 0 ? [] : [{ category: 'cigars', units: cigars, pieces: cigars, weightG: cigarsG }]),
    ];
    test.each([
      ['150 cigarettes and 30 cigars of 250 g are free', smokes(150, 110, 30, 140), 'free'],
      ['a gram more is too much', smokes(150, 111, 30, 140), 'forbidden'],
      ['200 cigarettes alone may weigh more', smokes(200, 300, 0, 0), 'free'],
      ['201 are too many, alone', smokes(201, 200, 0, 0), 'forbidden'],
      ['and beside a cigar', smokes(201, 200, 1, 10), 'forbidden'],
    ])('%s', (_, lines, outcome) => expect(toKazakhstan(lines, { settings }).outcome).toBe(outcome));
    test('by shares that would be 1.35 of the allowance', () =>
      expect(toKazakhstan(smokes(150, 110, 30, 140)).outcome).toBe('forbidden'));
  });

  test('the rate may be that of the first of the month: 5,000 CNY are 625 EUR, 125 x 30 % = 37.50 EUR', () => {
    const rates = [
      { base: 'EUR', quote: 'CNY', rate: '8', date: '2026-11-01', source: 'test' },
      { base: 'EUR', quote: 'CNY', rate: '10', date: '2026-11-22', source: 'test' },
    ];
    const owed = (settings: NonNullable<SomeCase['settings']>) =>
      answerOf(assess(pack, { ...KZ, currency: 'CNY' }, [silk('5000.00')], { rates, settings }));
    expect(owed({ 'kz-rate-date': 'first-of-month' })).toEqual(['duty', 37_50]);
    expect(owed({})).toEqual(['free', 0]);
  });

  test('one fur of a model is for personal use, a second is cargo', () => {
    const settings = { 'kz-order-250-counts': 'cargo' };
    const fur = (model: string, units = 1) => ({ category: 'clothing', hs: '430310', units, model });
    const outcome = (...furs: Lines[number][]) => toKazakhstan(furs, { settings }).outcome;
    expect(outcome(fur('mink M'), fur('mink L'))).toBe('free');
    expect(outcome(fur('mink M', 2))).toBe('forbidden');
    expect(outcome(fur('mink M'), fur('mink M'))).toBe('forbidden');
    expect(outcome({ category: 'clothing', hs: '430310' }, { category: 'clothing', hs: '430310' })).toBe('forbidden');
    expect(toKazakhstan([fur('mink M', 2)], { settings }).plan.some(({ rule }) => rule === 'KZ-CRIT-250-FUR')).toBe(false);
  });

  test('alcohol and tobacco may stay outside the 500 EUR: else 100 x 30 % = 30 EUR', () => {
    const lines = [spirits(1_000, '100.00'), silk('500.00')];
    expect(answerOf(toKazakhstan(lines))[1]).toBe(30_00);
    expect(answerOf(toKazakhstan(lines, { settings: { 'kz-alcohol-tobacco-in-value': 'outside' } }))[1]).toBe(0);
  });

  test.each([
    ['35 kg is one item like others: 10 kg over owe 40 EUR', 35_000, 40_00],
    ['36 kg has no allowance: 36 x 4 = 144 EUR', 36_000, 144_00],
  ])('one item of %s', (_, weightG, duty) => {
    const settings = { 'kz-indivisible-35-kg': 'taxed-whole' };
    expect(answerOf(toKazakhstan([silk('100.00', { weightG })], { settings }))[1]).toBe(duty);
  });

  test('beside an item above 35 kg the rest keeps its allowance', () => {
    const settings = { 'kz-indivisible-35-kg': 'taxed-whole' };
    const lines = [silk('100.00', { weightG: 36_000 }), silk('100.00', { weightG: 25_000 })];
    expect(answerOf(toKazakhstan(lines, { settings }))[1]).toBe(144_00);
  });

  test.each([
    ['phones', 2],
    ['tablets', 2],
    ['laptops', 1],
    ['jewellery', 5],
    ['bicycles', 1],
    ['prams', 1],
  ])('%s: %i are for personal use, one more is cargo', (category, limit) => {
    const settings = { 'kz-order-250-counts': 'cargo' };
    const of = (units: number) => toKazakhstan([{ category, units }], { settings });
    expect(of(limit).outcome).toBe('free');
    expect([of(limit + 1).outcome, of(limit + 1).reasons[0]?.reason]).toEqual(['forbidden', 'becomes-cargo']);
    expect(toKazakhstan([{ category, units: limit + 1 }]).outcome).toBe('free');
  });
});

describe('weight without packing, where the office says so', () => {
  const settings = { 'kz-weight-basis': 'net' };
  const packed = (weightG: number) => [{ category: 'silk', weightG, netWeightG: weightG - 1_000 }];
  const in2023 = (weightG: number) => assess(pack, { ...KZ, at: '2023-06-01T12:00:00+06:00' }, packed(weightG), { settings });

  test('each version keeps its own figure: 31 kg in 2023, 25 kg now', () => {
    expect([in2023(32_000).outcome, in2023(32_001).limits.find(({ rule }) => rule === 'KZ-LAND-KG')?.over]).toEqual(['free', 1]);
    expect(answerOf(toKazakhstan(packed(26_000), { settings }))).toEqual(['free', 0]);
    expect(toKazakhstan(packed(27_000), { settings }).outcome).toBe('duty');
    expect(toKazakhstan(packed(26_000)).outcome).toBe('duty');
  });
});
