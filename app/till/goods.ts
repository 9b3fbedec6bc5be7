import { toGtin14 } from '#lib/catalogue/gtin.ts';
import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { SEARCH_VERSION, searchWordsOf } from '#lib/catalogue/search.ts';
import { placesOf, type WordIndex, wordIndexOf } from '#lib/catalogue/word-index.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { ifOnDisk, keptAs } from './disk.ts';
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

/** A shelf that can be searched, and kept on disk with what it takes to search it. */
export type Shelf = {
  readonly goods: readonly ProductView[];
  readonly index: WordIndex;
  readonly byGtin: ReadonlyMap<string, ProductView>;
};

/** So many goods are read for their words before the screen has its turn again. */
const TURN = 100;

/** A shelf of these goods; one that was made of goods with the same names lends its index. */
export async function shelfOf(goods: readonly ProductView[], before: Shelf | null): Promise<Shelf> {
  if (before !== null && isNamedAlike(before.goods, goods)) return shelved(goods, before.index);
  const words: (readonly string[])[] = [];
  for (const [place, product] of goods.entries()) {
    words.push(searchWordsOf(product));
    if (place % TURN === TURN - 1) await new Promise((again) => setTimeout(again));
  }
  return shelved(goods, wordIndexOf(words));
}

const shelved = (goods: readonly ProductView[], index: WordIndex): Shelf => ({
  goods,
  index,
  byGtin: new Map(goods.map((product) => [toGtin14(product.gtin) ?? product.gtin, product])),
});

const isNamedAlike = (one: readonly ProductView[], other: readonly ProductView[]): boolean =>
  one.length === other.length && one.every((product, place) => nameText(product) === nameText(other[place]));
const nameText = (product: ProductView | undefined): string => JSON.stringify([product?.id, product?.gtin, product?.names]);

const INDEX = 'goods-index';
type KeptIndex = { readonly version: number; readonly stall: string; readonly index: WordIndex };

/** The shelf of a stall as this tablet last had it, without the network. */
export async function keptShelf(stall: string): Promise<Shelf | undefined> {
  const pages = await ifOnDisk(({ goods }) => goods.where({ stall }).sortBy('page'));
  if (pages === undefined || pages.length === 0) return undefined;
  const goods = pages.flatMap((page) => page.goods);
  const kept = (await keptAs<KeptIndex>(INDEX))?.value;
  const isOfThese = kept?.version === SEARCH_VERSION && kept.stall === stall && kept.index.goods === goods.length;
  return isOfThese ? shelved(goods, kept.index) : shelfOf(goods, null);
}

const ROWS = 1000;

/** Writes a shelf through to the disk, all of it or none: a till has one stall. */
export async function keepShelf(stall: string, { goods, index }: Shelf): Promise<void> {
  const pages = Array.from({ length: Math.ceil(goods.length / ROWS) }, (_, page) => ({
    stall,
    page,
    goods: goods.slice(page * ROWS, (page + 1) * ROWS),
  }));
  const value: KeptIndex = { version: SEARCH_VERSION, stall, index };
  await ifOnDisk((disk) =>
    disk.transaction('rw', disk.goods, disk.kept, async () => {
      await disk.goods.clear();
      await disk.goods.bulkPut(pages);
      await disk.kept.put({ name: INDEX, at: new Date().toISOString(), value });
    }),
  );
}

/** The shelf after a sale: what went over the counter is not there any more, whoever has heard of it. */
export function withoutSold(shelf: Shelf, sold: readonly { readonly product: string; readonly quantity: string }[]): Shelf {
  const gone = new Map<string, number>();
  for (const { product, quantity } of sold) gone.set(product, (gone.get(product) ?? 0) + (quantityMilliOf(quantity) ?? 0));
  const left = ({ id, onHand }: ProductView): string =>
    quantityTextOf(Math.max(0, (quantityMilliOf(onHand) ?? 0) - (gone.get(id) ?? 0)));
  const goods = shelf.goods.map((product) => (gone.has(product.id) ? { ...product, onHand: left(product) } : product));
  return shelved(goods, shelf.index);
}

/** What the server would find here, best first: every word typed begins one of a name, in any language, or the barcode. */
export const found = ({ goods, index }: Shelf, typed: string): readonly ProductView[] =>
  placesOf(index, typed).map((place) => goods[place] as ProductView);

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
