import { describe, expect, test } from 'vitest';
import { aPack, assessed, heard, value } from '#tests/support/a-pack.ts';

const include = (...categories: string[]) => ({ include: categories.map((category) => ({ category })) });
const whole = { kind: 'tax-item-whole', duty: 'RATES' };
const excess = { kind: 'tax-excess', duty: 'TENTH' };

describe('value and weight together, the larger duty counts (shape 5)', () => {
  const over = { kind: 'tax-excess', duty: 'LARGER' };
  const pack = aPack({
    rules: [
      { id: 'VAL', measure: value(500), over },
      { id: 'KG', measure: { kind: 'weight', basis: 'packed', limitG: 25_000 }, over },
    ],
  });
  test.each([
    [500, 25_000, 'free'],
    [510, 25_000, 'duty 3.00'],
    [500, 26_000, 'duty 4.00'],
    [510, 26_000, 'duty 4.00'],
    [600, 26_000, 'duty 30.00'],
  ])('%i yuan and %i g: %s', (yuan, weightG, answer) => expect(heard(assessed(pack, [{ yuan, weightG }]))).toBe(answer));
});

const kinds = (operator: string) => ({
  kind: 'mix',
  operator,
  parts: [
    { goods: include('cigarettes'), of: 'pieces', limit: 400 },
    { goods: include('cigars'), of: 'pieces', limit: 20 },
    { goods: include('loose'), of: 'weight', limit: 500 },
  ],
});
const cigarettes = (pieces: number) => ({ category: 'cigarettes', pieces, units: Math.ceil(pieces / 200), yuan: pieces });
const cigars = (pieces: number) => ({ category: 'cigars', pieces, units: pieces, yuan: 20 * pieces });
const loose = (weightG: number) => ({ category: 'loose', weightG, yuan: weightG });

describe('one of several quantities (shape 9)', () => {
  const pack = aPack({ rules: [{ id: 'TOB', goods: include('tobacco'), measure: kinds('one-of'), over: whole }] });
  test.each([
    ['400 cigarettes', [cigarettes(400)], 'free'],
    ['a carton more', [cigarettes(600)], 'duty 100.00'],
    ['20 cigars', [cigars(20)], 'free'],
    ['21 cigars', [cigars(21)], 'duty 10.00'],
    ['400 cigarettes and one cigar: the cigar is taxed', [cigarettes(400), cigars(1)], 'duty 10.00'],
    ['one carton and 20 cigars: the carton is taxed', [cigarettes(200), cigars(20)], 'duty 100.00'],
  ])('%s: %s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));

  const forbidding = aPack({
    rules: [{ id: 'TOB', goods: include('tobacco'), measure: kinds('one-of'), over: { kind: 'forbid' } }],
  });
  test.each([
    ['400 cigarettes', [cigarettes(400)], 'free'],
    ['401 cigarettes', [cigarettes(401)], 'forbidden'],
    ['400 cigarettes and one cigar', [cigarettes(400), cigars(1)], 'forbidden'],
  ])('or nothing more may leave: %s is %s', (_, lines, answer) => expect(heard(assessed(forbidding, lines))).toBe(answer));
});

describe('a mix by shares that come to one whole (shape 10)', () => {
  const pack = aPack({ rules: [{ id: 'TOB', goods: include('tobacco'), measure: kinds('fractional'), over: excess }] });
  test.each([
    ['half and half', [cigarettes(200), loose(250)], 'free'],
    ['half, a quarter and a quarter', [cigarettes(200), cigars(5), loose(125)], 'free'],
    ['half and a gram more than half: four fifths of a cigarette owe least', [cigarettes(200), loose(251)], 'duty 0.08'],
  ])('%s: %s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));
});

describe('what is left of a mix', () => {
  const packOf = (operator: string) =>
    aPack({ rules: [{ id: 'TOB', goods: include('tobacco'), measure: kinds(operator), over: whole }] });
  const left = (operator: string, lines: object[]) => assessed(packOf(operator), lines as never).limits[0]?.parts;
  const each = (pieces: number, cigars: number, grams: number) => [
    { unit: 'piece', left: pieces },
    { unit: 'piece', left: cigars },
    { unit: 'g', left: grams },
  ];
  test.each([
    ['fractional', [], each(400, 20, 500)],
    ['fractional', [cigarettes(200)], each(200, 10, 250)],
    ['fractional', [cigarettes(200), loose(249)], each(0, 0, 1)],
    ['one-of', [], each(400, 20, 500)],
    ['one-of', [cigarettes(200)], each(200, 0, 0)],
    ['one-of', [cigarettes(600)], each(0, 0, 0)],
  ])('%s after %j', (operator, lines, parts) => expect(left(operator, lines)).toEqual(parts));
});

describe('each of several quantities (shape 11)', () => {
  const strong = (volumeMl: number) => ({ category: 'spirits', volumeMl, strengthPermille: 400 });
  const weak = (volumeMl: number) => ({ category: 'wine', volumeMl, strengthPermille: 180 });
  const pack = aPack({
    rules: [
      {
        id: 'ALC',
        goods: include('alcohol'),
        measure: {
          kind: 'mix',
          operator: 'each-of',
          parts: [
            { goods: { strengthUpToPermille: 180 }, of: 'volume', limit: 5000 },
            { goods: { strengthAbovePermille: 180 }, of: 'volume', limit: 1000 },
          ],
        },
        over: { kind: 'tax-excess', duty: 'PER-LITRE' },
      },
    ],
  });
  test.each([
    ['both full', [weak(5000), strong(1000)], 'free'],
    ['a litre of the weak too much', [weak(6000), strong(1000)], 'duty 10.00'],
    ['half a litre of the strong too much', [weak(1000), strong(1500)], 'duty 5.00'],
  ])('%s: %s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));
  test('each has an account of its own', () =>
    expect(assessed(pack, [weak(1), strong(1)]).plan.map(({ account }) => account)).toEqual(['ALC.1|visit', 'ALC.2|visit']));
});

describe('pieces, sets counted by what is in them (shape 12)', () => {
  const pack = aPack({
    rules: [{ id: 'COS', goods: include('cosmetics'), measure: { kind: 'count', of: 'pieces', limit: 30 }, over: whole }],
  });
  const set = (units: number, each: number) => ({ category: 'cosmetics', units, pieces: units * each, yuan: 100 * units });
  test.each([
    ['30 creams', [set(30, 1)], 'free'],
    ['31 creams', [set(31, 1)], 'duty 20.00'],
    ['6 sets of 5', [set(6, 5)], 'free'],
    ['6 sets of 5 and a cream', [set(6, 5), { category: 'cosmetics', yuan: 10 }], 'duty 2.00'],
  ])('%s: %s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));
});

describe('lists (shape 13)', () => {
  const pack = aPack({
    lists: [{ id: 'never', names: { en: 'Never exempt' }, items: [{ category: 'machines' }, { hs: '8528' }], sources: ['LAW'] }],
    rules: [
      { id: 'VAL', measure: value(1000), over: whole },
      { id: 'NEVER', goods: { include: [{ list: 'never' }] }, measure: value(0), over: whole },
      {
        id: 'COFFEE',
        goods: include('coffee'),
        measure: { kind: 'weight', basis: 'net', limitG: 1000 },
        over: whole,
      },
    ],
  });
  test.each([
    ['a coat', [{ yuan: 900 }], 'free'],
    ['a machine is always taxed', [{ category: 'machines', yuan: 100 }], 'duty 20.00'],
    ['so is a television by its HS code', [{ hs: '852872', yuan: 100 }], 'duty 20.00'],
    ['coffee up to its own limit', [{ category: 'coffee', weightG: 1000, yuan: 100 }], 'free'],
    ['coffee beyond it', [{ category: 'coffee', weightG: 1001, yuan: 100 }], 'duty 10.00'],
    ['what is taxed by the list does not use the value', [{ yuan: 1000 }, { category: 'machines', yuan: 100 }], 'duty 20.00'],
  ])('%s: %s', (_, lines, answer) => expect(heard(assessed(pack, lines))).toBe(answer));

  test('of goods that may: all others have no allowance', () => {
    const positive = aPack({
      rules: [
        { id: 'VAL', measure: value(1000), over: whole },
        { id: 'OTHERS', goods: { exclude: [{ category: 'cosmetics' }] }, measure: value(0), over: whole },
      ],
    });
    expect(heard(assessed(positive, [{ category: 'cosmetics', yuan: 1000 }]))).toBe('free');
    expect(heard(assessed(positive, [{ yuan: 1 }]))).toBe('duty 0.20');
  });
});

describe('bases of measuring', () => {
  test.each([
    ['net', 900],
    ['packed', 1000],
    ['weighed', 1100],
  ])('weight %s', (basis, weight) => {
    const pack = aPack({ rules: [{ id: 'KG', measure: { kind: 'weight', basis, limitG: 2000 }, over: { kind: 'forbid' } }] });
    expect(assessed(pack, [{ weightG: 1000, netWeightG: 900, weighedG: 1100 }]).limits[0]?.visit).toBe(weight);
  });
  test.each([
    ['paid', 80],
    ['list', 100],
    ['retail', 120],
    ['customs', 90],
  ])('value %s', (basis, yuan) => {
    const pack = aPack({ rules: [{ id: 'VAL', measure: value(1000, { basis }), over: excess }] });
    const decision = assessed(pack, [{ yuan: 80, values: { list: '100', retail: '120', customs: '90' } }]);
    expect(decision.limits[0]?.visit).toBe(yuan * 100);
  });
});
