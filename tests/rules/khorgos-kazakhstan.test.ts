import { describe, expect, test } from 'vitest';
import { accountsOf } from '#lib/law/account-key.ts';
import { meterOf } from '#lib/law/allowance-left.ts';
import { decide } from '#lib/law/decide.ts';
import {
  aLine,
  cigarettes,
  cigars,
  dutyOf,
  facts,
  khorgos,
  khorgosJson,
  limitOf,
  packOf,
  reasonsIn,
  spirits,
  tobacco,
  toKazakhstan,
} from '#tests/support/khorgos.ts';

const eur = (valueMinor: number, weightG: number) => aLine({ valueMinor, currency: 'EUR', weightG });

describe('value and weight to Kazakhstan', () => {
  test.each([
    ['both limits full', 500_00, 25_000, 0],
    ['one euro over', 501_00, 25_000, 30],
    ['one gram over', 500_00, 25_001, 0],
    ['one kilogram over', 500_00, 26_000, 4_00],
    ['value the larger', 1_000_00, 26_000, 150_00],
    ['weight the larger', 510_00, 35_000, 40_00],
  ])('%s', (_, value, weight, duty) => expect(dutyOf(toKazakhstan([eur(value, weight)]))).toBe(duty));

  test('taxes the excess only, of all goods together', () => {
    const decision = toKazakhstan([eur(400_00, 10_000), eur(300_00, 10_000)]);
    expect(decision.dutySteps).toMatchObject([
      { rule: 'KZ-LAND-VAL', basis: '200.00 EUR', rate: '30 %', minor: 60_00, currency: 'EUR' },
    ]);
    expect(decision.excess).toEqual([
      { account: 'KZ-LAND-VAL|visit', rule: 'KZ-LAND-VAL', amount: 200_00, unit: 'EUR', outcome: 'taxed' },
    ]);
    expect(reasonsIn(decision)).toEqual(['over-value-limit']);
  });

  test('counts alcohol and tobacco too', () =>
    expect(limitOf(toKazakhstan([spirits(700, { weightG: 1200 }), cigarettes(200, { weightG: 300 })]), 'KZ-LAND-KG').visit).toBe(
      1500,
    ));
});

// research/rules.md section 3, S118: parcels of 1,000 EUR and 31 kg.
describe('the two published examples', () => {
  const wider = structuredClone(khorgosJson);
  for (const rule of wider.rules) {
    if (rule.id === 'KZ-LAND-VAL') rule.measure = { kind: 'value', currency: 'EUR', limitMinor: 1_000_00 };
    if (rule.id === 'KZ-LAND-KG') rule.measure = { kind: 'weight', basis: 'packed', limitG: 31_000 };
  }
  const pack = packOf(wider);
  test.each([
    ['34 kg and 500 EUR: (34 - 31) x 4 = 12 EUR', 500_00, 34_000, 12_00],
    ['20 kg and 1,400 EUR: (1,400 - 1,000) x 30 % = 120 EUR', 1_400_00, 20_000, 120_00],
  ])('%s', (_, value, weight, duty) =>
    expect(dutyOf(decide(pack, facts({ exitSide: 'KZ', lines: [eur(value, weight)] })))).toBe(duty),
  );
});

describe('the one duty-free exit of a month', () => {
  const used = { 'KZ-MCPS-FREQ|2026-11': 1 };

  test('is taken by any goods that are carried', () => {
    expect(toKazakhstan([eur(1_00, 100)]).plan).toContainEqual({
      account: 'KZ-MCPS-FREQ|2026-11',
      rule: 'KZ-MCPS-FREQ',
      period: '2026-11',
      unit: 'exit',
      limit: 1,
      amount: 1,
    });
    expect(toKazakhstan([{ ...eur(1_00, 100), fate: 'consumed-inside' }]).plan).toEqual([]);
  });

  test.each([
    ['30 % of all', 400_00, 10_000, 120_00],
    ['at least 4 EUR a kilogram', 100_00, 10_000, 40_00],
  ])('once used up, everything carried owes %s', (_, value, weight, duty) => {
    const decision = toKazakhstan([eur(value, weight)], { used });
    expect([decision.outcome, dutyOf(decision)]).toEqual(['duty', duty]);
    expect(reasonsIn(decision)[0]).toBe('exits-used-up');
    expect(decision.plan).toEqual([]);
  });

  test('comes back with the month in Kazakhstan', () => {
    expect(toKazakhstan([eur(1_00, 100)], { used, at: '2026-11-30T18:59:59.999Z' }).outcome).toBe('duty');
    expect(toKazakhstan([eur(1_00, 100)], { used, at: '2026-11-30T19:00:00.000Z' }).outcome).toBe('free');
  });

  test('can be counted by 30 days, or not at all', () => {
    expect(limitOf(toKazakhstan([], { settings: { 'kz-frequency-period': 'rolling-30-days' } }), 'KZ-MCPS-FREQ').period).toBe(
      'rolling-30',
    );
    expect(toKazakhstan([eur(1_00, 100)], { used, settings: { 'kz-frequency': false } }).outcome).toBe('free');
  });
});

describe('alcohol to Kazakhstan', () => {
  test.each([
    [3_000, 'free', 0],
    [3_001, 'duty', 1],
    [4_000, 'duty', 10_00],
    [5_000, 'duty', 20_00],
    [5_001, 'forbidden', 20_00],
  ])('%i ml is %s', (volumeMl, outcome, duty) => {
    const decision = toKazakhstan([spirits(volumeMl)]);
    expect([decision.outcome, dutyOf(decision)]).toEqual([outcome, duty]);
  });

  test('beer counts, and what is not above 0.5 % does not', () => {
    expect(toKazakhstan([spirits(6_000, { category: 'beer', hs: '220300', strengthPermille: 45 })]).outcome).toBe('forbidden');
    expect(toKazakhstan([spirits(6_000, { category: 'beer', hs: '220300', strengthPermille: 5 })]).outcome).toBe('free');
  });

  test('names the last lines that are too much', () => {
    const decision = toKazakhstan([
      spirits(3_000, { id: 'first' }),
      spirits(2_000, { id: 'second' }),
      spirits(500, { id: 'third' }),
    ]);
    expect(decision.forbidden).toEqual([{ line: 'third', rule: 'EAEU-ALC-MAX' }]);
    expect(reasonsIn(decision)).toEqual(['over-limit-forbidden', 'over-limit-taxed']);
  });
});

describe('tobacco to Kazakhstan', () => {
  test.each([
    ['200 cigarettes', [cigarettes(200)], 'free'],
    ['201 cigarettes', [cigarettes(201)], 'forbidden'],
    ['50 cigars', [cigars(50)], 'free'],
    ['51 cigars', [cigars(51)], 'forbidden'],
    ['250 g', [tobacco(250)], 'free'],
    ['251 g', [tobacco(251)], 'forbidden'],
    ['half and half', [cigarettes(100), tobacco(125)], 'free'],
    ['half, a quarter and a quarter', [cigarettes(100), cigars(12), tobacco(65)], 'free'],
    ['half and one gram more than half', [cigarettes(100), tobacco(126)], 'forbidden'],
  ])('%s', (_, lines, outcome) => expect(toKazakhstan(lines).outcome).toBe(outcome));

  test('under 18 none, and no alcohol', () => {
    expect(toKazakhstan([cigarettes(1)], { age: 17 }).outcome).toBe('forbidden');
    expect(toKazakhstan([spirits(500)], { age: 17 }).outcome).toBe('forbidden');
    expect(toKazakhstan([cigarettes(1), spirits(500)], { age: 18 }).outcome).toBe('free');
  });
});

describe('accounts and the meter', () => {
  test('are known before deciding', () => {
    expect(accountsOf(khorgos, facts({ exitSide: 'KZ' })).map(({ account, ...terms }) => terms)).toEqual([
      { rule: 'KZ-LAND-VAL', period: 'visit', unit: 'EUR', limit: 500_00 },
      { rule: 'KZ-LAND-KG', period: 'visit', unit: 'g', limit: 25_000 },
      { rule: 'KZ-MCPS-FREQ', period: '2026-11', unit: 'exit', limit: 1 },
      { rule: 'EAEU-ALC-FREE', period: 'visit', unit: 'ml', limit: 3_000 },
      { rule: 'EAEU-ALC-MAX', period: 'visit', unit: 'ml', limit: 5_000 },
      { rule: 'EAEU-TOB', period: 'visit', unit: 'ppm', limit: 1_000_000 },
    ]);
  });

  test('show value, weight and exits always, others when such goods are there', () => {
    expect(meterOf(toKazakhstan([])).map(({ rule }) => rule)).toEqual(['KZ-LAND-VAL', 'KZ-LAND-KG', 'KZ-MCPS-FREQ']);
    expect(meterOf(toKazakhstan([spirits(1000)])).map(({ rule }) => rule)).toEqual([
      'KZ-LAND-VAL',
      'KZ-LAND-KG',
      'KZ-MCPS-FREQ',
      'EAEU-ALC-FREE',
    ]);
    expect(meterOf(toKazakhstan([spirits(4000)])).map(({ rule }) => rule)).toContain('EAEU-ALC-MAX');
  });

  test('a row adds up', () => {
    expect(meterOf(toKazakhstan([eur(200_00, 1)]))[0]).toEqual({
      rule: 'KZ-LAND-VAL',
      period: 'visit',
      measure: 'value',
      unit: 'EUR',
      limit: 500_00,
      used: 0,
      basket: 200_00,
      left: 300_00,
      over: 0,
    });
  });
});
