import { seedProducts } from '#db/seed/goods/products.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine, Facts } from '#lib/law/decision.ts';
import { bestSplit } from '#lib/law/split.ts';
import { aLine, facts, khorgos } from '#tests/support/khorgos.ts';
import { microseconds, type Row } from './measure.ts';

const GOODS = seedProducts()
  .filter(({ currency, unit }) => currency === 'CNY' && unit === 'piece')
  .sort((a, b) => a.priceMinor - b.priceMinor);

/** An ordinary basket: goods of the demo market, one, two or three of each, drawn evenly from between two shares of all, the cheapest first. */
const basket = (lines: number, from: number, to: number): readonly FactLine[] =>
  Array.from({ length: lines }, (_, nth) => {
    const units = 1 + (nth % 3);
    const goods = GOODS[Math.floor((from + ((to - from) * nth) / lines) * GOODS.length)] as (typeof GOODS)[number];
    return aLine({
      category: goods.category,
      hs: goods.hs.digits,
      units,
      valueMinor: units * goods.priceMinor,
      weightG: units * goods.packedWeightG,
      netWeightG: units * goods.netWeightG,
      volumeMl: units * goods.volumeMl,
      pieces: units * goods.pieces,
      strengthPermille: goods.strengthPermille,
    });
  });

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
    rowOf('decide, 20 lines to Kazakhstan', facts({ exitSide: 'KZ', lines: basket(20, 0, 0.3) })),
    rowOf('decide, 20 lines to China, all fit', facts({ lines: basket(20, 0, 1) })),
    rowOf('decide, 20 lines to China, over the limit', facts({ lines: basket(20, 0.5, 1) })),
    rowOf('decide, 60 lines to China, over the limit', facts({ lines: basket(60, 0, 1) })),
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
