import { describe, expect, test } from 'vitest';
import { answerOf, assess, packNamed, type SomeCase } from '#tests/support/packs.ts';

type Lines = Parameters<typeof assess>[2];
const pakistan = packNamed('pakistan-baggage');
const haat = packNamed('border-haat');
const at = '2026-11-22T12:00:00+05:00';
const rates = [{ base: 'USD', quote: 'PKR', rate: '280', date: '2026-11-22', source: 'test' }];
const home = (daysAbroad: number, more = {}) => ({ nationality: 'PAK', daysAbroad, ...more });
const intoPakistan = (lines: Lines, more: SomeCase = {}) =>
  assess(pakistan, { exitSide: 'PK', at, currency: 'PKR' }, lines, { rates, ...more });
const carton = (pieces: number, value: string) => ({ category: 'cigarettes', units: pieces / 200, pieces, value });
const cigar = (pieces: number, value: string) => ({ category: 'cigars', units: pieces, pieces, value });

describe('baggage into Pakistan', () => {
  const spouses = { kind: 'spouses', members: 2 };
  const moving = { traveller: home(400, { classes: ['transfer-of-residence'], party: spouses }) };
  test.each([
    ['after 8 days 200 cigarettes are free', [carton(200, '10000.00')], { traveller: home(8) }, 0],
    ['after 7 days they owe 20 %: 2,000 PKR', [carton(200, '10000.00')], { traveller: home(7) }, 2_000_00],
    ['a second carton of 10,000 owes 2,000 PKR', [carton(400, '20000.00')], { traveller: home(8) }, 2_000_00],
    [
      'one kind only, the dearer: the cigars of 5,000 owe 1,000 PKR',
      [carton(200, '10000.00'), cigar(10, '5000.00')],
      { traveller: home(8) },
      1_000_00,
    ],
    ['50 cigars are free', [cigar(50, '50000.00')], { traveller: home(8) }, 0],
    ['the 51st of 1,000 owes 200 PKR', [cigar(51, '51000.00')], { traveller: home(8) }, 200_00],
    ['500 g are free', [{ category: 'tobacco-loose', weightG: 500, value: '1000.00' }], { traveller: home(8) }, 0],
    [
      'a bag of 501 g for 1,000 owes 200 PKR',
      [{ category: 'tobacco-loose', weightG: 501, value: '1000.00' }],
      { traveller: home(8) },
      200_00,
    ],
    [
      'foreigners owe 2,000 PKR of a carton',
      [carton(200, '10000.00')],
      { traveller: { nationality: 'CHN', daysAbroad: 8 } },
      2_000_00,
    ],
    ['what is not personal owes 20 PKR of 100', [{ category: 'electronics', value: '100.00' }], { traveller: home(8) }, 20_00],
    ['personal items do not', [{ category: 'personal', value: '100000.00' }], { traveller: home(8) }, 0],
    ['spouses who move house pool two cartons', [carton(400, '20000.00')], moving, 0],
    ['a third owes 2,000 PKR', [carton(600, '30000.00')], moving, 2_000_00],
    ['others pool nothing', [carton(400, '20000.00')], { traveller: home(8, { party: spouses }) }, 2_000_00],
  ])('%s', (_, lines, more, duty) => expect(answerOf(intoPakistan(lines, more))[1]).toBe(duty));

  // Of the drafts: 400, 800 and 1,200 USD are 112,000, 224,000 and 336,000 PKR at 280.
  test.each([
    [30, '112000.00', 0],
    [30, '112280.00', 22_456_00],
    [31, '224000.00', 0],
    [60, '224280.00', 44_856_00],
    [61, '336000.00', 0],
    [61, '336280.00', 67_256_00],
  ])('by the draft of 2022, %i days abroad and %s PKR owe %i paisa', (days, value, duty) => {
    const lines = [{ category: 'electronics', value }];
    expect(answerOf(intoPakistan(lines, { traveller: home(days), settings: { 'pk-draft-2022': 'in-force' } }))[1]).toBe(duty);
    expect(intoPakistan(lines, { traveller: home(days) }).outcome).toBe('duty');
  });

  test('the draft of December 2024 forbids nothing, since it was withdrawn', () => {
    const lines = [{ category: 'phones', units: 2, value: '336280.00' }];
    const rulesAbove = (settings: Record<string, string>) =>
      new Set(intoPakistan(lines, { traveller: home(30), settings }).forbidden.map(({ rule }) => rule));
    expect(rulesAbove({})).toEqual(new Set());
    expect(rulesAbove({ 'pk-draft-2024': 'in-force' })).toEqual(new Set(['PK-BAG-DRAFT24', 'PK-BAG-DRAFT24-PHONE']));
  });
});

describe('a border haat', () => {
  const leaving = (exitSide: string, lines: Lines, more?: SomeCase) =>
    assess(haat, { exitSide, at, currency: 'USD' }, lines, more);
  const produce = (value: string) => [{ category: 'produce', value }];
  test.each([
    ['IN', '50.00', {}, 'free'],
    ['IN', '50.01', {}, 'forbidden'],
    ['BD', '50.01', {}, 'forbidden'],
    ['BD', '200.00', { 'haat-limit': '200-usd' }, 'free'],
    ['BD', '200.01', { 'haat-limit': '200-usd' }, 'forbidden'],
  ])('to %s goods worth %s USD with %o: %s', (side, value, settings, outcome) =>
    expect(leaving(side, produce(value), { settings }).outcome).toBe(outcome),
  );

  test('counts the market day: 10 after 45 are too much', () =>
    expect(leaving('IN', produce('10.00'), { used: [{ rule: 'IN-BD-HAAT-IN', amount: 45_00 }] }).outcome).toBe('forbidden'));

  test.each(['IN', 'BD'])('lets nothing out to %s that is not listed', (side) =>
    expect(leaving(side, [{ category: 'electronics', value: '1.00' }]).outcome).toBe('forbidden'),
  );
});
