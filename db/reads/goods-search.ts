import { and, asc, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import { answerOf, endOf, type Wanted } from '#lib/catalogue/search.ts';
import { askIn, type Tx } from '../engine/engine.ts';
import { product, searchWord } from '../schema/catalogue.ts';

/** A shelf of fewer goods is looked through one by one. */
const LONG_SHELF = 2_000;
/** As far as words are counted, to begin with the rarest: further only where that does not tell them apart. */
const COUNTED = [1_000, 30_000] as const;

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
  const { scope } = rank;
  if (scope.length > 0 && (await counted(tx, sql`${product} where ${and(...scope)}`, LONG_SHELF)) < LONG_SHELF)
    return onShelf(tx, rank, part);
  const [rarest, ...others] = await rarestFirst(tx, rank);
  return rarest === undefined ? [] : withWord(tx, rank, { rarest, others }, part);
}

async function counted(tx: Tx, rows: SQL, most: number): Promise<number> {
  const [row] = await askIn<{ count: number }>(
    tx,
    sql`select count(*) as count from (select 1 from ${rows} limit ${most}) as counted`,
  );
  return row?.count ?? 0;
}

/** A word, and how many goods have it, as far as they were counted. */
type Counted = Wanted & { readonly count: number };

/** The words of a search, that which fewest goods have first; none if one of them is nobody's. */
async function rarestFirst(tx: Tx, { wanted, isExact }: Rank): Promise<readonly Counted[]> {
  if (wanted.length === 1) return wanted.map((each) => ({ ...each, count: 1 }));
  let words: readonly Counted[] = [];
  for (const most of COUNTED) {
    words = await Array.fromAsync(wanted, async (each) => ({
      ...each,
      count: await counted(tx, sql`${searchWord} where ${meets(sql`word`, each, isExact)}`, most),
    }));
    if (words.some(({ count }) => count < most)) break;
  }
  if (words.some(({ count }) => count === 0)) return [];
  return [...words].sort((a, b) => a.count - b.count || b.word.length - a.word.length);
}

/** The goods of a short shelf, in order of id. */
async function onShelf(tx: Tx, rank: Rank, { from, limit }: Part): Promise<readonly string[]> {
  const id = sql`product.id`;
  const rows = await tx
    .select({ id: product.id })
    .from(product)
    .where(
      and(
        ...rank.scope,
        from && gt(product.id, from.id),
        ...rank.wanted.map((each) => has(id, each, rank)),
        isNoBetter(id, rank),
      ),
    )
    .orderBy(asc(product.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

type Words = { readonly rarest: Counted; readonly others: readonly Counted[] };

/** Goods along the index of words: of one word in order of id; of all words with one beginning each product at its first. */
async function withWord(tx: Tx, rank: Rank, { rarest, others }: Words, { from, limit }: Part): Promise<readonly string[]> {
  const { word } = rarest;
  const id = sql`at.product`;
  const first = from?.words.find((each) => (rank.isExact ? each === word : each.startsWith(word)));
  const isAmong = (other: Counted) => rarest.count >= COUNTED[0] && other.count < COUNTED[1];
  const rows = await askIn<{ product: string }>(
    tx,
    sql`select at.product from ${searchWord} as at where ${and(
      meets(sql`at.word`, rarest, rank.isExact),
      from && sql`(at.word, at.product) > (${first ?? endOf(word)}, ${from.id})`,
      ...others.map((other) => (isAmong(other) ? among(id, other, rank) : has(id, other, rank))),
      rank.isExact || rarest.isWhole
        ? undefined
        : sql`not exists (select 1 from ${searchWord} as earlier
        where earlier.product = at.product and earlier.word >= ${word} and earlier.word < at.word)`,
      isNoBetter(id, rank),
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

/** Whether a product has a word: one look into the index for each product. */
const has = (id: SQL, each: Wanted, { isExact }: Pick<Rank, 'isExact'>): SQL =>
  sql`exists (select 1 from ${searchWord} as had where had.product = ${id} and ${meets(sql`had.word`, each, isExact)})`;

/**
 * The same by a list of all that have it, made once: worth it for many products and a list that is not too long. What is asked for is an
 * expression, lest SQLite begin with the list.
 */
const among = (id: SQL, each: Wanted, { isExact }: Rank): SQL =>
  sql`(${id} || '') in (select listed.product from ${searchWord} as listed where ${meets(sql`listed.word`, each, isExact)})`;

/** What has every word as it was typed is of the better rank. */
const isNoBetter = (id: SQL, { wanted, isExact }: Rank): SQL | undefined =>
  isExact ? undefined : sql`not (${and(...wanted.map((each) => has(id, each, { isExact: true })))})`;
