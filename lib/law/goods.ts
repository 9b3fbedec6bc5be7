import type { Good } from './good.ts';
import { kept } from './kept.ts';
import type { Goods, LawPack } from './pack.ts';
import { sortOf } from './sorts.ts';

type Kind = Pick<Good, 'category' | 'hs' | 'sort'>;
type Meaning = { readonly isNamed: (kind: Kind) => boolean; readonly isMeant: (line: Good) => boolean };

/**
 * Whether lines are meant: by their category or any category above it, by the first digits of their HS code, or by a list of
 * the pack; and within the bounds on strength.
 */
export const meaningOf = (pack: LawPack, goods: Goods): Meaning => meanings(pack)(goods);

const meanings = kept((pack: LawPack) => kept((goods: Goods) => readMeaning(pack, goods)));

function readMeaning(pack: LawPack, goods: Goods): Meaning {
  const isNamed = namingOf(pack, goods);
  return { isNamed, isMeant: isStrong(goods) ? (line: Good) => isWithin(goods, line) && isNamed(line) : isNamed };
}

const isStrong = ({ strengthAbovePermille, strengthUpToPermille, strengthPermille }: Goods): boolean =>
  strengthAbovePermille !== undefined || strengthUpToPermille !== undefined || strengthPermille !== undefined;

function isWithin({ strengthAbovePermille, strengthUpToPermille, strengthPermille }: Goods, line: Good): boolean {
  const { strengthPermille: strength } = line;
  if (strengthAbovePermille !== undefined && strength <= strengthAbovePermille) return false;
  if (strengthUpToPermille !== undefined && strength > strengthUpToPermille) return false;
  const { from = 0, under = Number.POSITIVE_INFINITY } = strengthPermille ?? {};
  return strength >= from && strength < under;
}

/** How many categories of the pack are meant: what names fewer kinds says more of them. A bound on strength or price says more still. */
export const breadthOf = (pack: LawPack, goods: Goods): number => breadths(pack)(goods);

const breadths = kept((pack: LawPack) => kept((goods: Goods) => countBreadth(pack, goods)));

function countBreadth(pack: LawPack, goods: Goods): number {
  const { include, exclude, ...bounds } = goods;
  const { isNamed } = meaningOf(pack, goods);
  const kinds = pack.categories.map(({ id, hs: [hs = ''] }) => ({ category: id, hs, sort: sortOf(pack, id, hs) }));
  const named = kinds.filter(isNamed).length;
  return (include === 'all' ? pack.categories.length : named) - (Object.keys(bounds).length > 0 ? 0.5 : 0);
}

/** Answers are kept by sort. */
function namingOf(pack: LawPack, goods: Goods): (kind: Kind) => boolean {
  if (goods.include === 'all' && goods.exclude === undefined) return () => true;
  const include = goods.include === 'all' ? undefined : listOf(pack, goods.include);
  const exclude = goods.exclude && listOf(pack, goods.exclude);
  const answers: (boolean | undefined)[] = [];
  return ({ category, hs, sort }) => {
    const before = answers[sort];
    if (before !== undefined) return before;
    while (answers.length < sort) answers.push(undefined);
    const answer = (!include || names(include, category, hs)) && !(exclude && names(exclude, category, hs));
    answers[sort] = answer;
    return answer;
  };
}

/** Goods as a rule names them, spelt out: each category with all below it. */
type GoodsList = { readonly categories: ReadonlySet<string>; readonly hs: readonly string[] };

const names = ({ categories, hs }: GoodsList, category: string, code: string): boolean =>
  categories.has(category) || hs.some((digits) => code.startsWith(digits));

type Items = Exclude<Goods['include'], 'all'>;

function listOf(pack: LawPack, items: Items): GoodsList {
  const spelt = speltOut(pack, items, []);
  const named = new Set(spelt.flatMap((item) => ('category' in item ? item.category : [])));
  const parents = new Map(pack.categories.map(({ id, parent }) => [id, parent]));
  const isBelow = (id: string): boolean => {
    for (let up: string | null | undefined = id; up; up = parents.get(up)) if (named.has(up)) return true;
    return false;
  };
  return {
    categories: new Set([...named, ...pack.categories.map(({ id }) => id).filter(isBelow)]),
    hs: spelt.flatMap((item) => ('hs' in item ? item.hs : [])),
  };
}

/** Lists may name lists; one that names itself says nothing more the second time. */
const speltOut = (pack: LawPack, items: Items, passed: readonly string[]): Items =>
  items.flatMap((item) => {
    if (!('list' in item)) return [item];
    const list = passed.includes(item.list) ? undefined : pack.lists.find(({ id }) => id === item.list);
    return list ? speltOut(pack, list.items, [...passed, item.list]) : [];
  });

/** The group of the goods in a duty table, their own or that of the nearest category above that has one. */
export function dutyGroupOf({ categories }: LawPack, category: string, table: string): string | undefined {
  let up = categories.find(({ id }) => id === category);
  for (let steps = 0; up && steps < categories.length; steps++) {
    const found = up.dutyGroups[table];
    if (found !== undefined) return found;
    const { parent }: { readonly parent: string | null } = up;
    up = categories.find(({ id }) => id === parent);
  }
  return undefined;
}
