import type { Good } from './good.ts';
import { dutyGroupOf } from './goods.ts';
import { kept } from './kept.ts';
import type { DutyTable, LawPack } from './pack.ts';

export type ByGroup = Extract<DutyTable, { kind: 'by-group' }>;

type Permilles = (table: ByGroup, line: Good) => number;

/** What each table of a pack takes, by the sort of goods. */
export const permillesOf = kept(byTableAndSort);

/** Goods of a category that the table does not know pay what is said for all others, else its highest rate. */
function byTableAndSort(pack: LawPack): Permilles {
  const found = kept((_: ByGroup): (number | undefined)[] => []);
  return (table, { category, sort }) => {
    const bySort = found(table);
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

/** The duty tables of a pack by their ids. */
export const tablesOf = kept(
  ({ dutyTables }: LawPack): ReadonlyMap<string, DutyTable> => new Map(dutyTables.map((table) => [table.id, table])),
);
