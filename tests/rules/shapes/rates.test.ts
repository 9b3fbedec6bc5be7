import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });
const FLAT = { kind: 'flat', permille: 100 };
const table = (more: object) => ({ id: 'T', currency: 'CNY', sources: ['LAW'], ...('kind' in more ? {} : FLAT), ...more });
const taxing = (more: object, rule: object = {}) =>
  aPack({
    dutyTables: [table(more)],
    rules: [{ id: 'VAL', measure: value(0), over: { kind: 'tax-excess', duty: 'T' }, ...rule }],
  });

describe('each part of a mix may have a rate of its own', () => {
  const parts = [
    { goods: include('cigarettes'), of: 'pieces', limit: 200 },
    { goods: include('loose'), of: 'weight', limit: 200, duty: 'PER-KG' },
  ];
  const pack = (operator: string, kind: string) =>
    aPack({
      rules: [
        { id: 'TOB', goods: include('tobacco'), measure: { kind: 'mix', operator, parts }, over: { kind, duty: 'PER-PIECE' } },
      ],
    });
  const sticks = (pieces: number) => ({ category: 'cigarettes', units: pieces, pieces });
  const loose = (weightG: number) => ({ category: 'loose', units: weightG / 50, weightG, pieces: 0 });
  test.each([
    ['fractional', 'tax-excess', [sticks(201)], 'duty 0.25'],
    ['fractional', 'tax-excess', [loose(1200)], 'duty 4.00'],
    ['fractional', 'tax-excess', [sticks(200), loose(500)], 'duty 2.00'],
    ['fractional', 'tax-item-whole', [sticks(201)], 'duty 0.25'],
    ['each-of', 'tax-excess', [sticks(201), loose(1200)], 'duty 4.25'],
    ['one-of', 'tax-excess', [sticks(200), loose(500)], 'duty 2.00'],
    ['one-of', 'tax-all', [sticks(201)], 'duty 50.25'],
  ])('%s, %s: %j is %s', (operator, kind, lines, answer) => expect(heard(assessed(pack(operator, kind), lines))).toBe(answer));
});

describe('kinds that each have their limit, and one together where they are mixed', () => {
  const pack = aPack({
    rules: [
      {
        id: 'TOB',
        goods: include('tobacco'),
        measure: {
          kind: 'mix',
          operator: 'each-of',
          parts: [
            { goods: include('cigarettes'), of: 'pieces', limit: 200 },
            { goods: include('cigars'), of: 'pieces', limit: 50 },
          ],
          mixed: { of: 'weight', limit: 250 },
        },
        over: { kind: 'forbid' },
      },
    ],
  });
  const sticks = (pieces: number, weightG: number) => ({ category: 'cigarettes', units: 1, pieces, weightG });
  const cigars = (pieces: number, weightG: number) => ({ category: 'cigars', units: pieces, pieces, weightG });
  test.each([
    ['one kind, however heavy', [cigars(50, 400)], 'free'],
    ['two kinds of 250 g', [sticks(150, 110), cigars(30, 140)], 'free'],
    ['a gram more', [sticks(150, 111), cigars(30, 140)], 'forbidden'],
    ['too many of one kind, light as they are', [sticks(201, 100), cigars(1, 5)], 'forbidden'],
  ])('%s: %s', (_, lines, answer) => {
    const made = assessed(pack, lines);
    expect(heard(made)).toBe(answer);
    expect(made.limits.map(({ part }) => part)).toEqual([1, 2, 3]);
  });
});

describe('a limit for each model', () => {
  const pack = aPack({
    rules: [{ id: 'ONE', period: { kind: 'model' }, measure: { kind: 'count', of: 'units', limit: 1 }, over: { kind: 'cargo' } }],
  });
  const coat = (model: string, units = 1) => ({ model, units });
  test.each([
    ['one of each', [coat('a'), coat('b')], 'free'],
    ['two of one', [coat('a', 2)], 'forbidden'],
    ['two of one in two lines', [coat('a'), coat('b'), coat('a')], 'forbidden'],
    ['without a model, goods of one category are alike', [{}, {}], 'forbidden'],
    ['and of another are not', [{}, { category: 'phones' }], 'free'],
  ])('%s: %s', (_, lines, answer) => {
    const made = assessed(pack, lines);
    expect([heard(made), made.plan]).toEqual([answer, []]);
  });
});

describe('a price for one millilitre or gram', () => {
  const dear = (of: string) => ({ goods: { ...include('cosmetics'), unitValue: { currency: 'CNY', of, fromMinor: 1000 } } });
  const pack = (of: string) => taxing({}, dear(of));
  test.each([
    ['volume', { volumeMl: 30, yuan: 300 }, 'duty 30.00'],
    ['volume', { volumeMl: 31, yuan: 300 }, 'free'],
    ['volume', { volumeMl: 0, yuan: 300 }, 'free'],
    ['weight', { weightG: 30, yuan: 300 }, 'duty 30.00'],
    ['weight', { weightG: 90, netWeightG: 30, yuan: 300 }, 'duty 30.00'],
    ['pieces', { pieces: 31, yuan: 300 }, 'free'],
    ['units', { units: 2, yuan: 20 }, 'duty 2.00'],
  ])('by %s: %j is %s', (of, line, answer) =>
    expect(heard(assessed(pack(of), [{ category: 'cosmetics', ...line }]))).toBe(answer),
  );

  test('may set another rate of a table by group', () => {
    const exceptions = [{ ...dear('volume'), group: 'high' }];
    const rates = taxing({
      kind: 'by-group',
      groups: { low: 100, high: 500 },
      otherwise: 'low',
      exceptions,
    });
    const perfume = (volumeMl: number) => [{ category: 'cosmetics', yuan: 300, volumeMl }];
    expect([heard(assessed(rates, perfume(30))), heard(assessed(rates, perfume(31)))]).toEqual(['duty 150.00', 'duty 30.00']);
  });
});

describe('a started kilogram or litre counts as a whole one', () => {
  const byWeight = { measure: { kind: 'weight', basis: 'packed', limitG: 25_000 } };
  test.each([
    ['per-kg', 25_001, 'duty 4.00'],
    ['per-kg', 26_000, 'duty 4.00'],
    ['per-kg', 26_001, 'duty 8.00'],
    ['larger-of', 25_001, 'duty 4.00'],
    ['larger-of', 26_001, 'duty 8.00'],
  ])('%s: %i g owe %s', (kind, weightG, answer) => {
    const started = { kind, ...(kind === 'larger-of' ? { permille: 300 } : {}), minorPerKg: 400, started: true };
    expect(heard(assessed(taxing(started, byWeight), [{ weightG: weightG - 1 }, { weightG: 1 }]))).toBe(answer);
  });
  test('of a litre, and rounded after that: 2 x 1.05 is 3 whole yuan', () => {
    const litres = {
      kind: 'per-litre',
      minorPerLitre: 105,
      started: true,
      rounding: { mode: 'up', toMinor: 100 },
    };
    const volume = { measure: { kind: 'volume', limitMl: 0 } };
    expect(heard(assessed(taxing(litres, volume), [{ category: 'wine', volumeMl: 1001 }]))).toBe('duty 3.00');
  });
  test('item by item where a table of two bases taxes items whole', () => {
    const table = { kind: 'larger-of', permille: 300, minorPerKg: 400, started: true };
    const items = {
      ...byWeight,
      measure: { kind: 'weight', basis: 'packed', limitG: 0 },
      over: { kind: 'tax-item-whole', duty: 'T' },
    };
    expect(heard(assessed(taxing(table, items), [{ units: 2, weightG: 2_200 }]))).toBe('duty 16.00');
  });
});

describe('what is rounded and waived by itself', () => {
  const parcel = (sale: string, yuan: number) => ({ sale, yuan });
  const two = [parcel('a', 400), parcel('b', 400)];
  test.each([
    ['the visit', {}, two, 'duty 80.00'],
    ['each sale', { reckonedPer: 'sale' }, two, 'free'],
    ['each sale', { reckonedPer: 'sale' }, [parcel('a', 501), parcel('b', 400)], 'duty 50.10'],
    ['each sale', { reckonedPer: 'sale' }, [parcel('a', 400), parcel('a', 400)], 'duty 80.00'],
  ])('%s, up to 50 yuan: %s %j is %s', (_, more, lines, answer) =>
    expect(heard(assessed(taxing({ waivedUpToMinor: 5000, ...more }), lines))).toBe(answer),
  );
  test('each sale is rounded up to whole yuan', () => {
    const rounding = { reckonedPer: 'sale', rounding: { mode: 'up', toMinor: 100 } };
    expect(heard(assessed(taxing(rounding), [parcel('a', 1), parcel('b', 1)]))).toBe('duty 2.00');
  });
});

describe('goods that left before', () => {
  const pack = aPack({
    rules: [
      {
        id: 'TOB',
        goods: include('tobacco'),
        measure: { kind: 'count', of: 'pieces', limit: 40 },
        over: { kind: 'tax-excess', duty: 'PER-PIECE' },
      },
      {
        id: 'ONCE',
        goods: include('tobacco'),
        period: { kind: 'day' },
        measure: { kind: 'exits', limit: 1 },
        over: { kind: 'no-allowance', rules: ['TOB'] },
      },
    ],
  });
  const left = (more: object) => ({
    traveller: { crossings: [{ at: '2026-11-22T09:00:00+08:00', direction: 'exit', ...more }] },
  });
  test.each([
    ['with silk', { goods: [{ category: 'clothing' }] }, 'free'],
    ['with cigars', { goods: [{ category: 'clothing' }, { category: 'cigars' }] }, 'duty 10.00'],
    ['with goods that nobody named', { withGoods: true }, 'duty 10.00'],
    ['with nothing', { withGoods: false }, 'free'],
    ['with an empty list', { withGoods: true, goods: [] }, 'free'],
  ])('%s: 40 cigarettes are %s', (_, more, answer) =>
    expect(heard(assessed(pack, [{ category: 'cigarettes', pieces: 40 }], left(more)))).toBe(answer),
  );
});
