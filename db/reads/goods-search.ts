import { and, asc, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import { answerOf, endOf, type Wanted } from '#lib/catalogue/search.ts';
import { askIn, type Tx } from '../engine/engine.ts';
import { product, searchWord } from '../schema/catalogue.ts';

/** A shelf of fewer goods is looked through; of a longer one, or of a word that more goods have, it is only known that it is long. */
const MANY = 2_000;

type Search = {
  /** What a product must be, besides found. */
  readonly scope: readonly SQL[];
  readonly own: string | null;
  readonly after: string | undefined;
  readonly limit: number;
};

/** Goods that answer a search equally well. */
type Rank = { readonly wanted: readonly Wanted[]; readonly isExact: boolean; readonly scope: readonly SQL[] };
/** The product that the page before ended with, and its words. */
type Place = { readonly id: string; readonly words: readonly string[] };
type Part = { readonly from: Place | undefined; readonly limit: number };

/**
 * The ids of goods that answer a search, best first: those of the stall that asks, then all others; of either, those that have every word
 * as it was typed, then those that have words which begin so.
 */
export async function searchGoods(tx: Tx, wanted: readonly Wanted[], search: Search): Promise<readonly string[]> {
  const { scope, own, after, limit } = search;
  const shelves =
    own === null
      ? [scope]
      : [
          [...scope, eq(product.stall, own)],
          [...scope, ne(product.stall, own)],
        ];
  const ranks: readonly Rank[] = shelves.flatMap((shelf) => [
    { wanted, isExact: true, scope: shelf },
    ...(wanted.every(({ isWhole }) => isWhole) ? [] : [{ wanted, isExact: false, scope: shelf }]),
  ]);
  const found: string[] = [];
  let from = after === undefined ? undefined : await placeOf(tx, after);
  for (const rank of ranks) {
    if (from !== undefined && !(await isOf(tx, rank, from))) continue;
    found.push(...(await ranked(tx, rank, { from, limit: limit - found.length })));
    from = undefined;
    if (found.length >= limit) break;
  }
  return found;
}

async function placeOf(tx: Tx, id: string): Promise<Place> {
  const rows = await tx
    .select({ word: searchWord.word })
    .from(searchWord)
    .where(eq(searchWord.product, id))
    .orderBy(asc(searchWord.word));
  return { id, words: rows.map(({ word }) => word) };
}

async function isOf(tx: Tx, { wanted, isExact, scope }: Rank, { id, words }: Place): Promise<boolean> {
  if (answerOf(words, wanted) !== (isExact ? 'exact' : 'begun')) return false;
  const rows = await tx
    .select({ id: product.id })
    .from(product)
    .where(and(eq(product.id, id), ...scope));
  return rows.length > 0;
}

async function ranked(tx: Tx, rank: Rank, part: Part): Promise<readonly string[]> {
  if (rank.scope.length > 0 && !(await isLong(tx, sql`${product} where ${and(...rank.scope)}`))) return onShelf(tx, rank, part);
  const rarest = await rarestOf(tx, rank);
  return rarest === undefined ? [] : withWord(tx, rank, rarest, part);
}

const isLong = async (tx: Tx, rows: SQL): Promise<boolean> => (await counted(tx, rows)) === MANY;

async function counted(tx: Tx, rows: SQL): Promise<number> {
  const [row] = await askIn<{ count: number }>(
    tx,
    sql`select count(*) as count from (select 1 from ${rows} limit ${MANY}) as counted`,
  );
  return row?.count ?? 0;
}

/** The word that fewest goods have; undefined if one of them is nobody's. */
async function rarestOf(tx: Tx, { wanted, isExact }: Rank): Promise<Wanted | undefined> {
  if (wanted.length === 1) return wanted[0];
  let rarest: { readonly each: Wanted; readonly count: number } | undefined;
  for (const each of wanted) {
    const count = await counted(tx, sql`${searchWord} where ${meets(sql`word`, each, isExact)}`);
    if (count === 0) return undefined;
    if (rarest === undefined || count < rarest.count) rarest = { each, count };
  }
  return rarest?.each;
}

/** The goods of a short shelf, in order of id. */
async function onShelf(tx: Tx, rank: Rank, { from, limit }: Part): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: product.id })
    .from(product)
    .where(and(...rank.scope, from && gt(product.id, from.id), answers(sql`product.id`, rank)))
    .orderBy(asc(product.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Goods along the index of words: of one word in order of id; of all words with one beginning each product at its first. */
async function withWord(tx: Tx, rank: Rank, rarest: Wanted, { from, limit }: Part): Promise<readonly string[]> {
  const first = from?.words.find((word) => (rank.isExact ? word === rarest.word : word.startsWith(rarest.word)));
  const isFirst = sql`not exists (select 1 from ${searchWord} as earlier
    where earlier.product = at.product and earlier.word >= ${rarest.word} and earlier.word < at.word)`;
  const rows = await askIn<{ product: string }>(
    tx,
    sql`select at.product from ${searchWord} as at where ${and(
      meets(sql`at.word`, rarest, rank.isExact),
      from && sql`(at.word, at.product) > (${first ?? endOf(rarest.word)}, ${from.id})`,
      rank.isExact || rarest.isWhole ? undefined : isFirst,
      answers(sql`at.product`, rank),
      rank.scope.length === 0
        ? undefined
        : sql`exists (select 1 from ${product} where ${and(sql`${product.id} = at.product`, ...rank.scope)})`,
    )} order by at.word, at.product limit ${limit}`,
  );
  return rows.map((row) => row.product);
}

function meets(column: SQL, { word, isWhole }: Wanted, isExact: boolean): SQL {
  return isExact || isWhole ? sql`${column} = ${word}` : sql`(${column} >= ${word} and ${column} < ${endOf(word)})`;
}

/** Whether a product has every word as this rank wants it; those of the better rank are not of this one. */
function answers(id: SQL, { wanted, isExact }: Rank): SQL | undefined {
  const has = (each: Wanted, exactly: boolean) =>
    sql`exists (select 1 from ${searchWord} as had where had.product = ${id} and ${meets(sql`had.word`, each, exactly)})`;
  const all = and(...wanted.map((each) => has(each, isExact)));
  return isExact ? all : and(all, sql`not ${and(...wanted.map((each) => has(each, true)), sql`true`)}`);
}
