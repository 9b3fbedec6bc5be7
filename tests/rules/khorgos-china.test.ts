import { describe, expect, test } from 'vitest';
import { aLine, cigarettes, cigars, dutyOf, limitOf, reasonsIn, spirits, tobacco, toChina } from '#tests/support/khorgos.ts';

describe('the value that leaves to China in a day', () => {
  test.each([
    [8_000_00, 0, 'free', 0],
    [8_000_01, 0, 'duty', 160_000],
    [8_000_00, 1, 'duty', 160_000],
    [2_000_00, 6_000_00, 'free', 0],
    [2_000_01, 6_000_00, 'duty', 40_000],
    [1_00, 9_000_00, 'duty', 20],
  ])('%i fen after %i is %s', (valueMinor, used, outcome, duty) => {
    const decision = toChina([aLine({ valueMinor })], { used: { 'CN-ICBC-VAL|2026-11-22': used } });
    expect([decision.outcome, dutyOf(decision)]).toEqual([outcome, duty]);
  });

  test('is counted by the day in China', () => {
    const used = { 'CN-ICBC-VAL|2026-11-22': 8_000_00 };
    expect(toChina([aLine({ valueMinor: 100 })], { used, at: '2026-11-22T15:59:59.999Z' }).outcome).toBe('duty');
    expect(toChina([aLine({ valueMinor: 100 })], { used, at: '2026-11-22T16:00:00.000Z' }).outcome).toBe('free');
  });

  test('leaves room beside an item that is taxed whole', () => {
    const decision = toChina([aLine({ id: 'coat', valueMinor: 7_000_00 }), aLine({ id: 'bag', valueMinor: 3_000_00 })]);
    expect(limitOf(decision, 'CN-ICBC-VAL')).toMatchObject({ visit: 10_000_00, left: 1_000_00, over: 3_000_00 });
    expect(decision.dutySteps).toEqual([
      { rule: 'CN-ICBC-VAL', basis: '3000.00 CNY', rate: '20 %', minor: 60_000, currency: 'CNY', lines: ['bag'] },
    ]);
    expect(decision.plan).toEqual([
      {
        account: 'CN-ICBC-VAL|2026-11-22',
        rule: 'CN-ICBC-VAL',
        period: '2026-11-22',
        unit: 'CNY',
        limit: 8_000_00,
        amount: 7_000_00,
      },
    ]);
  });

  test('taxes an item above 8,000 whole and leaves the rest free', () => {
    const decision = toChina([aLine({ valueMinor: 9_000_00 }), aLine({ valueMinor: 8_000_00 })]);
    expect(dutyOf(decision)).toBe(180_000);
  });

  test.each([
    ['honey', 130],
    ['shoes', 200],
    ['perfume', 200],
    ['books', 130],
    ['beer', 500],
    ['unheard-of', 500],
  ])('taxes %s at %i per mille', (category, permille) =>
    expect(dutyOf(toChina([aLine({ category, hs: '99', valueMinor: 10_000_00 })]))).toBe(1_000 * permille),
  );

  test('keeps free what would cost most duty', () => {
    const decision = toChina([
      aLine({ category: 'honey', valueMinor: 6_000_00 }),
      aLine({ category: 'silk', valueMinor: 5_000_00 }),
    ]);
    expect(dutyOf(decision)).toBe(780_00);
  });

  test('divides a line by its items', () => {
    expect(dutyOf(toChina([aLine({ units: 3, valueMinor: 9_000_00 })]))).toBe(600_00);
  });

  test('counts only goods that are carried out', () => {
    for (const fate of [
      'consumed-inside',
      'stored-inside',
      'given',
      'returned',
      'seized',
      'abandoned',
      'posted',
      'cargo',
    ] as const) {
      expect(limitOf(toChina([aLine({ valueMinor: 9_000_00, fate })]), 'CN-ICBC-VAL').visit).toBe(0);
    }
    expect(toChina([aLine({ valueMinor: 9_000_00, fate: 'baggage-carrier' })]).outcome).toBe('duty');
  });

  test('converts by the law rate and records it', () => {
    const decision = toChina([aLine({ valueMinor: 600_000_00, currency: 'KZT' })]);
    expect(limitOf(decision, 'CN-ICBC-VAL').visit).toBe(8_000_00);
    expect(decision.rates.map(({ quote }) => quote)).toEqual(['KZT', 'CNY']);
  });

  test('does not let goods go whose value cannot be told', () => {
    const decision = toChina([aLine({ id: 'lost', valueMinor: 100, currency: 'PKR' })]);
    expect(decision.outcome).toBe('forbidden');
    expect(decision.forbidden).toEqual([{ line: 'lost', rule: 'CN-ICBC-VAL' }]);
    expect(reasonsIn(decision)).toEqual(['no-law-rate']);
  });
});

describe('tobacco to China', () => {
  test.each([
    ['400 cigarettes', [cigarettes(400, { valueMinor: 200_00 })], 0],
    ['600 cigarettes in cartons', [cigarettes(600, { valueMinor: 300_00 })], 50_00],
    ['20 cigars', [cigars(20, { valueMinor: 400_00 })], 0],
    ['21 cigars', [cigars(21, { valueMinor: 420_00 })], 10_00],
    ['500 g', [tobacco(500, { valueMinor: 100_00 })], 0],
    ['501 g in one tin', [tobacco(501, { valueMinor: 100_00 })], 50_00],
    [
      'heated sticks with cigarettes',
      [
        cigarettes(200, { valueMinor: 100_00 }),
        aLine({ category: 'heated-tobacco', hs: '240411', pieces: 200, valueMinor: 100_00 }),
      ],
      0,
    ],
    [
      'cigarettes or cigars, not both: the dearer kind is free',
      [cigarettes(200, { valueMinor: 100_00 }), cigars(10, { valueMinor: 300_00 })],
      50_00,
    ],
  ])('%s', (_, lines, duty) => expect(dutyOf(toChina(lines))).toBe(duty));

  test('above its limit does not use the value limit', () => {
    const decision = toChina([cigarettes(600, { valueMinor: 300_00 })]);
    expect(limitOf(decision, 'CN-ICBC-VAL')).toMatchObject({ visit: 200_00, over: 0 });
    expect(limitOf(decision, 'CN-NAT-CIG')).toMatchObject({ visit: 1_500_000, over: 500_000, left: 0 });
    expect(reasonsIn(decision)).toEqual(['over-limit-taxed']);
  });

  test('was limited by another rule until November 2024', () => {
    const bound = (at: string) => toChina([], { at }).limits.flatMap(({ rule }) => (rule.startsWith('CN-NAT-CIG') ? rule : []));
    expect(bound('2024-11-30T15:59:59.999Z')).toEqual(['CN-NAT-CIG-OLD']);
    expect(bound('2024-11-30T16:00:00.000Z')).toEqual(['CN-NAT-CIG']);
  });
});

describe('alcohol to China', () => {
  test.each([
    ['1.5 l', [spirits(1500, { units: 2, valueMinor: 200_00 })], 0],
    ['a third bottle', [spirits(2250, { units: 3, valueMinor: 300_00 })], 50_00],
    ['a bottle that does not fit', [spirits(1501, { valueMinor: 200_00 })], 100_00],
    [
      'exactly 12% is not above 12%',
      [spirits(9000, { category: 'wine', hs: '220421', strengthPermille: 120, valueMinor: 200_00 })],
      0,
    ],
  ])('%s', (_, lines, duty) => expect(dutyOf(toChina(lines))).toBe(duty));

  test('is known by its HS code whatever its category says', () => {
    expect(toChina([spirits(3000, { category: 'food-other', valueMinor: 100_00 })]).outcome).toBe('duty');
  });
});

describe('travellers under 18', () => {
  test.each([
    [17, 'forbidden', ['under-age']],
    [18, 'free', ['within']],
  ])('aged %i carrying tobacco to China: %s', (age, outcome, reasons) => {
    const decision = toChina([cigarettes(20, { id: 'pack', valueMinor: 10_00 })], { age });
    expect([decision.outcome, reasonsIn(decision)]).toEqual([outcome, reasons]);
    expect(decision.forbidden.map(({ line }) => line)).toEqual(age < 18 ? ['pack'] : []);
  });

  test('are taxed where the office says so', () => {
    const decision = toChina([cigarettes(200, { valueMinor: 100_00 })], { age: 17, settings: { 'cn-minors': 'taxed' } });
    expect([decision.outcome, dutyOf(decision), reasonsIn(decision)]).toEqual(['duty', 50_00, ['under-age']]);
  });
});

describe('a setting', () => {
  test.each([
    ['cn-national-tobacco', false, [cigarettes(4000, { valueMinor: 100_00 })]],
    ['cn-national-alcohol', false, [spirits(9000, { valueMinor: 100_00 })]],
    ['cn-value-alcohol-tobacco', 'outside', [spirits(750, { valueMinor: 100_00 }), aLine({ valueMinor: 8_000_00 })]],
  ])('%s changes the answer', (id, value, lines) => {
    expect(toChina(lines).outcome).toBe('duty');
    expect(toChina(lines, { settings: { [id]: value } }).outcome).toBe('free');
  });

  test('with a value that is no option is as if not set', () => {
    expect(toChina([], { settings: { 'cn-value-period': 'fortnight', nonsense: 1 } })).toEqual(toChina([]));
  });

  test('can count the value by exit', () => {
    const decision = toChina([], { settings: { 'cn-value-period': 'each-exit' } });
    expect(limitOf(decision, 'CN-ICBC-VAL').account).toBe('CN-ICBC-VAL|visit');
    expect(decision.settings['cn-value-period']).toBe('each-exit');
  });
});
