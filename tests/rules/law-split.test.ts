import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSplit, type Item } from '#lib/law/split.ts';

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

describe('the split with the least duty', () => {
  test('is the best there is', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 7 }), fc.tuple(fc.nat(120), fc.nat(30), fc.nat(20)), (items, rooms) => {
        const { saved, free, proven, gap } = bestSplit(items, rooms);
        expect([saved, proven, gap]).toEqual([bruteForce(items, rooms), true, 0]);
        for (const [index, room] of rooms.entries())
          expect(items.reduce((sum, { uses }, nth) => sum + uses[index]! * free[nth]!, 0)).toBeLessThanOrEqual(room);
      }),
      { numRuns: 500 },
    );
  });

  test('says so where it could not be proven, and still fits', () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      count: 1,
      duty: 20_011 + ((index * 7919) % 40_000),
      uses: [20_011 + ((index * 7919) % 40_000)],
    }));
    const { free, saved, proven, gap } = bestSplit(items, [800_000]);
    expect(items.reduce((sum, { uses }, nth) => sum + uses[0]! * free[nth]!, 0)).toBe(saved);
    expect(saved + gap).toBeLessThanOrEqual(800_000);
    expect(proven).toBe(gap === 0);
  });

  test('takes in what costs no duty but fits', () =>
    expect(
      bestSplit(
        [
          { count: 2, duty: 0, uses: [5] },
          { count: 1, duty: 9, uses: [90] },
        ],
        [95],
      ).free,
    ).toEqual([1, 1]));
});
