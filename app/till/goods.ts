import { toGtin14 } from '#lib/catalogue/gtin.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import type { ProductView } from './till-views.ts';

type Page = { readonly products: readonly ProductView[]; readonly next: string | null };
const PAGE = 200;

/** All goods of a stall, page by page; undefined when a page did not arrive. */
export async function goodsOfStall(stall: string): Promise<readonly ProductView[] | undefined> {
  const goods: ProductView[] = [];
  let after: string | null = '';
  while (after !== null) {
    const from: string = after ? `&after=${after}` : '';
    const answer: Answer<Page> = await callApi<Page>('GET', `products?stall=${encodeURIComponent(stall)}&limit=${PAGE}${from}`);
    if (answer.kind !== 'done') return undefined;
    goods.push(...answer.body.products);
    after = answer.body.next;
  }
  return goods;
}

/** A shelf that can be searched: each product with what may be typed to find it. */
export type Shelf = {
  readonly goods: readonly ProductView[];
  readonly texts: readonly string[];
  readonly byGtin: ReadonlyMap<string, ProductView>;
};

export function shelfOf(goods: readonly ProductView[]): Shelf {
  return {
    goods,
    texts: goods.map(({ names, gtin }) => plain(`${Object.values(names).join(' ')} ${gtin}`)),
    byGtin: new Map(goods.map((product) => [toGtin14(product.gtin) ?? product.gtin, product])),
  };
}

/** Every word typed is somewhere in a name, in any of the five languages, or in the barcode. */
export function found({ goods, texts }: Shelf, typed: string): readonly ProductView[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return goods.filter((_, place) => words.every((word) => texts[place]?.includes(word)));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');

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

/** Most sold first; the rest in the stall's own order, which never changes under the hand. */
export const byFavour = (goods: readonly ProductView[], sold: Sold): readonly ProductView[] =>
  [...goods].sort((a, b) => (sold[b.id] ?? 0) - (sold[a.id] ?? 0));
