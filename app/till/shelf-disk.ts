import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { SEARCH_VERSION, searchWordsOf } from '#lib/catalogue/search.ts';
import { type IndexPart, indexPartOf, PART, type Worded } from '#lib/catalogue/shelf-index.ts';
import { ifOnDisk, keptAs, onDisk, SHELF, type ShelfRow, shelfRow } from './disk.ts';
import type { ProductView } from './till-views.ts';

/** How far this tablet's shelf has come. */
export type ShelfState = {
  readonly stall: string;
  /** Of the words that its index is made of. */
  readonly version: number;
  /** All that was changed before this instant of the market is here; empty until all of the shelf is. */
  readonly since: string;
  /** When the market was last asked for all of it, and how far that has come; empty at its end. */
  readonly begun: string;
  readonly after: string;
  readonly currency: string | undefined;
};

export const emptyShelf = (stall: string): ShelfState => ({
  stall,
  version: SEARCH_VERSION,
  since: '',
  begun: '',
  after: '',
  currency: undefined,
});

/** The shelf of a stall as this tablet has it; undefined where it has none. */
export async function keptShelf(stall: string): Promise<(ShelfState & { readonly count: number }) | undefined> {
  const kept = (await keptAs<ShelfState>(SHELF))?.value;
  const count = (await ifOnDisk(({ shelf }) => nextPlace(shelf))) ?? 0;
  return kept?.stall === stall && (count > 0 || kept.since !== '') ? { ...emptyShelf(stall), ...kept, count } : undefined;
}

/** Writes a page of goods through, as far as they are not there already. @throws where this tablet's disk takes nothing. */
export function keepPage(goods: readonly ProductView[], state: ShelfState, isInOrder: boolean): Promise<unknown> {
  const ids = goods.map(({ id }) => id);
  return onDisk((disk) =>
    disk.transaction('rw', disk.shelf, disk.parts, disk.kept, async () => {
      const before = (await disk.kept.get(SHELF))?.value as ShelfState | undefined;
      if (before?.stall !== state.stall) await disk.shelf.clear();
      if (before?.stall !== state.stall || before.version !== state.version) await disk.parts.clear();
      const known = disk.shelf.where('id');
      // In their order nothing stands between them; asking for each would take longer than to write it.
      const had = await (isInOrder && ids.length > 0
        ? known.between(ids[0], ids.at(-1), true, true)
        : known.anyOf(ids)
      ).toArray();
      const hadById = new Map(had.map((row) => [row.id, row]));
      let next = (await nextPlace(disk.shelf)) - 1;
      const rows = goods.map((product) => shelfRow(product, hadById.get(product.id)?.place ?? ++next));
      const changed = rows.filter(({ id, product }) => textOf(product) !== textOf(hadById.get(id)?.product));
      const renamed = changed.filter(({ id, product }) => !isFoundAlike(product, hadById.get(id)?.product));
      await disk.shelf.bulkPut(changed);
      await disk.parts.bulkDelete([...new Set(renamed.map(({ place }) => Math.floor(place / PART)))]);
      await disk.kept.put({ name: SHELF, at: new Date().toISOString(), value: state });
    }),
  );
}

type Places = { readonly orderBy: (key: string) => { readonly lastKey: () => PromiseLike<unknown> } };

/** Places are given out one after another and never taken back: the next is how many there are. */
const nextPlace = async (shelf: Places): Promise<number> => (((await shelf.orderBy('place').lastKey()) as number) ?? -1) + 1;

const textOf = (product: ProductView | undefined): string | undefined => product && JSON.stringify(product);
const isFoundAlike = (one: ProductView, other: ProductView | undefined): boolean =>
  one.gtin === other?.gtin && one.category === other.category && JSON.stringify(one.names) === JSON.stringify(other.names);

/** The index of a shelf as it is kept: all of it anew where its words are of another version. */
export async function mendKept(state: ShelfState): Promise<void> {
  if (state.version !== SEARCH_VERSION)
    await onDisk((disk) =>
      disk.transaction('rw', disk.parts, disk.kept, async () => {
        await disk.parts.clear();
        await disk.kept.put({ name: SHELF, at: new Date().toISOString(), value: { ...state, version: SEARCH_VERSION } });
      }),
    );
  await mendParts(state.after !== '');
}

/** Makes those parts of the index that are not there: of new goods, and where a name was changed. `isFilling`: the last may still grow. */
export async function mendParts(isFilling: boolean): Promise<void> {
  const [count, made] = await onDisk(({ shelf, parts }) => Promise.all([nextPlace(shelf), parts.toCollection().primaryKeys()]));
  const isMade = new Set(made);
  const wanted = isFilling ? Math.floor(count / PART) : Math.ceil(count / PART);
  for (let nth = 0; nth < wanted; nth += 1) {
    if (isMade.has(nth)) continue;
    const rows = await onDisk(({ shelf }) =>
      shelf
        .where('place')
        .between(nth * PART, (nth + 1) * PART)
        .toArray(),
    );
    const part = await partOf(rows.map(({ product }) => product));
    await onDisk((disk) =>
      disk.transaction('rw', disk.parts, async () => {
        const last = ((await disk.parts.orderBy('revision').lastKey()) as number | undefined) ?? 0;
        await disk.parts.put({ nth, revision: Math.max(last + 1, Date.now()), part });
      }),
    );
  }
}

/** So many goods are read for their words before the screen has its turn again. */
const TURN = 25;

/** A part of the index, made in turns: whoever types meanwhile does not notice. */
export async function partOf(goods: readonly ProductView[]): Promise<IndexPart> {
  const worded: Worded[] = [];
  for (const [place, product] of goods.entries()) {
    worded.push({ ...product, words: searchWordsOf(product) });
    if (place % TURN === TURN - 1) await new Promise((again) => setTimeout(again));
  }
  return indexPartOf(worded);
}

/** The parts of the index that were written after a revision, whichever tab wrote them. */
export const partsAfter = (revision: number) => ifOnDisk(({ parts }) => parts.where('revision').above(revision).toArray());

/** The goods at these places, in this order. */
export async function goodsAt(places: readonly number[]): Promise<readonly ProductView[]> {
  const rows = (await ifOnDisk(({ shelf }) => shelf.bulkGet([...places]))) ?? [];
  return rows.flatMap((row) => row?.product ?? []);
}

/** The places of these goods, as far as they are on the shelf, in the order of the ids. */
export async function placesOfIds(ids: readonly string[]): Promise<readonly number[]> {
  const rows =
    (await ifOnDisk(({ shelf }) =>
      shelf
        .where('id')
        .anyOf([...ids])
        .toArray(),
    )) ?? [];
  const places = new Map(rows.map(({ id, place }) => [id, place]));
  return ids.flatMap((id) => places.get(id) ?? []);
}

/** What a scanner read, in fourteen digits. */
export const goodsOfGtin = async (gtin14: string): Promise<ProductView | undefined> =>
  (await ifOnDisk(({ shelf }) => shelf.where({ gtin14 }).first()))?.product;

export type SoldLines = readonly { readonly product: string; readonly quantity: string }[];

/** What went over the counter is not on hand any more, whoever has heard of it. */
export async function takeFromShelf(sold: SoldLines): Promise<void> {
  await ifOnDisk((disk) =>
    disk.transaction('rw', disk.shelf, async () => {
      const rows = await disk.shelf
        .where('id')
        .anyOf(sold.map(({ product }) => product))
        .toArray();
      await disk.shelf.bulkPut(rows.map((row): ShelfRow => ({ ...row, product: withoutSold(row.product, sold) })));
    }),
  );
}

export function withoutSold(product: ProductView, sold: SoldLines): ProductView {
  const gone = sold
    .filter((line) => line.product === product.id)
    .reduce((sum, { quantity }) => sum + (quantityMilliOf(quantity) ?? 0), 0);
  return { ...product, onHand: quantityTextOf(Math.max(0, (quantityMilliOf(product.onHand) ?? 0) - gone)) };
}
