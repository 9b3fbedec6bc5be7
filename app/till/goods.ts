import { type IndexPart, PART, placesOf, placesOfKind } from '#lib/catalogue/shelf-index.ts';
import type { ProductView } from './till-views.ts';

/** A stall's goods as the screen knows them: how many, where each word is, and which come first. The goods themselves are on disk. */
export type Shelf = {
  readonly count: number;
  readonly parts: readonly IndexPart[];
  /** The places of what this tablet sold most. */
  readonly favourites: readonly number[];
  /** What the prices are in. */
  readonly currency: string | undefined;
  /** All of the goods, where the disk takes nothing. */
  readonly loose: readonly ProductView[] | null;
  /** Told apart from the shelf before by it: something about its goods may have changed. */
  readonly turn: number;
};

/** Whether all of the shelf can be searched. */
export const isIndexed = ({ count, parts }: Shelf): boolean => parts.length * PART >= count;

/** What a search, a category or neither shows. A search looks through everything, whatever kind is chosen. */
export function placesShown(
  { count, parts, favourites }: Pick<Shelf, 'count' | 'parts' | 'favourites'>,
  kind: string | null,
  typed: string,
): readonly number[] {
  if (typed.trim()) return placesOf(parts, typed);
  if (kind !== null) return placesOfKind(parts, kind);
  const first = new Set(favourites);
  const rest = Array.from({ length: count }, (_, place) => place);
  return [...favourites, ...(first.size === 0 ? rest : rest.filter((place) => !first.has(place)))];
}

const SOLD_KEY = 'serai.till.sold';
type Sold = Readonly<Record<string, number>>;

/** How often this tablet sold each product: which goods come first. */
export function soldHere(): Sold {
  try {
    return JSON.parse(localStorage.getItem(SOLD_KEY) ?? '{}') as Sold;
  } catch {
    return {};
  }
}

export function noteSold(products: readonly string[]): void {
  const counts: Record<string, number> = { ...soldHere() };
  for (const product of products) counts[product] = (counts[product] ?? 0) + 1;
  try {
    localStorage.setItem(SOLD_KEY, JSON.stringify(counts));
  } catch {
    // A full or closed store only costs the order of the tiles.
  }
}

/** The products that stand before all others: the most sold, as many as a screen shows. */
export const mostSold = (sold: Sold, most: number): readonly string[] =>
  Object.entries(sold)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([id]) => id);
