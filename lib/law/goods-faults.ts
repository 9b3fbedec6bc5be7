import { at, type Check, oneOf } from './fault.ts';
import type { DutyTable, Goods, LawPack, PackFault } from './pack.ts';

/** Every category stands in the tree and finds its group in each table by group. */
export const categoriesFormATree: Check = ({ categories, dutyTables }) => {
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  return categories.flatMap(({ id, parent, dutyGroups }, index) => {
    const faults: PackFault[] = [];
    if (parent !== null && !parents.has(parent))
      faults.push(at(`/categories/${index}/parent`, `no category ${parent}: write the id of one, or null`));
    const passed = new Set<string>();
    for (let up: string | null | undefined = id; up; up = parents.get(up)) {
      if (passed.size === passed.add(up).size) {
        faults.push(
          at(`/categories/${index}/parent`, 'this leads back to the category itself: write a parent above it, or null'),
        );
        break;
      }
    }
    for (const table of Object.keys(dutyGroups))
      if (!dutyTables.some((each) => each.id === table && each.kind === 'by-group'))
        faults.push(at(`/categories/${index}/dutyGroups/${table}`, 'no duty table of kind "by-group" has this id: remove it'));
    for (const table of dutyTables) {
      if (table.kind !== 'by-group') continue;
      const group = dutyGroups[table.id];
      const isKnown = group !== undefined && Object.hasOwn(table.groups, group);
      const isLeft = group === undefined && (table.otherwise !== undefined || hasGroupAbove(categories, id, table.id));
      if (!isKnown && !isLeft) faults.push(at(`/categories/${index}/dutyGroups/${table.id}`, oneOf(Object.keys(table.groups))));
    }
    return faults;
  });
};

function hasGroupAbove(categories: LawPack['categories'], id: string, table: string): boolean {
  let up = categories.find((each) => each.id === id);
  for (let steps = 0; up && steps <= categories.length; steps++) {
    if (up.dutyGroups[table] !== undefined) return true;
    const { parent }: { readonly parent: string | null } = up;
    up = categories.find((each) => each.id === parent);
  }
  return false;
}

/** Lists, deemed values and duty tables name goods and tables that are there. */
export const listsAndTablesPointAtWhatExists: Check = (pack) => [
  ...pack.lists.flatMap(({ items }, index) => itemFaults(pack, items, `/lists/${index}/items`)),
  ...pack.deemedValues.flatMap(({ items }, index) =>
    items.flatMap(({ goods }, nth) => goodsFaults(pack, goods, `/deemedValues/${index}/items/${nth}/goods`)),
  ),
  ...pack.dutyTables.flatMap((table, index) => tableFaults(pack, table, `/dutyTables/${index}`)),
  ...pack.gates.flatMap(({ code }, index) =>
    pack.gates.slice(0, index).some((other) => other.code === code)
      ? at(`/gates/${index}/code`, `${code} is there already: write another code`)
      : [],
  ),
  ...pack.sides.flatMap(({ code }, index) =>
    pack.sides.slice(0, index).some((other) => other.code === code)
      ? at(`/sides/${index}/code`, `${code} is there already: write another code`)
      : [],
  ),
];

function tableFaults(pack: LawPack, table: DutyTable, here: string): PackFault[] {
  const { dutyTables, deemedValues } = pack;
  const faults: PackFault[] = [];
  if (table.deemed !== undefined && !deemedValues.some(({ id }) => id === table.deemed))
    faults.push(at(`${here}/deemed`, `there is no ${table.deemed} in /deemedValues: add it there, or remove this`));
  if (table.kind === 'by-group' && table.otherwise !== undefined && !Object.hasOwn(table.groups, table.otherwise))
    faults.push(at(`${here}/otherwise`, oneOf(Object.keys(table.groups))));
  if (table.kind === 'by-group')
    for (const [nth, { goods, group }] of (table.exceptions ?? []).entries()) {
      faults.push(...goodsFaults(pack, goods, `${here}/exceptions/${nth}/goods`));
      if (!Object.hasOwn(table.groups, group))
        faults.push(at(`${here}/exceptions/${nth}/group`, oneOf(Object.keys(table.groups))));
    }
  if (table.kind !== 'sum') return faults;
  for (const [nth, id] of table.tables.entries()) {
    const each = dutyTables.find((other) => other.id === id);
    if (each === undefined || each.kind === 'sum')
      faults.push(at(`${here}/tables/${nth}`, 'write the id of a duty table that is not itself a sum'));
    else if (each.currency !== table.currency)
      faults.push(at(`${here}/tables/${nth}`, `write the id of a table in ${table.currency}`));
  }
  return faults;
}

/** What goods name and the pack does not have. */
export function goodsFaults(pack: LawPack, goods: Goods, pointer: string): PackFault[] {
  return (['include', 'exclude'] as const).flatMap((list) => {
    const items = goods[list];
    return !items || items === 'all' ? [] : itemFaults(pack, items, `${pointer}/${list}`);
  });
}

function itemFaults({ categories, lists }: LawPack, items: Exclude<Goods['include'], 'all'>, pointer: string): PackFault[] {
  return items.flatMap((item, index) => {
    if ('category' in item && !categories.some(({ id }) => id === item.category))
      return at(`${pointer}/${index}/category`, `no category ${item.category}: write the id of one`);
    if ('list' in item && !lists.some(({ id }) => id === item.list))
      return at(`${pointer}/${index}/list`, `no list ${item.list}: add it to /lists, or write the id of one`);
    return [];
  });
}
