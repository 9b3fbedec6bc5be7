import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import { Load } from '#lib/law/load.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { bestSplit } from '#lib/law/split.ts';
import { facts, khorgos } from '#tests/support/khorgos.ts';
import { PACK_NAMES, packNamed } from '#tests/support/packs.ts';
import { basketFor, drawnBasket, evenBasket } from './baskets.ts';
import { atShare, microseconds, microsecondsOfEach, type Row } from './measure.ts';

/** Items whose duty goes with their price: nothing is denser than anything, which is the worst that a search can meet. */
const adversarial = Array.from({ length: 60 }, (_, nth) => {
  const price = 20_011 + ((nth * 7919) % 40_000);
  return { count: 1, duty: price, uses: [price] };
});

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Ordinary baskets, cheap and dear, at round prices and odd ones. */
const drawn = (exitSide: string, isOdd: boolean): readonly Facts[] =>
  SEEDS.flatMap((seed) => [0, 0.5].map((from) => facts({ exitSide, lines: drawnBasket(seed, from, isOdd) })));

/** Rates to every money that a pack counts in. */
const RATES = ['CNY', 'KZT', 'CHF', 'USD', 'PKR', 'VND', 'KRW', 'INR', 'BDT', 'BYN'].map((quote, nth) => ({
  base: 'EUR',
  quote,
  scaled: 1_000_000 * (nth + 2),
  date: '2026-01-01',
  source: 'bench',
}));

/** To every side of a pack, goods worth little and much. */
const anyGoods = (pack: LawPack): readonly Facts[] =>
  pack.sides.flatMap((side) =>
    [1, 10, 100].map((hundreds) => ({
      ...facts({ exitSide: side.code, lines: basketFor(pack, side, hundreds, hundreds) }),
      rates: RATES,
    })),
  );

/** `decide` under the laws of the markets, against building the same answer anew from its text, and the search for the split by itself. */
export function decideRows(): readonly Row[] {
  return [
    rowOf('decide, 20 lines to Kazakhstan', facts({ exitSide: 'KZ', lines: evenBasket(20, 0, 0.3) })),
    rowOf('decide, 20 lines to China, all fit', facts({ lines: evenBasket(20, 0, 1) })),
    rowOf('decide, 20 lines to China, over the limit', facts({ lines: evenBasket(20, 0.5, 1) })),
    rowOf('decide, 60 lines to China, over the limit', facts({ lines: evenBasket(60, 0, 1) })),
    inTurn('decide, 20 lines, one basket after another', [...drawn('KZ', false), ...drawn('CN', false)]),
    slowestOf('decide, 20 lines by dice to Kazakhstan', khorgos, drawn('KZ', false)),
    slowestOf('decide, 20 lines by dice to China', khorgos, drawn('CN', false)),
    slowestOf('decide, 20 lines by dice to China, priced to the odd fen', khorgos, drawn('CN', true)),
    ...PACK_NAMES.filter((name) => name !== 'khorgos').map((name) => {
      const pack = packNamed(name);
      return slowestOf(`decide, 20 lines by dice under ${name}`, pack, anyGoods(pack));
    }),
    {
      name: 'split alone, 60 items, adversarial',
      took: microseconds(() => bestSplit(new Load(adversarial), [800_000])),
      baseline: microseconds(() => adversarial.map((item) => ({ ...item, uses: [...item.uses] }))),
      against: 'copying the items',
      note: bestSplit(new Load(adversarial), [800_000]).proven ? 'proven' : 'not proven',
    },
  ];
}

function rowOf(name: string, given: Facts): Row {
  const answer = decide(khorgos, given);
  const took = microseconds(() => decide(khorgos, given));
  return { name, took, ...anew(answer), note: proofOf(answer) };
}

/** As they come at a market: no basket is the one before. */
function inTurn(name: string, baskets: readonly Facts[]): Row {
  const each = (does: (nth: number) => unknown) => {
    let nth = 0;
    return () => does(nth++ % baskets.length);
  };
  const texts = baskets.map((given) => JSON.stringify(decide(khorgos, given)));
  return {
    name: `${name}, the mean of ${baskets.length}`,
    took: microseconds(each((nth) => decide(khorgos, baskets[nth] as Facts))),
    baseline: microseconds(each((nth) => JSON.parse(texts[nth] as string))),
    against: 'JSON.parse of the same Decisions',
    note: `${texts.filter((text) => (JSON.parse(text) as Decision).duty !== null).length} owe duty`,
  };
}

function anew(answer: Decision): Pick<Row, 'baseline' | 'against'> {
  const text = JSON.stringify(answer);
  const baseline = microseconds(() => JSON.parse(text) as Decision);
  return { baseline, against: `JSON.parse of the same Decision (${text.length} bytes)` };
}

/** The slowest of many baskets, each measured by itself, and how long half of them take at most. */
function slowestOf(name: string, pack: LawPack, baskets: readonly Facts[]): Row {
  const each = microsecondsOfEach(baskets.map((given) => () => decide(pack, given)));
  const took = Math.max(...each);
  const answer = decide(pack, baskets[each.indexOf(took)] as Facts);
  const middle = atShare(
    each.toSorted((a, b) => a - b),
    0.5,
  );
  return {
    name: `${name}, the slowest of ${baskets.length}`,
    took,
    ...anew(answer),
    note: `${proofOf(answer)}; half of them ${middle.toFixed(0)} µs or less`,
  };
}

const proofOf = ({ reasons, limits }: Decision): string =>
  `${limits.reduce((sum, { over }) => sum + over, 0) > 0 ? 'over' : 'fits'}, ${reasons.some(({ reason }) => reason === 'split-not-proven') ? 'not proven' : 'proven'}`;
