import type { Good } from './good.ts';
import { dutyGroupOf } from './goods.ts';
import type { DutyTable, LawPack } from './pack.ts';

export type ByGroup = Extract<DutyTable, { kind: 'by-group' }>;

type Permilles = (table: ByGroup, line: Good) => number;

/** Kept per pack: what each table takes, by the sort of goods. */
const kept = new WeakMap<LawPack, Permilles>();

export function permillesOf(pack: LawPack): Permilles {
  const known = kept.get(pack) ?? byTableAndSort(pack);
  kept.set(pack, known);
  return known;
}

/** Goods of a category that the table does not know pay what is said for all others, else its highest rate. */
function byTableAndSort(pack: LawPack): Permilles {
  const found = new Map<ByGroup, (number | undefined)[]>();
  const among = (table: ByGroup): (number | undefined)[] => {
    const known = found.get(table) ?? [];
    found.set(table, known);
    return known;
  };
  return (table, { category, sort }) => {
    const bySort = among(table);
    const known = bySort[sort];
    if (known !== undefined) return known;
    while (bySort.length < sort) bySort.push(undefined);
    const group = dutyGroupOf(pack, category, table.id) ?? table.otherwise;
    const permille = (group === undefined ? undefined : table.groups[group]) ?? highestOf(table);
    bySort[sort] = permille;
    return permille;
  };
}

export const highestOf = ({ groups }: ByGroup): number => Math.max(...Object.values(groups));

const tables = new WeakMap<LawPack, ReadonlyMap<string, DutyTable>>();

/** Kept per pack: its duty tables by their ids. */
export function tablesOf(pack: LawPack): ReadonlyMap<string, DutyTable> {
  const known = tables.get(pack) ?? new Map(pack.dutyTables.map((table) => [table.id, table]));
  tables.set(pack, known);
  return known;
}
