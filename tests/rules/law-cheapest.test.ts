import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactLine } from '#lib/law/decision.ts';
import { aLine, cigarettes, cigars, dutyOf, spirits, tobacco, toChina } from '#tests/support/khorgos.ts';

const FULL = process.env.SERAI_FULL !== undefined;
const RUNS = FULL ? 10_000 : 150;
const MOST_ITEMS = FULL ? 12 : 8;

// What the law to China says, written down a second time: which items are free is tried out, item by item.
type Item = { readonly line: FactLine; readonly permille: number };

const price = fc.integer({ min: 0, max: 6_000_00 });
const item: fc.Arbitrary<Item> = fc.oneof(
  price.map((valueMinor) => ({ line: aLine({ valueMinor }), permille: 200 })),
  price.map((valueMinor) => ({ line: aLine({ category: 'honey', hs: '0409', valueMinor }), permille: 130 })),
  fc
    .tuple(price, fc.constantFrom(500, 700, 1_000))
    .map(([valueMinor, ml]) => ({ line: spirits(ml, { valueMinor }), permille: 500 })),
  fc
    .tuple(price, fc.constantFrom(20, 200, 400))
    .map(([valueMinor, n]) => ({ line: cigarettes(n, { valueMinor, units: 1 }), permille: 500 })),
  fc
    .tuple(price, fc.constantFrom(1, 12, 20))
    .map(([valueMinor, n]) => ({ line: cigars(n, { valueMinor, units: 1 }), permille: 500 })),
  fc.tuple(price, fc.constantFrom(50, 300, 500)).map(([valueMinor, g]) => ({ line: tobacco(g, { valueMinor }), permille: 500 })),
);

const sum = (lines: readonly FactLine[], of: (line: FactLine) => number): number =>
  lines.reduce((all, line) => all + of(line), 0);

function mayBeFree(lines: readonly FactLine[], used: number): boolean {
  const of = (category: string) => lines.filter((line) => line.category === category);
  const kinds = [
    [of('cigarettes'), sum(of('cigarettes'), ({ pieces }) => pieces) <= 400],
    [of('cigars'), sum(of('cigars'), ({ pieces }) => pieces) <= 20],
    [of('tobacco-loose'), sum(of('tobacco-loose'), ({ weightG }) => weightG) <= 500],
  ] as const;
  const smoked = kinds.filter(([own]) => own.length > 0);
  return (
    sum(lines, ({ valueMinor }) => valueMinor) <= 8_000_00 - used &&
    sum(of('spirits'), ({ volumeMl }) => volumeMl) <= 1_500 &&
    smoked.length <= 1 &&
    smoked.every(([, fits]) => fits)
  );
}

/** Thousandths of a fen, of every choice of free items the least. */
function leastDuty(items: readonly Item[], used: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** items.length; choice++) {
    const isFree = (_: unknown, nth: number) => (choice >> nth) % 2 === 1;
    if (
      !mayBeFree(
        items.filter(isFree).map(({ line }) => line),
        used,
      )
    )
      continue;
    const taxed = items.filter((each, nth) => !isFree(each, nth));
    least = Math.min(
      least,
      taxed.reduce((all, { line, permille }) => all + line.valueMinor * permille, 0),
    );
  }
  return least;
}

describe('the whole duty to China', () => {
  test('is the least that any choice of free items owes', () =>
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: MOST_ITEMS, size: 'max' }),
        fc.constantFrom(0, 3_000_00, 8_000_00),
        (items, used) => {
          const least = leastDuty(items, used);
          const decision = toChina(
            items.map(({ line }, nth) => ({ ...line, id: `item-${nth}` })),
            { used: { 'CN-ICBC-VAL|2026-11-22': used } },
          );
          expect(decision.reasons.map(({ reason }) => reason)).not.toContain('split-not-proven');
          expect(Math.abs(dutyOf(decision) * 1000 - least)).toBeLessThanOrEqual(500);
        },
      ),
      { numRuns: RUNS },
    ));

  test('is tried out rightly: of 5,000 and 4,000 the cheaper one is taxed', () => {
    const dear = [
      { line: aLine({ valueMinor: 5_000_00 }), permille: 200 },
      { line: aLine({ valueMinor: 4_000_00 }), permille: 200 },
    ];
    expect(leastDuty(dear, 0)).toBe(4_000_00 * 200);
  });
});
