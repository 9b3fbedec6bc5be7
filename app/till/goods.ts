import { toGtin14 } from '#lib/catalogue/gtin.ts';
import { answerOf, searchWordsOf, wantedIn } from '#lib/catalogue/search.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { ifOnDisk } from './disk.ts';
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

/** The goods of a stall as this tablet last fetched them, without the network. */
export async function keptGoods(stall: string): Promise<readonly ProductView[] | undefined> {
  const pages = await ifOnDisk(({ goods }) => goods.where({ stall }).sortBy('page'));
  return pages === undefined || pages.length === 0 ? undefined : pages.flatMap(({ goods }) => goods);
}

const ROWS = 1000;

/** Writes the goods of a stall through to the disk, all of them or none: a till has one stall. */
export async function keepGoods(stall: string, goods: readonly ProductView[]): Promise<void> {
  const pages = Array.from({ length: Math.ceil(goods.length / ROWS) }, (_, page) => ({
    stall,
    page,
    goods: goods.slice(page * ROWS, (page + 1) * ROWS),
  }));
  await ifOnDisk((disk) =>
    disk.transaction('rw', disk.goods, async () => {
      await disk.goods.clear();
      await disk.goods.bulkPut(pages);
    }),
  );
}

/** A shelf that can be searched: each product with the words that it is found by. */
export type Shelf = {
  readonly goods: readonly ProductView[];
  readonly words: readonly (readonly string[])[];
  readonly byGtin: ReadonlyMap<string, ProductView>;
};

export function shelfOf(goods: readonly ProductView[]): Shelf {
  return {
    goods,
    words: goods.map(searchWordsOf),
    byGtin: new Map(goods.map((product) => [toGtin14(product.gtin) ?? product.gtin, product])),
  };
}

/** What the server would find here, best first: every word typed begins one of a name, in any language, or the barcode. */
export function found({ goods, words }: Shelf, typed: string): readonly ProductView[] {
  const wanted = wantedIn(typed);
  const answers = words.map((each) => answerOf(each, wanted));
  return (['exact', 'begun'] as const).flatMap((answer) => goods.filter((_, place) => answers[place] === answer));
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

/** Most sold first; the rest in the stall's own order, which never changes under the hand. */
export const byFavour = (goods: readonly ProductView[], sold: Sold): readonly ProductView[] =>
  [...goods].sort((a, b) => (sold[b.id] ?? 0) - (sold[a.id] ?? 0));
