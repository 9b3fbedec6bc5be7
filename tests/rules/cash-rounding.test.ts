import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CashUnit, inCash, toWholeUnits } from '#lib/money/cash.ts';
import type { Rate } from '#lib/money/rate.ts';
import { refundRounding } from '#lib/sale/refund-rounding.ts';
import { settle, type Tendered } from '#lib/sale/tenders.ts';
import { countedAgainst, DRAWER_CAUSES, DRAWER_SIGNS, drawerOf } from '#lib/till/drawer.ts';

const UNITS: readonly CashUnit[] = [
  { currency: 'CNY', minor: 10 },
  { currency: 'KZT', minor: 100 },
];
const RATES: readonly Rate[] = [{ base: 'CNY', quote: 'KZT', scaled: 70_000_000, date: '2026-11-20', source: 'test' }];
const CNY = (minor: number) => ({ minor, currency: 'CNY' });
const cash = (minor: number, currency = 'CNY'): Tendered => ({ kind: 'cash', money: { minor, currency }, reference: null });
const card = (minor: number): Tendered => ({ kind: 'card', money: CNY(minor), reference: null });

/** What goes back and what was rounded, or why not. */
function settled(total: number, tenders: readonly Tendered[], changeIn?: string): readonly (number | string)[] {
  const answer = settle(CNY(total), tenders, RATES, { units: UNITS, changeIn });
  return 'refused' in answer ? [answer.refused.reason] : [answer.change.minor, answer.change.currency, answer.rounding.minor];
}

describe('Cash without coins small enough', () => {
  test.each([
    ['7.64 over becomes 7.60', 1236, 2000, 760, 4],
    ['7.65 over becomes 7.70: the middle is the shopper’s', 1235, 2000, 770, -5],
    ['7.66 over becomes 7.70', 1234, 2000, 770, -4],
    ['7.70 over stays', 1230, 2000, 770, 0],
  ])('%s', (_, total, handed, change, rounding) => expect(settled(total, [cash(handed)])).toEqual([change, 'CNY', rounding]));

  test.each([
    ['12.30 pays 12.34', 1234, 1230, [0, 'CNY', -4]],
    ['12.30 pays 12.35', 1235, 1230, [0, 'CNY', -5]],
    ['12.30 does not pay 12.36', 1236, 1230, ['tender-short']],
    ['12.40 pays 12.36', 1236, 1240, [0, 'CNY', 4]],
  ])('%s', (_, total, handed, said) => expect(settled(total, [cash(handed)])).toEqual(said));

  test('a fen less than the price is short where the price could be paid', () =>
    expect(settled(990, [cash(989)])).toEqual(['tender-short']));

  test('whoever finds the fen pays to the fen', () => {
    expect(settled(1234, [cash(1234)])).toEqual([0, 'CNY', 0]);
    expect(settled(1234, [cash(1239)])).toEqual([5, 'CNY', 0]);
  });

  test('a card is charged to the fen, alone and beside cash', () => {
    expect(settled(1234, [card(1234)])).toEqual([0, 'CNY', 0]);
    expect(settled(1234, [card(1233)])).toEqual(['tender-short']);
    expect(settled(1234, [card(234), cash(1000)])).toEqual([0, 'CNY', 0]);
    expect(settled(1234, [card(230), cash(1000)])).toEqual([0, 'CNY', -4]);
    expect(settled(1234, [card(1235)])).toEqual(['tender-over']);
  });

  test('change in another currency is rounded to that one’s coins', () => {
    // 7.66 CNY are 536.20 KZT, and 536 KZT are 7.66 CNY again.
    expect(settled(1234, [cash(2000)], 'KZT')).toEqual([53_600, 'KZT', 0]);
    // 0.05 CNY are 3.50 KZT: four of them go back, worth 0.06.
    expect(settled(1995, [cash(2000)], 'KZT')).toEqual([400, 'KZT', -1]);
    expect(settled(1234, [cash(2000)], 'PKR')).toEqual(['currency-unknown']);
  });

  test('a foreign note is worth what the rate says, and its change is whole', () =>
    // 2,000 KZT are 28.57 CNY.
    expect(settled(1234, [cash(200_000, 'KZT')])).toEqual([1620, 'CNY', 3]));

  test('never moves more than half a coin, and money goes nowhere else', () => {
    const amounts = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (total, notes) => {
        const handed = notes * 10;
        const answer = settle(CNY(total), [cash(handed)], RATES, { units: UNITS });
        if ('refused' in answer) {
          expect(handed - total).toBeLessThan(-5);
          return;
        }
        expect(handed).toBe(total + answer.rounding.minor + answer.change.minor);
        expect(answer.change.minor % 10).toBe(0);
        expect(Math.abs(answer.rounding.minor)).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('rounds to the unit, and to nothing where there is none', () => {
    expect([-6, -5, -4, 4, 5, 6].map((minor) => toWholeUnits(minor, 10))).toEqual([-10, 0, 0, 0, 10, 10]);
    expect(inCash({ minor: 1234, currency: 'USD' }, UNITS)).toEqual({ minor: 1234, currency: 'USD' });
  });
});

describe('A refund in cash', () => {
  const given = (total: number, tenders: readonly Tendered[]) => refundRounding(CNY(total), tenders, UNITS)?.minor;
  test('is the exact sum or the rounded one, and nothing else', () => {
    expect([1230, 1234, 1233, 1240].map((minor) => given(1234, [cash(minor)]))).toEqual([-4, 0, undefined, undefined]);
    expect([1230, 1240].map((minor) => given(1235, [cash(minor)]))).toEqual([undefined, 5]);
  });
  test('to a card is never rounded', () =>
    expect([1230, 1234].map((minor) => given(1234, [card(minor)]))).toEqual([undefined, 0]));
  test('is rounded for the part that is cash alone', () => {
    expect(given(1234, [card(1004), cash(230)])).toBe(0);
    expect(given(1234, [card(1000), cash(230)])).toBe(-4);
  });
});

describe('A drawer', () => {
  test('is the sum of its causes, per owner and currency', () => {
    const sums = DRAWER_CAUSES.flatMap((cause, place) => [
      { custody: 'stall', currency: 'CNY', cause, minor: 10 ** place } as const,
      { custody: 'market', currency: 'CNY', cause, minor: 3 } as const,
    ]);
    const [stall, market] = drawerOf(sums);
    expect(stall?.expected).toBe(DRAWER_CAUSES.reduce((sum, cause, place) => sum + DRAWER_SIGNS[cause] * 10 ** place, 0));
    expect(market).toMatchObject({ custody: 'market', expected: -3 });
  });

  test('is counted against what must be there: what nobody typed was not there, what is typed twice adds up', () => {
    const columns = drawerOf([{ custody: 'stall', currency: 'CNY', cause: 'taken', minor: 500 }]);
    expect(countedAgainst(columns, [])).toEqual([{ custody: 'stall', currency: 'CNY', expected: 500, counted: 0 }]);
    const twice = [200, 300, 7].map((minor) => ({ custody: 'stall' as const, currency: 'CNY', minor }));
    expect(countedAgainst(columns, twice)).toEqual([{ custody: 'stall', currency: 'CNY', expected: 500, counted: 507 }]);
    expect(countedAgainst(columns, [{ custody: 'market', currency: 'CNY', minor: 5 }])).toHaveLength(2);
  });
});
