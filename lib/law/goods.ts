import type { FactLine } from './decision.ts';
import type { Goods, LawPack } from './pack.ts';

/** Is the line meant? By its category or any category above it, by the first digits of its HS code, or by a list of the pack. */
export function isMeant(pack: LawPack, goods: Goods, line: FactLine): boolean {
  const { strengthAbovePermille, strengthUpToPermille, strengthPermille } = goods;
  const { strengthPermille: strength } = line;
  if (strengthAbovePermille !== undefined && strength <= strengthAbovePermille) return false;
  if (strengthUpToPermille !== undefined && strength > strengthUpToPermille) return false;
  if (strengthPermille !== undefined) {
    const { from = 0, under = Number.POSITIVE_INFINITY } = strengthPermille;
    if (strength < from || strength >= under) return false;
  }
  return isNamed(pack, goods, line.category, line.hs);
}

const breadths = new WeakMap<LawPack['categories'], WeakMap<Goods, number>>();

/** How many categories of the pack are meant: what names fewer kinds says more of them. A bound on strength or price says more still. */
export function breadthOf(pack: LawPack, goods: Goods): number {
  const forPack = breadths.get(pack.categories) ?? new WeakMap<Goods, number>();
  breadths.set(pack.categories, forPack);
  const known = forPack.get(goods);
  if (known !== undefined) return known;
  const { include, exclude, ...bounds } = goods;
  const named = pack.categories.filter(({ id, hs }) => isNamed(pack, goods, id, hs[0] ?? '')).length;
  const breadth = (include === 'all' ? pack.categories.length : named) - (Object.keys(bounds).length > 0 ? 0.5 : 0);
  forPack.set(goods, breadth);
  return breadth;
}

/** Kept per pack, goods and kind: a till decides at every scan, and a market has some hundred kinds. */
const kept = new WeakMap<LawPack['categories'], WeakMap<Goods, Kept>>();
type Kept = { readonly lists: Lists; readonly answers: Map<string, Map<string, boolean>> };

function isNamed(pack: LawPack, goods: Goods, category: string, hs: string): boolean {
  if (goods.include === 'all' && goods.exclude === undefined) return true;
  const forPack = kept.get(pack.categories) ?? new WeakMap<Goods, Kept>();
  kept.set(pack.categories, forPack);
  const known = forPack.get(goods) ?? { lists: listsOf(pack, goods), answers: new Map() };
  forPack.set(goods, known);
  const ofCategory = known.answers.get(category) ?? new Map<string, boolean>();
  known.answers.set(category, ofCategory);
  const before = ofCategory.get(hs);
  if (before !== undefined) return before;
  const { include, exclude } = known.lists;
  const answer =
    (include === undefined || names(include, category, hs)) && !(exclude !== undefined && names(exclude, category, hs));
  ofCategory.set(hs, answer);
  return answer;
}

/** Goods as a rule names them, spelt out: each category with all below it. */
type GoodsList = { readonly categories: ReadonlySet<string>; readonly hs: readonly string[] };
type Lists = { readonly include: GoodsList | undefined; readonly exclude: GoodsList | undefined };

const names = ({ categories, hs }: GoodsList, category: string, code: string): boolean =>
  categories.has(category) || hs.some((digits) => code.startsWith(digits));

type Items = Exclude<Goods['include'], 'all'>;

const listsOf = (pack: LawPack, goods: Goods): Lists => ({
  include: goods.include === 'all' ? undefined : listOf(pack, goods.include),
  exclude: goods.exclude === undefined ? undefined : listOf(pack, goods.exclude),
});

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

const groups = new WeakMap<LawPack['categories'], Map<string, Map<string, string | undefined>>>();

/** The group of the goods in a duty table, their own or that of the nearest category above that has one. */
export function dutyGroupOf({ categories }: LawPack, category: string, table: string): string | undefined {
  const forPack = groups.get(categories) ?? new Map<string, Map<string, string | undefined>>();
  groups.set(categories, forPack);
  const known = forPack.get(table) ?? new Map<string, string | undefined>();
  forPack.set(table, known);
  const before = known.get(category);
  if (before !== undefined || known.has(category)) return before;
  const found = groupAbove(categories, category, table);
  known.set(category, found);
  return found;
}

function groupAbove(categories: LawPack['categories'], category: string, table: string): string | undefined {
  let up = categories.find(({ id }) => id === category);
  for (let steps = 0; up && steps < categories.length; steps++) {
    const found = up.dutyGroups[table];
    if (found !== undefined) return found;
    const { parent }: { readonly parent: string | null } = up;
    up = categories.find(({ id }) => id === parent);
  }
  return undefined;
}
