import type { Names } from '#lib/catalogue/product.ts';
import type { VariantName } from './variants.ts';

/** Goods of one kind; every combination of its variants is a product. */
export type GoodsLine = {
  readonly category: string;
  readonly hs: string;
  readonly priceYuan: number;
  readonly netWeightG: number;
  /** What the packing weighs. */
  readonly packingG: number;
  readonly origins: readonly string[];
  readonly variants: readonly VariantName[];
  readonly names: Names;
};

type LineRow = readonly [
  hs: string,
  priceYuan: number,
  netWeightG: number,
  packingG: number,
  origins: string,
  variants: string,
  en: string,
  zh: string,
  ru: string,
  kk: string,
  ur: string,
];

/** Lines of one category, a row each; origins and variants are lists with spaces between. */
export const linesOf = (category: string, rows: readonly LineRow[]): readonly GoodsLine[] =>
  rows.map(([hs, priceYuan, netWeightG, packingG, origins, variants, en, zh, ru, kk, ur]) => ({
    category,
    hs,
    priceYuan,
    netWeightG,
    packingG,
    origins: origins.split(' '),
    variants: variants.split(' ') as VariantName[],
    names: { en, zh, ru, kk, ur },
  }));
