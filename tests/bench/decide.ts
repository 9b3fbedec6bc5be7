import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine, Facts } from '#lib/law/decision.ts';
import { bestSplit } from '#lib/law/split.ts';
import { aLine, facts, khorgos, spirits } from '#tests/support/khorgos.ts';
import { microseconds, type Row } from './measure.ts';

const CATEGORIES = ['silk', 'honey', 'phones', 'clothing', 'tea', 'watches', 'bags', 'cosmetics', 'toys', 'books'];

/** An ordinary basket: no two lines alike, most of one item, some of a few. */
const basket = (lines: number, valueMinor: number): readonly FactLine[] =>
  Array.from({ length: lines }, (_, nth) =>
    nth % 10 === 9
      ? spirits(700, { units: 1, valueMinor: 9_900, weightG: 1_300 })
      : aLine({
          category: CATEGORIES[nth % CATEGORIES.length] ?? 'silk',
          hs: '99',
          units: 1 + (nth % 3),
          valueMinor: valueMinor + ((nth * 7919) % valueMinor),
          weightG: 300 + ((nth * 104_729) % 900),
        }),
  );

/** Items whose duty goes with their price: nothing is denser than anything, which is the worst that a search can meet. */
const adversarial = Array.from({ length: 60 }, (_, nth) => {
  const price = 20_011 + ((nth * 7919) % 40_000);
  return { count: 1, duty: price, uses: [price] };
});

/** `decide` under the law of Khorgos, against building the same answer anew from its text, and the search for the split by itself. */
export function decideRows(): readonly Row[] {
  const rowOf = (name: string, given: Facts): Row => {
    const answer = decide(khorgos, given);
    const text = JSON.stringify(answer);
    const took = microseconds(() => decide(khorgos, given));
    const baseline = microseconds(() => JSON.parse(text) as Decision);
    return { name, took, baseline, against: `JSON.parse of the same Decision (${text.length} bytes)`, note: proofOf(answer) };
  };
  const hard = microseconds(() => bestSplit(adversarial, [800_000]));
  return [
    rowOf('decide, 20 lines to Kazakhstan', facts({ exitSide: 'KZ', lines: basket(20, 20_00) })),
    rowOf('decide, 20 lines to China, all fit', facts({ lines: basket(20, 20_00) })),
    rowOf('decide, 20 lines to China, over the limit', facts({ lines: basket(20, 400_00) })),
    rowOf('decide, 60 lines to China, over the limit', facts({ lines: basket(60, 150_00) })),
    {
      name: 'split alone, 60 items, adversarial',
      took: hard,
      baseline: microseconds(() => adversarial.map((item) => ({ ...item, uses: [...item.uses] }))),
      against: 'copying the items',
      note: bestSplit(adversarial, [800_000]).proven ? 'proven' : 'not proven',
    },
  ];
}

const proofOf = ({ reasons, limits }: Decision): string =>
  `${limits.reduce((sum, { over }) => sum + over, 0) > 0 ? 'over' : 'fits'}, ${reasons.some(({ reason }) => reason === 'split-not-proven') ? 'not proven' : 'proven'}`;
