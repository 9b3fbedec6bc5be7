import { at, oneOf, type PackFault } from './fault.ts';
import type { Check, DutyTable, Goods, LawPack } from './pack.ts';

/** Every category stands in the tree and finds its group in each table by group. */
export const categoriesFormATree: Check = ({ categories, dutyTables }) => {
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  return categories.flatMap(({ id, parent, dutyGroups }, index) => {
    const faults: PackFault[] = [];
    if (parent !== null && !parents.has(parent)) faults.push(at(`/categories/${index}/parent`, 'no-parent', { id: parent }));
    const passed = new Set<string>();
    for (let up: string | null | undefined = id; up; up = parents.get(up)) {
      if (passed.size === passed.add(up).size) {
        faults.push(at(`/categories/${index}/parent`, 'parents-in-a-circle'));
        break;
      }
    }
    for (const table of Object.keys(dutyGroups))
      if (!dutyTables.some((each) => each.id === table && each.kind === 'by-group'))
        faults.push(at(`/categories/${index}/dutyGroups/${table}`, 'no-table-by-group'));
    for (const table of dutyTables) {
      if (table.kind !== 'by-group') continue;
      const group = dutyGroups[table.id];
      const isKnown = group !== undefined && Object.hasOwn(table.groups, group);
      const isLeft = group === undefined && (table.otherwise !== undefined || hasGroupAbove(categories, id, table.id));
      if (!isKnown && !isLeft) faults.push(oneOf(`/categories/${index}/dutyGroups/${table.id}`, Object.keys(table.groups)));
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
    pack.gates.slice(0, index).some((other) => other.code === code) ? at(`/gates/${index}/code`, 'code-taken', { code }) : [],
  ),
  ...pack.sides.flatMap(({ code }, index) =>
    pack.sides.slice(0, index).some((other) => other.code === code) ? at(`/sides/${index}/code`, 'code-taken', { code }) : [],
  ),
];

function tableFaults(pack: LawPack, table: DutyTable, here: string): PackFault[] {
  const { dutyTables, deemedValues } = pack;
  const faults: PackFault[] = [];
  if (table.deemed !== undefined && !deemedValues.some(({ id }) => id === table.deemed))
    faults.push(at(`${here}/deemed`, 'no-deemed-values', { id: table.deemed }));
  if (table.kind === 'by-group' && table.otherwise !== undefined && !Object.hasOwn(table.groups, table.otherwise))
    faults.push(oneOf(`${here}/otherwise`, Object.keys(table.groups)));
  if (table.kind === 'by-group')
    for (const [nth, { goods, group }] of (table.exceptions ?? []).entries()) {
      faults.push(...goodsFaults(pack, goods, `${here}/exceptions/${nth}/goods`));
      if (!Object.hasOwn(table.groups, group)) faults.push(oneOf(`${here}/exceptions/${nth}/group`, Object.keys(table.groups)));
    }
  if (table.kind !== 'sum') return faults;
  for (const [nth, id] of table.tables.entries()) {
    const each = dutyTables.find((other) => other.id === id);
    if (each === undefined || each.kind === 'sum') faults.push(at(`${here}/tables/${nth}`, 'table-is-a-sum'));
    else if (each.currency !== table.currency)
      faults.push(at(`${here}/tables/${nth}`, 'table-in-currency', { currency: table.currency }));
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
      return at(`${pointer}/${index}/category`, 'no-category', { id: item.category });
    if ('list' in item && !lists.some(({ id }) => id === item.list))
      return at(`${pointer}/${index}/list`, 'no-list', { id: item.list });
    return [];
  });
}
