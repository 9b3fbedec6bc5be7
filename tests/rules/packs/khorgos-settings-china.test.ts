import { describe, expect, test } from 'vitest';
import { answerOf, assess, packNamed, type SomeCase } from '#tests/support/packs.ts';

const pack = packNamed('khorgos');
type Lines = Parameters<typeof assess>[2];
const CN = { exitSide: 'CN', at: '2026-11-22T12:00:00+08:00', currency: 'CNY' };
const toChina = (lines: Lines, more?: SomeCase) => assess(pack, CN, lines, more);

const entered = (at: string) => [{ at: `${at}T09:00:00+08:00`, direction: 'entry' as const }];
const silk = (value: string, more = {}) => ({ category: 'silk', value, ...more });
const vodka = (volumeMl: number, value: string) => ({
  category: 'spirits',
  hs: '220860',
  strengthPermille: 400,
  volumeMl,
  value,
});
const sticks = (pieces: number, value: string) => ({ category: 'cigarettes', hs: '240220', units: pieces / 20, pieces, value });

describe('a frequent traveller to China, where the office applies the tier', () => {
  const settings = { 'cn-frequent-traveller': 'tobacco-and-alcohol' };
  const often = { traveller: { crossings: entered('2026-11-08') }, settings };

  test.each([
    ['40 cigarettes are free', [sticks(40, '20.00')], 0],
    ['the third pack of 10 CNY owes 50 %: 5 CNY', [sticks(60, '30.00')], 5_00],
    ['2 cigars are free', [{ category: 'cigars', units: 2, pieces: 2, value: '40.00' }], 0],
    ['a third of 20 CNY owes 10 CNY', [{ category: 'cigars', units: 3, pieces: 3, value: '60.00' }], 10_00],
    ['40 g are free', [{ category: 'tobacco-loose', weightG: 40, value: '40.00' }], 0],
    ['a pouch of 41 g for 40 CNY owes 20 CNY', [{ category: 'tobacco-loose', weightG: 41, value: '40.00' }], 20_00],
    ['one pod of 2 ml is free', [{ category: 'e-cigarette-pods', volumeMl: 2, value: '50.00' }], 0],
    ['a second of 50 CNY owes 25 CNY', [{ category: 'e-cigarette-pods', units: 2, volumeMl: 2, value: '100.00' }], 25_00],
    ['one of 3 ml owes 25 CNY', [{ category: 'e-cigarette-pods', volumeMl: 3, value: '50.00' }], 25_00],
    ['a second device of 200 CNY owes 100 CNY', [{ category: 'e-cigarette-devices', units: 2, value: '400.00' }], 100_00],
    ['every bottle owes 50 % of 100 CNY', [vodka(500, '100.00')], 50_00],
    ['silk is as free as ever', [silk('8000.00')], 0],
  ])('%s', (_, lines, duty) => expect(answerOf(toChina(lines, often))[1]).toBe(duty));

  test('is one who came in within 15 days, today among them', () => {
    const came = (on: string) => toChina([sticks(60, '30.00')], { settings, traveller: { crossings: entered(on) } });
    expect(answerOf(came('2026-11-08'))[1]).toBe(5_00);
    expect(answerOf(came('2026-11-07'))[1]).toBe(0);
    expect(answerOf(toChina([sticks(60, '30.00')], often))[1]).toBe(5_00);
    expect(answerOf(toChina([sticks(60, '30.00')], { traveller: often.traveller }))[1]).toBe(0);
  });

  test('has left with silk today, and has the allowance of the day still', () => {
    const left = (category: string) => ({
      at: '2026-11-22T10:00:00+08:00',
      direction: 'exit' as const,
      goods: [{ category, hs: '', strengthPermille: 0 }],
    });
    const taking = (...crossings: object[]) =>
      toChina([sticks(40, '20.00')], { settings, traveller: { crossings: [...entered('2026-11-08'), ...crossings] as never } });
    expect(taking(left('silk')).outcome).toBe('free');
    expect(answerOf(taking(left('cigarettes')))).toEqual(['duty', 10_00]);
    expect(answerOf(taking({ at: '2026-11-22T10:00:00+08:00', direction: 'exit', withGoods: true }))).toEqual(['duty', 10_00]);
  });

  test('has the small allowance once a day: then 2 packs of 10 CNY owe 10 CNY', () => {
    const used = [{ rule: 'CN-FREQ-DAY', amount: 1 }];
    expect(answerOf(toChina([sticks(40, '20.00')], { ...often, used }))).toEqual(['duty', 10_00]);
  });

  test('loses the value limit too by the other answer: 100 x 20 % = 20 CNY', () =>
    expect(answerOf(toChina([silk('100.00')], { ...often, settings: { 'cn-frequent-traveller': 'everything' } }))).toEqual([
      'duty',
      20_00,
    ]));
});

describe('e-cigarettes to China', () => {
  const pods = (pieces: number, volumeMl: number) => ({
    category: 'e-cigarette-pods',
    units: pieces,
    pieces,
    volumeMl,
    value: `${pieces * 50}.00`,
  });
  const devices = (pieces: number) => ({ category: 'e-cigarette-devices', units: pieces, pieces, value: `${pieces * 200}.00` });
  test.each([
    ['2 devices and 6 pods of 2 ml are free', [devices(2), pods(6, 12)], 0],
    ['the third device owes 200 x 50 % = 100 CNY', [devices(3), pods(6, 12)], 100_00],
    ['the seventh pod owes 50 x 50 % = 25 CNY', [pods(7, 7)], 25_00],
    ['of 6 pods with 18 ml two are too much: 2 x 50 x 50 % = 50 CNY', [pods(6, 18)], 50_00],
  ])('%s', (_, lines, duty) => expect(answerOf(toChina(lines))[1]).toBe(duty));

  test('are not limited where the office says so', () =>
    expect(answerOf(toChina([devices(3)], { settings: { 'cn-national-e-cigarettes': false } }))[1]).toBe(0));
});

describe('whose value limit holds', () => {
  const abroad = { nationality: 'KAZ', residence: 'KAZ' };
  const home = { nationality: 'KAZ', residence: 'CHN' };
  test.each([
    ['everyone has 8,000 CNY', abroad, {}, '8000.00', 0],
    ['non-residents have 2,000 CNY', abroad, { 'cn-value-who': 'residents-of-china' }, '2000.00', 0],
    ['above it the item owes 20 % whole: 400.20 CNY', abroad, { 'cn-value-who': 'residents-of-china' }, '2001.00', 400_20],
    ['residents keep 8,000 CNY', home, { 'cn-value-who': 'residents-of-china' }, '8000.00', 0],
    ['nationally residents have 5,000 CNY', home, { 'cn-value-rule': 'national' }, '5000.00', 0],
    ['above it the item owes 1,000.20 CNY', home, { 'cn-value-rule': 'national' }, '5001.00', 1_000_20],
    ['and others 2,000 CNY', abroad, { 'cn-value-rule': 'national' }, '2001.00', 400_20],
  ])('%s', (_, traveller, settings, value, duty) =>
    expect(answerOf(toChina([silk(value)], { traveller, settings }))[1]).toBe(duty),
  );
});

describe('how the excess to China is taken', () => {
  test('the office may choose the order: dearest rate first leaves the honey out, 6,000 x 13 % = 780 CNY', () => {
    const lines = [{ category: 'honey', value: '6000.00' }, silk('5000.00'), { category: 'honey', value: '2500.00' }];
    expect(answerOf(toChina(lines))[1]).toBe(780_00);
    expect(answerOf(toChina(lines, { settings: { 'cn-value-split': 'highest-taxed-first' } }))[1]).toBe(780_00);
    // As listed: 6,000 fits, 5,000 does not, 2,500 does not: 1,000 + 325.
    expect(answerOf(toChina(lines, { settings: { 'cn-value-split': 'as-listed' } }))[1]).toBe(1_325_00);
  });

  test('the highest rate first is not always the cheapest: 100 at 20 % owes 20 CNY, 8,000 at 13 % owes 1,040 CNY', () => {
    const lines = [{ category: 'honey', value: '8000.00' }, silk('100.00')];
    expect(answerOf(toChina(lines))[1]).toBe(20_00);
    expect(answerOf(toChina(lines, { settings: { 'cn-value-split': 'highest-taxed-first' } }))[1]).toBe(1_040_00);
  });

  test('the office may stop at the limit', () => {
    const settings = { 'cn-value-excess': 'stop-at-limit' };
    expect(toChina([silk('8000.00')], { settings }).outcome).toBe('free');
    expect(toChina([silk('8000.01')], { settings }).outcome).toBe('forbidden');
  });

  test.each([
    ['phones at 13 % or 20 %', 'cn-phones-rate', '20-percent', { category: 'phones', value: '9000.00' }, 1_170_00, 1_800_00],
    [
      'a watch of 10,000 at 20 % or 50 %',
      'cn-luxury-threshold',
      'watches',
      { category: 'watches', value: '10000.00' },
      2_000_00,
      5_000_00,
    ],
    ['a watch of 9,999 at 20 %', 'cn-luxury-threshold', 'watches', { category: 'watches', value: '9999.00' }, 1_999_80, 1_999_80],
    [
      'a camera of 100 free or at 20 %',
      'cn-never-exempt-goods',
      'applied',
      { category: 'electronics', hs: '852589', value: '100.00' },
      0,
      20_00,
    ],
    ['a computer of 100 free or at 13 %', 'cn-never-exempt-goods', 'applied', { category: 'laptops', value: '100.00' }, 0, 13_00],
  ])('%s', (_, id, value, line, usual, other) => {
    expect(answerOf(toChina([line]))[1]).toBe(usual);
    expect(answerOf(toChina([line], { settings: { [id]: value } }))[1]).toBe(other);
  });
});

describe('cosmetics to China from 10 CNY a millilitre or gram, where the office taxes them like watches', () => {
  const more = {
    settings: { 'cn-luxury-threshold': 'watches-and-cosmetics' },
    used: [{ rule: 'CN-ICBC-VAL', amount: 8_000_00 }],
  };
  test.each([
    ['30 ml of perfume for 300 CNY owe 50 %', { category: 'perfume', volumeMl: 30, value: '300.00' }, 150_00],
    ['a fen less owes 20 %', { category: 'perfume', volumeMl: 30, value: '299.99' }, 60_00],
    ['50 g of cream for 500 CNY owe 50 %', { category: 'cosmetics', netWeightG: 50, value: '500.00' }, 250_00],
    ['51 g owe 20 %', { category: 'cosmetics', netWeightG: 51, value: '500.00' }, 100_00],
    ['two bottles of 30 ml for 600 CNY owe 300 CNY', { category: 'perfume', units: 2, volumeMl: 60, value: '600.00' }, 300_00],
    ['a watch of 10,000 CNY owes 50 %', { category: 'watches', value: '10000.00' }, 5_000_00],
  ])('%s', (_, line, duty) => expect(answerOf(toChina([line], more))[1]).toBe(duty));

  test('within the 8,000 CNY they are free', () =>
    expect(toChina([{ category: 'perfume', volumeMl: 30, value: '300.00' }], { settings: more.settings }).outcome).toBe('free'));
});

describe('a bottle that passes the litres to China, where the office taxes only the part above', () => {
  const settings = { 'cn-quantity-excess': 'part-above' };
  const usedUp = { settings, used: [{ rule: 'CN-ICBC-VAL', amount: 8_000_00 }] };
  test.each([
    ['half a litre of two for 400 CNY: 100 x 50 % = 50 CNY', [vodka(2_000, '400.00')], { settings }, 50_00],
    ['taxed whole by the value, it is not taxed again: 200 CNY', [vodka(2_000, '400.00')], usedUp, 200_00],
    ['of 500 cigarettes 100 are above: 50 x 50 % = 25 CNY', [sticks(500, '250.00')], { settings }, 25_00],
    ['whole, the bottle owes 200 CNY', [vodka(2_000, '400.00')], {}, 200_00],
  ])('%s', (_, lines, more, duty) => expect(answerOf(toChina(lines, more))[1]).toBe(duty));
});

describe('deemed values in China', () => {
  const settings = { 'cn-deemed-values': 'listed' };
  const whisky = (value: string) => ({
    category: 'spirits',
    hs: '220830',
    units: 3,
    strengthPermille: 400,
    volumeMl: 2_250,
    value,
  });
  test.each([
    ['the third bottle of 200 CNY owes half of the listed 300 CNY', whisky('600.00'), 150_00],
    ['of 151 CNY too', whisky('453.00'), 150_00],
    ['of 150 CNY, half of the list, half of its own price', whisky('450.00'), 75_00],
    ['of 599 CNY half of the list', whisky('1797.00'), 150_00],
    ['of 600 CNY, double the list, half of its own price', whisky('1800.00'), 300_00],
  ])('%s', (_, line, duty) => expect(answerOf(toChina([line], { settings }))[1]).toBe(duty));

  test('a carton of 200 cigarettes is listed at 100 CNY: over 400 it owes 50 CNY', () =>
    expect(answerOf(toChina([{ ...sticks(600, '360.00'), units: 3 }], { settings }))[1]).toBe(50_00));
});
