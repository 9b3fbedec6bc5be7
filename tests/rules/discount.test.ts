import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisPointsOf, discountsOf, isWithin, type Off, offOf, type Priced, percentOf, spread } from '#lib/sale/discount.ts';

const aPrice = fc.integer({ min: 0, max: 100_000_000 });
const anOff: fc.Arbitrary<Off> = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((basisPoints) => ({ basisPoints })),
  aPrice.map((minor) => ({ minor })),
);
const someLines = fc.array(fc.record({ listMinor: aPrice, off: fc.option(anOff, { nil: undefined }) }), {
  minLength: 1,
  maxLength: 30,
});
const named = (lines: readonly Omit<Priced, 'name'>[]): readonly Priced[] =>
  lines.map((line, at) => ({ name: `goods ${String(at).padStart(2, '0')}`, ...line }));
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('What comes off a price', () => {
  test.each([
    [1000, { basisPoints: 1250 }, 125],
    [999, { basisPoints: 1000 }, 99],
    [1, { basisPoints: 9999 }, 0],
    [1, { basisPoints: 10_000 }, 1],
    [1000, { minor: 1000 }, 1000],
    [1000, { minor: 1001 }, 1000],
  ])('of %i less %o is %i', (price, off, expected) => expect(offOf(price, off)).toBe(expected));

  test.each([
    ['0', 0],
    ['12.5', 1250],
    ['12.05', 1205],
    ['100', 10_000],
    ['100.01', undefined],
    ['12.345', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('is read from %j per cent', (text, points) => {
    expect(basisPointsOf(text)).toBe(points);
    if (points !== undefined) expect(basisPointsOf(percentOf(points))).toBe(points);
  });
});

describe('The discount of a whole sale', () => {
  test('is spread exactly, no line going below nothing', () => {
    fc.assert(
      fc.property(someLines, anOff, (lines, whole) => {
        const found = discountsOf(named(lines), whole);
        const left = lines.map(({ listMinor }, at) => listMinor - (found[at]?.ownMinor ?? 0));
        expect(sum(found.map(({ shareMinor }) => shareMinor))).toBe(offOf(sum(left), whole));
        for (const [at, { shareMinor }] of found.entries()) {
          expect(shareMinor).toBeGreaterThanOrEqual(0);
          expect(shareMinor).toBeLessThanOrEqual(left[at] as number);
        }
      }),
    );
  });

  test('is never a minor unit away from a line’s own share', () => {
    fc.assert(
      fc.property(fc.array(aPrice, { minLength: 1, maxLength: 30 }), fc.nat({ max: 1_000_000 }), (prices, wanted) => {
        const all = sum(prices);
        const minor = Math.min(wanted, all);
        const shares = spread(
          minor,
          prices.map((price, at) => ({ name: String(at), minor: price })),
        );
        for (const [at, share] of shares.entries()) {
          const exact = all === 0 ? 0 : (minor * (prices[at] as number)) / all;
          expect(Math.abs(share - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  test('is the same for every line, in whatever order they were scanned', () => {
    fc.assert(
      fc.property(someLines, anOff, fc.infiniteStream(fc.nat()), (lines, whole, dice) => {
        const goods = named(lines);
        const turned = [...goods.keys()]
          .map((at) => ({ at, turn: dice.next().value as number }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ at }) => at);
        const found = discountsOf(goods, whole);
        const again = discountsOf(
          turned.map((at) => goods[at] as Priced),
          whole,
        );
        for (const [place, at] of turned.entries()) expect(again[place]).toEqual(found[at]);
      }),
    );
  });

  test('gives what rounding left to the largest remainders', () => {
    // 100 over 3 x 33.33: one of three equal parts gets the odd unit, by name.
    const parts = ['c', 'a', 'b'].map((name) => ({ name, minor: 500 }));
    expect(spread(100, parts)).toEqual([33, 34, 33]);
    expect(
      spread(10, [
        { name: 'a', minor: 1 },
        { name: 'b', minor: 18 },
      ]),
    ).toEqual([1, 9]);
  });
});

describe('What a cashier may give alone', () => {
  test.each([
    [1000, 100, 1000, true],
    [1000, 101, 1000, false],
    // A tenth of 9.99 is 0.999: the next minor unit is still a tenth.
    [999, 100, 1000, true],
    [999, 101, 1000, false],
    [1000, 0, 0, true],
    [1000, 1, 0, false],
  ])('of %i takes off %i at a limit of %i: %s', (listMinor, discountMinor, limit, within) =>
    expect(isWithin([{ listMinor, discountMinor }], limit)).toBe(within),
  );

  test('is never overstepped by a whole sale’s discount of that very per cent', () => {
    fc.assert(
      fc.property(
        fc.array(aPrice, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 10_000 }),
        (prices, basisPoints) => {
          const lines = named(prices.map((listMinor) => ({ listMinor, off: undefined })));
          const found = discountsOf(lines, { basisPoints });
          const given = lines.map(({ listMinor }, at) => ({ listMinor, discountMinor: found[at]?.shareMinor ?? 0 }));
          expect(isWithin(given, basisPoints)).toBe(true);
        },
      ),
    );
  });

  test('looks at each line: a dear neighbour hides nothing', () => {
    const lines = [
      { listMinor: 100_000, discountMinor: 0 },
      { listMinor: 100, discountMinor: 50 },
    ];
    expect(isWithin(lines, 1000)).toBe(false);
  });
});
