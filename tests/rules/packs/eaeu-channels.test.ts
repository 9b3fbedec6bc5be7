import { describe, expect, test } from 'vitest';
import { answerOf, assess, limitIn, packNamed, type SomeCase } from '#tests/support/packs.ts';

type Lines = Parameters<typeof assess>[2];
const pack = packNamed('eaeu-channels');
const NOON = '2026-11-22T12:00:00+05:00';
const by = (exitSide: string, lines: Lines, more?: SomeCase, at = NOON, currency = 'EUR') =>
  assess(pack, { exitSide, at, currency }, lines, more);
const goods = (value: string, weightG = 0, more = {}) => ({ category: 'clothing', value, weightG, ...more });
const parcel = (value: string, weightG: number, sale = 'one') => goods(value, weightG, { fate: 'posted', sale });

describe('to Kazakhstan by air', () => {
  test.each([
    ['10,000 EUR and 50 kg are free', '10000.00', 50_000, 0],
    ['1,000 EUR above owe 30 %: 300 EUR', '11000.00', 50_000, 300_00],
    ['1 kg above owes 4 EUR', '10000.00', 51_000, 4_00],
    ['the larger of 30 EUR and 40 EUR', '10100.00', 60_000, 40_00],
  ])('%s', (_, value, weightG, duty) => expect(answerOf(by('AIR', [goods(value, weightG)]))[1]).toBe(duty));
});

describe('to Kazakhstan by post', () => {
  const month = { settings: { 'kz-post-period': 'month' } };
  const planned = { settings: { 'kz-e-commerce': 'as-planned' } };
  test.each([
    ['200 EUR and 31 kg are free', [parcel('200.00', 31_000)], {}, 0],
    ['100 EUR above owe 15 %: 15 EUR', [parcel('300.00', 1_000)], {}, 15_00],
    ['1 kg above owes 2 EUR', [parcel('200.00', 32_000)], {}, 2_00],
    ['two parcels of 200 EUR are free', [parcel('200.00', 1_000), parcel('200.00', 1_000, 'two')], {}, 0],
    [
      'in one month together they owe 200 x 15 % = 30 EUR',
      [parcel('200.00', 1_000), parcel('200.00', 1_000, 'two')],
      month,
      30_00,
    ],
    ['as planned 200 EUR are free', [parcel('200.00', 31_000)], planned, 0],
    ['as planned 300 x 5 % = 15 EUR on the whole', [parcel('300.00', 1_000)], planned, 15_00],
    ['as planned at least 1 EUR a kilogram: 20 EUR', [parcel('300.00', 20_000)], planned, 20_00],
    ['what is carried is no parcel', [goods('5000.00', 1_000)], {}, 0],
  ])('%s', (_, lines, more, duty) => expect(answerOf(by('POST', lines, more))[1]).toBe(duty));

  test.each([
    ['200.00', 31_000, 0],
    ['300.00', 31_000, 15_00],
    ['200.00', 32_000, 2_00],
  ])('in June 2026 %s EUR and %i g owe %i cents', (value, weightG, duty) =>
    expect(answerOf(by('POST', [parcel(value, weightG)], {}, '2026-06-30T12:00:00+05:00'))[1]).toBe(duty),
  );

  test('the plan is of 1 July 2026', () => {
    const on = (at: string) => by('POST', [], planned, at).limits.map(({ rule }) => rule);
    expect(on('2026-06-30T23:59:59+05:00')).toEqual(['KZ-POST-VAL', 'KZ-POST-KG']);
    expect(on('2026-07-01T00:00:00+05:00')).toEqual(['KZ-ECOM']);
  });
});

describe('to Kazakhstan from the Union in a year', () => {
  // research S57: 360 x 3,932 = 1,415,520 tenge in 2025 and 360 x 4,325 = 1,557,000 in 2026.
  test.each([
    ['2025-12-31T23:59:59+05:00', 1_415_520_00],
    ['2026-01-01T00:00:00+05:00', 1_557_000_00],
  ])('at %s the index gives %i tiyn', (at, limit) => expect(limitIn(by('UNION', [], {}, at), 'KZ-EAEU-YEAR')).toBe(limit));

  test.each([
    ['1557000.00', 'free'],
    ['1557000.01', 'forbidden'],
  ])('%s tenge: %s', (value, outcome) => expect(by('UNION', [goods(value)], {}, NOON, 'KZT').outcome).toBe(outcome));
});

describe('to Belarus, by how often', () => {
  const crossed = (on: string): SomeCase => ({ traveller: { crossings: [{ at: `${on}T08:00:00+03:00`, direction: 'exit' }] } });
  const food = (netWeightG: number, category = 'food') => ({ category, netWeightG, weightG: netWeightG });
  const vodka = (volumeMl: number) => ({ category: 'spirits', volumeMl });
  const smoke = (pieces: number) => ({ category: 'cigarettes', pieces });
  test.each([
    ['2026-11-22', food(0), food(1)],
    ['2026-11-20', food(1_000), food(1_001)],
    ['2026-11-16', food(5_000), food(5_001)],
    ['2026-11-16', food(1_000, 'tea'), food(1_001, 'tea')],
    ['2026-11-22', vodka(500), vodka(501)],
    ['2026-11-20', vodka(1_000), vodka(1_001)],
    ['2026-11-16', vodka(2_000), vodka(2_001)],
    ['2026-11-22', smoke(20), smoke(21)],
    ['2026-11-16', smoke(40), smoke(41)],
  ])('after a crossing on %s: %o is for personal use, %o is cargo', (on, within, above) => {
    expect(by('BY', [within], crossed(on)).outcome).toBe('free');
    expect(by('BY', [above], crossed(on)).reasons[0]?.reason).toBe('becomes-cargo');
  });

  test('after a week there is no such limit', () =>
    expect(by('BY', [food(20_000), vodka(3_000), smoke(200)], crossed('2026-11-15')).outcome).toBe('free'));
});
