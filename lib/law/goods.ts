import type { FactLine } from './decision.ts';
import type { Goods, LawPack } from './pack.ts';

/** Is the line meant? By its category or any category above it, or by the first digits of its HS code. */
export function isMeant(pack: LawPack, goods: Goods, line: FactLine): boolean {
  if (goods.strengthAbovePermille !== undefined && line.strengthPermille <= goods.strengthAbovePermille) return false;
  const { include, exclude } = listsOf(pack, goods);
  return (include === undefined || names(include, line)) && !(exclude !== undefined && names(exclude, line));
}

/** Goods as a rule names them, spelt out: each category with all below it. */
type GoodsList = { readonly categories: ReadonlySet<string>; readonly hs: readonly string[] };
type Lists = { readonly include: GoodsList | undefined; readonly exclude: GoodsList | undefined };

const names = ({ categories, hs }: GoodsList, line: FactLine): boolean =>
  categories.has(line.category) || hs.some((digits) => line.hs.startsWith(digits));

/** Kept per pack: a till decides at every scan. */
const kept = new WeakMap<LawPack, WeakMap<Goods, Lists>>();

function listsOf(pack: LawPack, goods: Goods): Lists {
  const forPack = kept.get(pack) ?? new WeakMap<Goods, Lists>();
  kept.set(pack, forPack);
  const known = forPack.get(goods);
  if (known) return known;
  const lists = {
    include: goods.include === 'all' ? undefined : listOf(pack, goods.include),
    exclude: goods.exclude === undefined ? undefined : listOf(pack, goods.exclude),
  };
  forPack.set(goods, lists);
  return lists;
}

function listOf({ categories }: LawPack, items: readonly ({ category: string } | { hs: string })[]): GoodsList {
  const named = new Set(items.flatMap((item) => ('category' in item ? item.category : [])));
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  const isBelow = (id: string): boolean => {
    for (let up: string | null | undefined = id; up; up = parents.get(up)) if (named.has(up)) return true;
    return false;
  };
  return {
    categories: new Set([...named, ...categories.map(({ id }) => id).filter(isBelow)]),
    hs: items.flatMap((item) => ('hs' in item ? item.hs : [])),
  };
}

/** The group of the goods in a duty table; undefined for a category that the pack does not have. */
export const dutyGroupOf = (pack: LawPack, category: string, table: string): string | undefined =>
  pack.categories.find(({ id }) => id === category)?.dutyGroups[table];
