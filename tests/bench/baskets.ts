import { seedProducts } from '#db/seed/goods/products.ts';
import type { FactLine } from '#lib/law/decision.ts';
import type { LawPack, Side } from '#lib/law/pack.ts';
import { aLine } from '#tests/support/khorgos.ts';
import { diceFrom } from '../faults/dice.ts';

const GOODS = seedProducts()
  .filter(({ currency, unit }) => currency === 'CNY' && unit === 'piece')
  .sort((a, b) => a.priceMinor - b.priceMinor);

type Product = (typeof GOODS)[number];

const lineOf = (goods: Product, units: number, odd: number): FactLine =>
  aLine({
    category: goods.category,
    hs: goods.hs.digits,
    units,
    valueMinor: units * goods.priceMinor + odd,
    weightG: units * goods.packedWeightG,
    netWeightG: units * goods.netWeightG,
    volumeMl: units * goods.volumeMl,
    pieces: units * goods.pieces,
    strengthPermille: goods.strengthPermille,
  });

/** Goods of the demo market, one, two or three of each, evenly from between two shares of all, the cheapest first. */
export const evenBasket = (lines: number, from: number, to: number): readonly FactLine[] =>
  Array.from({ length: lines }, (_, nth) =>
    lineOf(GOODS[Math.floor((from + ((to - from) * nth) / lines) * GOODS.length)] as Product, 1 + (nth % 3), 0),
  );

/** Twenty of them by dice, from the dearer ones down to a share of all; at prices as they are marked, or to the odd fen. */
export function drawnBasket(seed: number, from: number, isOdd: boolean): readonly FactLine[] {
  const dice = diceFrom(seed);
  const first = Math.floor(GOODS.length * from);
  return Array.from({ length: 20 }, () =>
    lineOf(GOODS[first + dice(GOODS.length - first)] as Product, 1 + dice(3), isOdd ? dice(100) : 0),
  );
}

/** Twenty lines of any goods that a pack knows, worth so many times a hundred of its money each, more or less. */
export function basketFor({ categories }: LawPack, { dutyCurrency }: Side, seed: number, hundreds: number): readonly FactLine[] {
  const dice = diceFrom(seed);
  return Array.from({ length: 20 }, (_, nth) => {
    const { id, hs } = categories[dice(categories.length)] as LawPack['categories'][number];
    const units = 1 + dice(3);
    return aLine({
      category: id,
      hs: hs[0] ?? '620500',
      units,
      valueMinor: units * (1 + dice(200)) * hundreds * 100,
      currency: dutyCurrency,
      weightG: units * (100 + dice(900)),
      volumeMl: units * 100 * dice(8),
      strengthPermille: 100 * dice(5),
      pieces: units * (1 + dice(20)),
      sale: nth % 2 === 0 ? 'one' : 'two',
      status: 'bonded',
    });
  });
}
