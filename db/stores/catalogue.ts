import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { searchWordsOf } from '#lib/catalogue/search.ts';
import type { Tx } from '../engine/engine.ts';
import { keptList, keptQuery, keptRow } from '../engine/kept-query.ts';
import { lot, priceChange, product, searchWord, stockMovement } from '../schema/catalogue.ts';
import { keep } from './evidence.ts';

export type ProductRow = typeof product.$inferSelect;

const productsAmong = keptList([], (tx, ids) => tx.select().from(product).where(inArray(product.id, ids)));
const oldestLot = keptRow(['product'], (tx, at) =>
  tx.select({ id: lot.id }).from(lot).where(eq(lot.product, at.product)).orderBy(lot.receivedAt).limit(1),
);

export const productsByIds = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ProductRow>> =>
  new Map((await productsAmong(tx, ids, {})).map((row) => [row.id, row]));

const ownByGtins = keptList(['vendor'], (tx, gtins, at) =>
  tx
    .select()
    .from(product)
    .where(and(inArray(product.gtin, gtins), sql`${product.vendor} = ${at.vendor}`)),
);

/** A vendor's goods that have one of these numbers, however many noughts it is written with. */
export const productsByGtins = (tx: Tx, vendor: string, gtins: readonly string[]): Promise<readonly ProductRow[]> =>
  ownByGtins(tx, [...new Set(gtins.flatMap(spellingsOf))], { vendor });

const spellingsOf = (gtin: string): readonly string[] =>
  [8, 12, 13, 14].flatMap((length) => {
    const bare = gtin.replace(/^0+/, '');
    return bare.length > length ? [] : [bare.padStart(length, '0')];
  });

const onStallByGtin = keptRow(['stall', 'gtin'], (tx, at) =>
  tx.select().from(product).where(sql`${product.stall} = ${at.stall} and ${product.gtin} = ${at.gtin}`),
);

export const productByGtin = (tx: Tx, stall: string, gtin: string): Promise<ProductRow | undefined> =>
  onStallByGtin(tx, { stall, gtin });

export async function saveProduct(tx: Tx, row: typeof product.$inferInsert): Promise<void> {
  await tx.insert(product).values(row);
  await saveSearchWords(tx, row);
}

export async function changeProduct(
  tx: Tx,
  was: ProductRow,
  to: Partial<Omit<ProductRow, 'id' | 'vendor' | 'stall' | 'gtin'>>,
): Promise<void> {
  await tx.update(product).set(to).where(eq(product.id, was.id));
  if (to.names !== undefined) await saveSearchWords(tx, { ...was, names: to.names });
}

const forgetWords = keptQuery(['product'], (tx, at) => tx.delete(searchWord).where(eq(searchWord.product, at.product)));
/** So many words go in at once, each number a statement of its own: PostgreSQL asks a way there and back for each. */
const WORDS_AT_ONCE = [16, 4, 1].map((size) => {
  const places = Array.from({ length: size }, (_, at) => `word${at}`);
  return {
    size,
    add: keptQuery(['product', ...places], (tx, at) =>
      tx.insert(searchWord).values(places.map((place) => ({ product: sql`${at.product}`, word: sql`${at[place]}` }))),
    ),
  };
});

/** Puts the words that goods are found by in the place of those of before. */
export async function saveSearchWords(tx: Tx, { id, names, gtin }: Pick<ProductRow, 'id' | 'names' | 'gtin'>): Promise<void> {
  await forgetWords(tx, { product: id });
  let words = searchWordsOf({ names, gtin });
  for (const { size, add } of WORDS_AT_ONCE)
    for (; words.length >= size; words = words.slice(size))
      await add(tx, { product: id, ...Object.fromEntries(words.slice(0, size).map((word, at) => [`word${at}`, word])) });
}

export async function productsAfter(tx: Tx, id: string, most: number): Promise<readonly ProductRow[]> {
  return tx.select().from(product).where(gt(product.id, id)).orderBy(asc(product.id)).limit(most);
}

export async function savePriceChange(tx: Tx, row: typeof priceChange.$inferInsert): Promise<void> {
  await tx.insert(priceChange).values(row);
}

export async function saveLot(tx: Tx, row: typeof lot.$inferInsert): Promise<void> {
  await tx.insert(lot).values(row);
}

/** The oldest lot of a product: first in, first out. */
export const lotOf = async (tx: Tx, productId: string): Promise<string | null> =>
  (await oldestLot(tx, { product: productId }))?.id ?? null;

const markChanged = keptQuery(['id', 'changedAt'], (tx, at) =>
  tx
    .update(product)
    .set({ changedAt: sql`${at.changedAt}` })
    .where(eq(product.id, at.id)),
);

/** A sale is found by its stall (db/reads/goods.ts); whatever else moves stock marks its product, so that tills hear of it. */
export async function saveMovement(tx: Tx, row: typeof stockMovement.$inferInsert): Promise<void> {
  await keep(tx, stockMovement, row);
  if (row.kind !== 'sale') await markChanged(tx, { id: row.product, changedAt: row.recordedAt });
}

/** What is on hand, in thousandths of the unit: the sum of every movement. */
export async function onHandOf(tx: Tx, productId: string): Promise<number> {
  const [row] = await tx
    .select({ sum: sql<number>`coalesce(sum(${stockMovement.quantityMilli}), 0)` })
    .from(stockMovement)
    .where(eq(stockMovement.product, productId));
  return row?.sum ?? 0;
}
