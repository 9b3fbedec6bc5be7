import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betterOf } from '#lib/law/cheapest.ts';
import type { Item } from '#lib/law/item.ts';
import { Load } from '#lib/law/load.ts';
import { bestSplit, type Split } from '#lib/law/split.ts';

const FULL = process.env.SERAI_FULL !== undefined;
const MOST_ITEMS = FULL ? 12 : 7;

const item = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  duty: fc.nat(60),
  uses: fc.tuple(fc.nat(40), fc.constantFrom(0, 0, 7, 11), fc.constantFrom(0, 0, 5)).map((uses) => [...uses]),
});

function bruteForce(items: readonly Item[], rooms: readonly number[]): number {
  const [first, ...rest] = items;
  if (!first) return 0;
  let most = 0;
  for (let count = 0; count <= first.count; count++) {
    const left = rooms.map((room, index) => room - count * first.uses[index]!);
    if (left.every((room) => room >= 0)) most = Math.max(most, count * first.duty + bruteForce(rest, left));
  }
  return most;
}

/** One capacity by dynamic programming over every room there may be. */
function bestByTable(items: readonly Item[], room: number): number {
  const most = new Float64Array(room + 1);
  for (const { count, duty, uses } of items)
    for (let nth = 0; nth < count; nth++)
      for (let at = room; at >= uses[0]!; at--) most[at] = Math.max(most[at]!, most[at - uses[0]!]! + duty);
  return most[room]!;
}

describe('the split with the least duty', () => {
  test('is the best there is', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: MOST_ITEMS, size: 'max' }),
        fc.tuple(fc.nat(120), fc.nat(30), fc.nat(20)),
        (items, rooms) => {
          const { saved, free, proven, gap } = bestSplit(new Load(items), rooms);
          expect([saved, proven, gap]).toEqual([bruteForce(items, rooms), true, 0]);
          for (const [index, room] of rooms.entries())
            expect(items.reduce((sum, { uses }, nth) => sum + uses[index]! * free[nth]!, 0)).toBeLessThanOrEqual(room);
        },
      ),
      { numRuns: FULL ? 10_000 : 500 },
    );
  });

  test('is the best of many prices at few rates, where hundreds of sums meet', () => {
    const many = fc.array(
      fc.record({
        count: fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 12 })),
        price: fc.integer({ min: 500, max: 2_000 }),
        rate: fc.constantFrom(13, 20, 50),
      }),
      { minLength: 14, maxLength: 18 },
    );
    fc.assert(
      fc.property(many, fc.integer({ min: 3_000, max: 9_000 }), (goods, room) => {
        const items = goods.map(({ count, price, rate }) => ({ count, duty: price * rate, uses: [price] }));
        const { saved, free, proven } = bestSplit(new Load(items), [room]);
        expect([saved, proven]).toEqual([bestByTable(items, room), true]);
        expect(items.reduce((sum, { uses }, nth) => sum + uses[0]! * free[nth]!, 0)).toBeLessThanOrEqual(room);
        expect(items.reduce((sum, { duty }, nth) => sum + duty * free[nth]!, 0)).toBe(saved);
      }),
      { numRuns: FULL ? 10_000 : 40 },
    );
  });

  test('is found among items of which each saves as much for its room as any', () => {
    const items = Array.from({ length: 60 }, (_, index) => {
      const price = 20_011 + ((index ** 3 * 7919 + index * 104_729) % 40_009);
      return { count: 1, duty: price, uses: [price] };
    });
    const { free, saved, proven } = bestSplit(new Load(items), [800_000]);
    expect(items.reduce((sum, { uses }, nth) => sum + uses[0]! * free[nth]!, 0)).toBe(saved);
    expect([saved, proven]).toEqual([800_000, true]);
  });

  test('says so where there are too many sums to prove it, still fits, and says what could be missed', () => {
    const items = Array.from({ length: 60 }, (_, index) => {
      const price = 60_000 + ((index * 7919) % 60_000);
      return { count: 1 + (index % 2), duty: price * 20, uses: [price] };
    });
    const { free, saved, proven, gap } = bestSplit(new Load(items), [800_001]);
    const best = bestByTable(items, 800_001);
    expect(items.reduce((sum, { uses }, nth) => sum + uses[0]! * free[nth]!, 0)).toBeLessThanOrEqual(800_001);
    expect([proven, gap > 0]).toEqual([false, true]);
    expect(saved).toBeLessThanOrEqual(best);
    expect(saved + gap).toBeGreaterThanOrEqual(best);
  });

  test('is proven only if no choice that was given up could have saved more', () => {
    const split = (saved: number, gap: number): Split => ({ free: [], saved, proven: gap === 0, gap });
    const kept = (before: Split, next: Split) => betterOf({ split: before, rooms: [1] }, { split: next, rooms: [2] });
    expect(kept(split(10, 0), split(9, 3))).toEqual({ split: split(10, 2), rooms: [1] });
    expect(kept(split(9, 3), split(10, 0))).toEqual({ split: split(10, 2), rooms: [2] });
    expect(kept(split(9, 1), split(10, 0))).toEqual({ split: split(10, 0), rooms: [2] });
    expect(kept(split(10, 0), split(10, 0))).toEqual({ split: split(10, 0), rooms: [1] });
    expect(kept(split(10, 5), split(4, 0))).toEqual({ split: split(10, 5), rooms: [1] });
    const found = [6, 17, 30].map((saved, nth) => split(saved, [26, 0, 1][nth]!));
    expect(betterOf(kept(found[0]!, found[1]!), { split: found[2]!, rooms: [3] })).toEqual({ split: split(30, 2), rooms: [3] });
  });

  test('takes in what costs no duty but fits', () =>
    expect(
      bestSplit(
        new Load([
          { count: 2, duty: 0, uses: [5] },
          { count: 1, duty: 9, uses: [90] },
        ]),
        [95],
      ).free,
    ).toEqual([1, 1]));
});
