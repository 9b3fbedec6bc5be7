import { dutyTable } from './duty-schema.ts';
import type { DutyTable, Goods, LawPack, PackFault, Rule } from './pack.ts';
import { ruleSchema } from './rule-schema.ts';

type Check = (pack: LawPack) => readonly PackFault[];

const at = (pointer: string, fault: string): PackFault => ({ pointer, fault });
const oneOf = (ids: Iterable<string>): string => `write one of ${[...ids].join(', ')}`;

const idsAreUnique: Check = (pack) =>
  (['categories', 'lists', 'documents', 'indices', 'dutyTables', 'deemedValues', 'settings', 'sources'] as const).flatMap(
    (list) => {
      const seen = new Set<string>();
      return pack[list].flatMap(({ id }, index) =>
        seen.size === seen.add(id).size ? at(`/${list}/${index}/id`, `${id} is there already: write another id`) : [],
      );
    },
  );

const gatesStandOnSides: Check = ({ gates, sides }) => {
  const codes = sides.map(({ code }) => code);
  return gates.flatMap((gate, index) => (codes.includes(gate.side) ? [] : at(`/gates/${index}/side`, oneOf(codes))));
};

const zonesAscend: Check = ({ sides, rules }) => [
  ...sides.flatMap(({ zone }, side) => offsetFaults(zone, `/sides/${side}/zone`)),
  ...rules.flatMap(({ period }, rule) =>
    'zone' in period && period.zone ? offsetFaults(period.zone, `/rules/${rule}/period/zone`) : [],
  ),
];

const offsetFaults = ({ offsets }: LawPack['sides'][number]['zone'], pointer: string): PackFault[] =>
  offsets.flatMap(({ from }, index) => {
    const before = offsets[index - 1];
    return before && before.from >= from ? at(`${pointer}/offsets/${index}/from`, `write an instant after ${before.from}`) : [];
  });

const indicesAscend: Check = ({ indices }) =>
  indices.flatMap(({ values }, index) =>
    values.flatMap(({ from }, nth) => {
      const before = values[nth - 1];
      return before && before.from >= from ? at(`/indices/${index}/values/${nth}/from`, `write a day after ${before.from}`) : [];
    }),
  );

const categoriesFormATree: Check = ({ categories, dutyTables }) => {
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

const rulesPointAtWhatExists: Check = (pack) => {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const sides = new Set(pack.sides.map(({ code }) => code));
  const rules = idsOf(pack.rules);
  const tables = idsOf(pack.dutyTables);
  const named = (pointer: string, id: string | undefined, known: Set<string>): PackFault[] =>
    id === undefined || known.has(id)
      ? []
      : [at(pointer, known.size === 0 ? `there is no ${id}: add it to the pack` : oneOf(known))];
  return pack.rules.flatMap((rule, index) => {
    const here = `/rules/${index}`;
    const { over, measure } = rule;
    const faults = [
      ...goodsFaults(pack, rule.goods, `${here}/goods`),
      ...named(`${here}/side`, rule.side, sides),
      ...named(`${here}/within`, rule.within, tables),
      ...named(`${here}/over/duty`, 'duty' in over ? over.duty : undefined, tables),
      ...named(`${here}/over/upTo`, over.kind === 'tax-excess' ? over.upTo : undefined, rules),
      ...named(`${here}/over/document`, over.kind === 'needs-document' ? over.document : undefined, idsOf(pack.documents)),
    ];
    if (over.kind === 'no-allowance')
      faults.push(...over.rules.flatMap((id, nth) => named(`${here}/over/rules/${nth}`, id, rules)));
    if (over.kind === 'tax-item-whole')
      faults.push(...(over.insteadOf ?? []).flatMap((id, nth) => named(`${here}/over/insteadOf/${nth}`, id, rules)));
    if (measure.kind === 'duty-forgone') faults.push(...named(`${here}/measure/duty`, measure.duty, tables));
    if (measure.kind === 'value') faults.push(...named(`${here}/measure/deemed`, measure.deemed, idsOf(pack.deemedValues)));
    if ((measure.kind === 'value' || measure.kind === 'duty-forgone') && typeof measure.limitMinor !== 'number')
      faults.push(...named(`${here}/measure/limitMinor/index`, measure.limitMinor.index, idsOf(pack.indices)));
    if (measure.kind === 'mix')
      for (const [nth, part] of measure.parts.entries())
        faults.push(...goodsFaults(pack, part.goods, `${here}/measure/parts/${nth}/goods`));
    for (const [nth, condition] of (rule.conditions ?? []).entries())
      if (condition.kind === 'guarantee') faults.push(...named(`${here}/conditions/${nth}/duty`, condition.duty, tables));
    return faults;
  });
};

const listsAndTablesPointAtWhatExists: Check = (pack) => [
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

function tableFaults({ dutyTables, deemedValues }: LawPack, table: DutyTable, here: string): PackFault[] {
  const faults: PackFault[] = [];
  if (table.deemed !== undefined && !deemedValues.some(({ id }) => id === table.deemed))
    faults.push(at(`${here}/deemed`, `there is no ${table.deemed} in /deemedValues: add it there, or remove this`));
  if (table.kind === 'by-group' && table.otherwise !== undefined && !Object.hasOwn(table.groups, table.otherwise))
    faults.push(at(`${here}/otherwise`, oneOf(Object.keys(table.groups))));
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

function goodsFaults(pack: LawPack, goods: Goods, pointer: string): PackFault[] {
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

/** A step that all parts of a mix share must stay countable. */
const MOST_STEPS = 1e9;

const rulesFitTheEngine: Check = ({ rules, dutyTables, sides }) => {
  const tables = new Map(dutyTables.map((table) => [table.id, table]));
  return rules.flatMap((rule, index) => {
    const here = `/rules/${index}`;
    const { measure, over, period } = rule;
    const faults: PackFault[] = [];
    const counts = measure.kind === 'exits' || measure.kind === 'days' || measure.kind === 'stay-days';
    if (measure.kind === 'mix' && measure.operator === 'one-of' && !['visit', 'sale'].includes(period.kind))
      faults.push(at(`${here}/period/kind`, 'which kind was chosen is known within a visit only: write "visit" or "sale"'));
    if (measure.kind === 'mix' && stepsOf(measure.parts) > MOST_STEPS)
      faults.push(at(`${here}/measure/parts`, 'the limits have no common step that can be counted: write rounder figures'));
    if (counts && !['no-allowance', 'forbid', 'report'].includes(over.kind))
      faults.push(at(`${here}/over/kind`, 'write "no-allowance", "forbid" or "report" for a rule that counts exits or days'));
    if (counts && (period.kind === 'sale' || period.kind === 'item'))
      faults.push(at(`${here}/period/kind`, 'exits and days are counted by a period of days: write "month" or another'));
    if (period.kind === 'item' && !['tax-item-whole', 'forbid', 'cargo', 'needs-document', 'no-allowance'].includes(over.kind))
      faults.push(
        at(`${here}/over/kind`, 'write "tax-item-whole", "forbid", "cargo", "needs-document" or "no-allowance" for one item'),
      );
    if (measure.kind === 'value' && (measure.basis === 'deemed') !== (measure.deemed !== undefined))
      faults.push(at(`${here}/measure/deemed`, 'name the list of deemed values if the basis is "deemed", and only then'));
    const dutyCurrency = sides.find(({ code }) => code === rule.side)?.dutyCurrency;
    for (const [field, id] of [
      ['over/duty', 'duty' in over ? over.duty : undefined],
      ['within', rule.within],
    ] as const) {
      const table = id === undefined ? undefined : tables.get(id);
      if (table && dutyCurrency && table.currency !== dutyCurrency)
        faults.push(at(`${here}/${field}`, `the side collects duty in ${dutyCurrency}: name a table in ${dutyCurrency}`));
    }
    const table = 'duty' in over ? tables.get(over.duty) : undefined;
    if (table?.kind === 'larger-of' && over.kind !== 'tax-item-whole' && measure.kind !== 'value' && measure.kind !== 'weight')
      faults.push(at(`${here}/over/duty`, 'a table of kind larger-of taxes value or weight: name another'));
    const first = rules.find(
      (other) => other.side === rule.side && other.over.kind === 'tax-item-whole' && other.period.kind !== 'item',
    );
    if (over.kind === 'tax-item-whole' && period.kind !== 'item' && first?.over.kind === 'tax-item-whole') {
      const order = first.over.order ?? 'least-duty';
      if ((over.order ?? 'least-duty') !== order)
        faults.push(at(`${here}/over/order`, `items of one side are chosen together: write "${order}" as in ${first.id}`));
    }
    return faults;
  });
};

/** The least number of equal steps in which every part of a mix is whole. */
function stepsOf(parts: Extract<Rule['measure'], { kind: 'mix' }>['parts']): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return parts.reduce((steps, { limit }) => (steps > MOST_STEPS ? steps : (steps / divisor(steps, limit)) * limit), 1);
}

const versionsFollowEachOther: Check = ({ rules }) =>
  rules.flatMap((rule, index) => {
    const faults: PackFault[] = [];
    if (rule.to !== null && rule.to < rule.from)
      faults.push(at(`/rules/${index}/to`, `write a day from ${rule.from} on, or null`));
    const clash = rules
      .slice(0, index)
      .find((other) => other.id === rule.id && (other.to ?? '9999') >= rule.from && (rule.to ?? '9999') >= other.from);
    if (clash)
      faults.push(
        at(
          `/rules/${index}/from`,
          `another version of ${rule.id} is in force then (from ${clash.from}): write days that do not overlap`,
        ),
      );
    return faults;
  });

const settingsAreOptions: Check = ({ settings, rules, dutyTables }) =>
  settings.flatMap((setting, index) => {
    const here = `/settings/${index}`;
    const options = setting.options.map((option) => JSON.stringify(option));
    const faults: PackFault[] = [];
    if (!setting.options.includes(setting.default)) faults.push(at(`${here}/default`, oneOf(options)));
    for (const [nth, change] of (setting.changes ?? []).entries()) {
      const place = `${here}/changes/${nth}`;
      if (!setting.options.includes(change.when)) faults.push(at(`${place}/when`, oneOf(options)));
      const isRule = 'rule' in change;
      const all: readonly { readonly id: string }[] = isRule ? rules : dutyTables;
      const targets = all.filter(({ id }) => id === (isRule ? change.rule : change.dutyTable));
      if (targets.length === 0)
        faults.push(at(`${place}/${isRule ? 'rule' : 'dutyTable'}`, oneOf(new Set(all.map(({ id }) => id)))));
      if (['id', 'side', 'from', 'to'].some((field) => Object.hasOwn(change.set, field)))
        faults.push(at(`${place}/set`, 'id, side, from and to do not change by a setting: remove them'));
      const schema: { safeParse(value: unknown): { success: boolean } } = isRule ? ruleSchema : dutyTable;
      if (targets.some((target) => !schema.safeParse({ ...target, ...change.set }).success))
        faults.push(
          at(`${place}/set`, `the ${isRule ? 'rule' : 'table'} would not be valid with this: write whole fields of it`),
        );
    }
    return faults;
  });

const sourcesAreListed: Check = (pack) => {
  const known = new Set(pack.sources.map(({ id }) => id));
  const check = (ids: readonly string[], pointer: string) =>
    ids.flatMap((id, index) =>
      known.has(id) ? [] : at(`${pointer}/${index}`, `${id} is not in /sources: add it there, or name another`),
    );
  return [
    ...check(pack.entry.sources, '/entry/sources'),
    ...check(pack.exit.sources, '/exit/sources'),
    ...pack.rules.flatMap((rule, index) => check(rule.sources, `/rules/${index}/sources`)),
    ...(['dutyTables', 'deemedValues', 'lists', 'documents', 'indices'] as const).flatMap((list) =>
      pack[list].flatMap((each, index) => check(each.sources, `/${list}/${index}/sources`)),
    ),
    ...pack.sides.flatMap((side, index) =>
      side.documents.flatMap((document, nth) => check(document.sources, `/sides/${index}/documents/${nth}/sources`)),
    ),
    ...pack.settings.flatMap(({ source }, index) =>
      source === null || known.has(source)
        ? []
        : at(`/settings/${index}/source`, `${source} is not in /sources: add it there, or write null`),
    ),
  ];
};

const CHECKS = [
  idsAreUnique,
  gatesStandOnSides,
  zonesAscend,
  indicesAscend,
  categoriesFormATree,
  rulesPointAtWhatExists,
  listsAndTablesPointAtWhatExists,
  rulesFitTheEngine,
  versionsFollowEachOther,
  sourcesAreListed,
] as const satisfies readonly Check[];

/** What a pack of the right shape still says wrongly. */
export const faultsOf: Check = (pack) => [...faultsOnceAnswered(pack), ...settingsAreOptions(pack)];

/** The same of a pack whose settings are answered: they are not read again for every answer. */
export const faultsOnceAnswered: Check = (pack) => CHECKS.flatMap((check) => check(pack));
