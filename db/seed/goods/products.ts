import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import type { CustomsStatus, HsCode, Names } from '#lib/catalogue/product.ts';
import { DRINKS_AND_TOBACCO } from './drinks-and-tobacco.ts';
import { ELECTRONICS } from './electronics.ts';
import { FOODS } from './foods.ts';
import { HOUSEHOLD_GOODS } from './household-goods.ts';
import type { GoodsLine } from './line.ts';
import { type SeedStall, seedStalls } from './stalls.ts';
import { VARIANTS, type Variant } from './variants.ts';
import { WEARABLES } from './wearables.ts';

export type SeedProduct = {
  readonly key: string;
  /** Code of the stall that sells it. */
  readonly stall: string;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly hs: HsCode;
  readonly priceMinor: number;
  readonly currency: 'CNY' | 'KZT';
  readonly netWeightG: number;
  readonly packedWeightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
  readonly unit: 'piece' | 'kg';
  readonly origin: string;
  /** In whole units. */
  readonly onHand: number;
  readonly customsStatus: CustomsStatus;
};

const PER_STALL = 25;
/** What the invented KZT stalls ask for one yuan; not a rate of any day. */
const TENGE_PER_YUAN = 75;

/** The goods of every stall, the same every time. */
export const seedProducts = (): readonly SeedProduct[] =>
  seedStalls().flatMap((stall, stallIndex) =>
    goodsOf(stall, stallIndex).map((goods, i) => productOf(stall, stallIndex, goods, i)),
  );

type Goods = { readonly line: GoodsLine; readonly variants: readonly Variant[] };

const LINES: readonly GoodsLine[] = [...WEARABLES, ...FOODS, ...DRINKS_AND_TOBACCO, ...ELECTRONICS, ...HOUSEHOLD_GOODS];

/** Spreads a stall's places evenly over its categories, and over the goods of each. */
function goodsOf(stall: SeedStall, stallIndex: number): readonly Goods[] {
  const shelves = stall.categories.map((category) => LINES.filter((line) => line.category === category).flatMap(combinations));
  const bySize = [...shelves].sort((a, b) => a.length - b.length);
  let places = PER_STALL;
  return bySize.flatMap((shelf, i) => {
    const wanted = Math.min(shelf.length, Math.ceil(places / (bySize.length - i)));
    places -= wanted;
    return Array.from(
      { length: wanted },
      (_, n) => shelf[(Math.floor((n * shelf.length) / wanted) + stallIndex) % shelf.length]!,
    );
  });
}

const combinations = (line: GoodsLine): readonly Goods[] =>
  line.variants
    .reduce<readonly (readonly Variant[])[]>(
      (rows, name) => rows.flatMap((row) => (VARIANTS[name] as readonly Variant[]).map((variant) => [...row, variant])),
      [[]],
    )
    .map((variants) => ({ line, variants }));

function productOf(stall: SeedStall, stallIndex: number, { line, variants }: Goods, index: number): SeedProduct {
  const last = <K extends keyof Variant>(measure: K) => variants.findLast((variant) => variant[measure] !== undefined)?.[measure];
  const percent = (measure: 'pricePercent' | 'weightPercent') =>
    variants.reduce((share, variant) => share * (variant[measure] ?? 100), 1);
  const whole = 100 ** variants.length;
  const netWeightG = last('netWeightG') ?? Math.max(1, Math.round((line.netWeightG * percent('weightPercent')) / whole));
  const priceYuanMinor = Math.max(50, Math.round((line.priceYuan * 2 * percent('pricePercent')) / whole) * 50);
  const origin = line.origins.find((country) => country === stall.vendor.country) ?? line.origins[index % line.origins.length]!;
  return {
    key: `${stall.code}-${String(index + 1).padStart(2, '0')}`,
    stall: stall.code,
    gtin: gtinOf(stall, last('unit') ?? 'piece', (stallIndex + 1) * 1000 + index + 1),
    names: namesOf(line, variants),
    category: line.category,
    hs: { scheme: 'HS', edition: '2022', digits: line.hs },
    priceMinor: stall.currency === 'KZT' ? Math.round((priceYuanMinor * TENGE_PER_YUAN) / 1000) * 1000 : priceYuanMinor,
    currency: stall.currency,
    netWeightG,
    packedWeightG: netWeightG + Math.max(1, Math.round((line.packingG * netWeightG) / line.netWeightG)),
    volumeMl: last('volumeMl') ?? 0,
    strengthPermille: last('strengthPermille') ?? 0,
    pieces: last('pieces') ?? 1,
    unit: last('unit') ?? 'piece',
    origin,
    onHand: (line.priceYuan > 500 ? 4 : 24) + ((stallIndex * 31 + index * 17) % 60),
    customsStatus: customsStatusOf(stall.side, origin, stallIndex),
  };
}

/** What a scale weighs has the number that its labels begin with, and no weight in it. */
const gtinOf = ({ side }: SeedStall, unit: 'piece' | 'kg', item: number): string =>
  unit === 'kg' ? inStoreGtin(23, item * 100_000) : inStoreGtin(side === 'CN' ? 21 : 22, item);

const SEPARATORS: Readonly<Record<keyof Names, string>> = { en: ', ', zh: '，', ru: ', ', kk: ', ', ur: '، ' };

function namesOf(line: GoodsLine, variants: readonly Variant[]): Names {
  const name = (language: keyof Names) =>
    [line.names, ...variants.map((variant) => variant.names)].map((each) => each[language]).join(SEPARATORS[language]);
  return { en: name('en'), zh: name('zh'), ru: name('ru'), kk: name('kk'), ur: name('ur') };
}

/** Goods of the Eurasian Economic Union are at home on the Kazakh side. */
const UNION: ReadonlySet<string> = new Set(['KAZ', 'RUS', 'KGZ', 'BLR', 'ARM']);

function customsStatusOf(side: 'CN' | 'KZ', origin: string, stallIndex: number): CustomsStatus {
  if (side === 'CN') return origin === 'CHN' ? 'export-cleared' : 'bonded';
  if (UNION.has(origin)) return 'free-circulation';
  return stallIndex % 2 === 0 ? 'bonded' : 'duty-paid';
}
