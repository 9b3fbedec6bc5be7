import { kept } from './kept.ts';
import type { Category, LawPack } from './pack.ts';

/** Goods of one category and HS code are of one sort, whatever they cost; sorts are counted as they are first seen. */
type Sorts = { readonly byCategory: Map<string, Map<string, number>>; count: number };

/** A market has some hundred sorts, and a list looks up a number faster than two maps look up two words. */
const sortsOf = kept((_: readonly Category[]): Sorts => ({ byCategory: new Map(), count: 0 }));

export function sortOf({ categories }: LawPack, category: string, hs: string): number {
  const sorts = sortsOf(categories);
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
