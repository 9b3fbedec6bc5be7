import type { Category, LawPack } from './pack.ts';

/** Goods of one category and HS code are of one sort, whatever they cost; sorts are counted as they are first seen. */
type Sorts = { readonly byCategory: Map<string, Map<string, number>>; count: number };

/** Kept per pack: a market has some hundred sorts, and a list looks up a number faster than two maps look up two words. */
const kept = new WeakMap<readonly Category[], Sorts>();

export function sortOf({ categories }: LawPack, category: string, hs: string): number {
  let sorts = kept.get(categories);
  if (sorts === undefined) {
    sorts = { byCategory: new Map(), count: 0 };
    kept.set(categories, sorts);
  }
  let byCode = sorts.byCategory.get(category);
  if (byCode === undefined) {
    byCode = new Map();
    sorts.byCategory.set(category, byCode);
  }
  const known = byCode.get(hs);
  if (known !== undefined) return known;
  byCode.set(hs, sorts.count);
  sorts.count += 1;
  return sorts.count - 1;
}
