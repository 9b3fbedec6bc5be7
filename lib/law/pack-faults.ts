import type { Goods, LawPack, PackFault, Rule } from './pack.ts';
import { ruleSchema } from './pack-schema.ts';

type Check = (pack: LawPack) => readonly PackFault[];

const at = (pointer: string, fault: string): PackFault => ({ pointer, fault });
const oneOf = (ids: Iterable<string>): string => `write one of ${[...ids].join(', ')}`;

const idsAreUnique: Check = (pack) =>
  (['categories', 'dutyTables', 'settings', 'sources'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return pack[list].flatMap(({ id }, index) =>
      seen.size === seen.add(id).size ? at(`/${list}/${index}/id`, `${id} is there already: write another id`) : [],
    );
  });

const gatesStandOnSides: Check = ({ gates, sides }) => {
  const codes = sides.map(({ code }) => code);
  return gates.flatMap((gate, index) => (codes.includes(gate.side) ? [] : at(`/gates/${index}/side`, oneOf(codes))));
};

const zonesAscend: Check = ({ sides }) =>
  sides.flatMap(({ zone }, side) =>
    zone.offsets.flatMap(({ from }, index) => {
      const before = zone.offsets[index - 1];
      return before && before.from >= from
        ? at(`/sides/${side}/zone/offsets/${index}/from`, `write an instant after ${before.from}`)
        : [];
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
    for (const table of dutyTables) {
      if (table.kind !== 'by-group') continue;
      const group = dutyGroups[table.id];
      if (!group || !Object.hasOwn(table.groups, group)) {
        faults.push(at(`/categories/${index}/dutyGroups/${table.id}`, oneOf(Object.keys(table.groups))));
      }
    }
    return faults;
  });
};

const rulesPointAtWhatExists: Check = (pack) => {
  const sides = new Set(pack.sides.map(({ code }) => code));
  const rules = new Set(pack.rules.map(({ id }) => id));
  const tables = new Set(pack.dutyTables.map(({ id }) => id));
  return pack.rules.flatMap((rule, index) => {
    const here = `/rules/${index}`;
    const faults = [...goodsFaults(pack, rule.goods, `${here}/goods`)];
    if (!sides.has(rule.side)) faults.push(at(`${here}/side`, oneOf(sides)));
    if ('duty' in rule.over && !tables.has(rule.over.duty)) faults.push(at(`${here}/over/duty`, oneOf(tables)));
    if (rule.over.kind === 'tax-excess' && rule.over.upTo && !rules.has(rule.over.upTo))
      faults.push(at(`${here}/over/upTo`, oneOf(rules)));
    if (rule.over.kind === 'no-allowance') {
      for (const [nth, id] of rule.over.rules.entries())
        if (!rules.has(id)) faults.push(at(`${here}/over/rules/${nth}`, oneOf(rules)));
    }
    if (rule.measure.kind === 'mix') {
      for (const [nth, part] of rule.measure.parts.entries())
        faults.push(...goodsFaults(pack, part.goods, `${here}/measure/parts/${nth}/goods`));
    }
    return faults;
  });
};

function goodsFaults({ categories }: LawPack, goods: Goods, pointer: string): PackFault[] {
  const known = new Set(categories.map(({ id }) => id));
  return (['include', 'exclude'] as const).flatMap((list) => {
    const items = goods[list];
    if (!items || items === 'all') return [];
    return items.flatMap((item, index) =>
      'category' in item && !known.has(item.category)
        ? at(`${pointer}/${list}/${index}/category`, `no category ${item.category}: write the id of one`)
        : [],
    );
  });
}

const rulesFitTheEngine: Check = ({ rules, dutyTables, sides }) => {
  const tables = new Map(dutyTables.map((table) => [table.id, table]));
  return rules.flatMap((rule, index) => {
    const here = `/rules/${index}`;
    const { measure, over, period } = rule;
    const faults: PackFault[] = [];
    const table = 'duty' in over ? tables.get(over.duty) : undefined;
    if (measure.kind === 'mix' && measure.operator === 'one-of' && period.kind !== 'visit' && period.kind !== 'sale') {
      faults.push(at(`${here}/period/kind`, 'which kind was chosen is known within a visit only: write "visit" or "sale"'));
    }
    if ((measure.kind === 'exits') !== (over.kind === 'no-allowance')) {
      faults.push(at(`${here}/over/kind`, 'write "no-allowance" for the measure "exits", and for no other'));
    }
    if (measure.kind === 'mix' && measure.operator === 'one-of' && over.kind !== 'tax-item-whole') {
      faults.push(at(`${here}/over/kind`, 'write "tax-item-whole" for "one-of"'));
    }
    const dutyCurrency = sides.find(({ code }) => code === rule.side)?.dutyCurrency;
    if (table && dutyCurrency && table.currency !== dutyCurrency) {
      faults.push(at(`${here}/over/duty`, `the side collects duty in ${dutyCurrency}: name a table in ${dutyCurrency}`));
    }
    const sharing =
      over.kind === 'tax-item-whole'
        ? rules.find((other) => other.side === rule.side && other.over.kind === over.kind)
        : undefined;
    if (sharing && 'duty' in sharing.over && 'duty' in over && sharing.over.duty !== over.duty) {
      faults.push(
        at(`${here}/over/duty`, `an item is taxed once, so the rules of one side share a table: write ${sharing.over.duty}`),
      );
    }
    if (table && !ratesFit(rule, table.kind))
      faults.push(at(`${here}/over/duty`, `a table of kind ${table.kind} cannot tax this measure: name another`));
    return faults;
  });
};

/** By-group and flat rates tax items by their value; the others tax an amount of the measure itself. */
function ratesFit({ measure, over }: Rule, table: LawPack['dutyTables'][number]['kind']): boolean {
  if (over.kind === 'tax-item-whole') return table === 'by-group' || table === 'flat';
  if (measure.kind === 'value') return table === 'flat' || table === 'larger-of';
  if (measure.kind === 'weight') return table === 'per-kg' || table === 'larger-of';
  return measure.kind === 'volume' && table === 'per-litre';
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

const settingsAreOptions: Check = ({ settings, rules }) =>
  settings.flatMap((setting, index) => {
    const here = `/settings/${index}`;
    const options = setting.options.map((option) => JSON.stringify(option));
    const faults: PackFault[] = [];
    if (!setting.options.includes(setting.default)) faults.push(at(`${here}/default`, oneOf(options)));
    for (const [nth, change] of (setting.changes ?? []).entries()) {
      if (!setting.options.includes(change.when)) faults.push(at(`${here}/changes/${nth}/when`, oneOf(options)));
      const targets = rules.filter(({ id }) => id === change.rule);
      if (targets.length === 0) faults.push(at(`${here}/changes/${nth}/rule`, oneOf(new Set(rules.map(({ id }) => id)))));
      const broken = targets.some((rule) => !ruleSchema.safeParse({ ...rule, ...change.set }).success);
      if (broken)
        faults.push(at(`${here}/changes/${nth}/set`, 'the rule would not be valid with this: write whole fields of a rule'));
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
    ...Object.entries(pack.retention).flatMap(([group, { sources }]) => check(sources, `/retention/${group}/sources`)),
    ...pack.rules.flatMap((rule, index) => check(rule.sources, `/rules/${index}/sources`)),
    ...pack.dutyTables.flatMap((table, index) => check(table.sources, `/dutyTables/${index}/sources`)),
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

/** Who can no longer be found by a document could not be erased on their request. */
const lookupsAreKeptLongest: Check = ({ retention: { documentLookups, ...others } }) =>
  Object.values(others).some(({ days }) => days > documentLookups.days)
    ? [at('/retention/documentLookups/days', 'write at least the days of every other group: what is kept must be found again')]
    : [];

const adultsAreNoMinors: Check = ({ entry: { minorUnder, adultFrom } }) =>
  adultFrom < minorUnder ? [at('/entry/adultFrom', `write ${minorUnder} or more: a child is no adult`)] : [];

const CHECKS = [
  idsAreUnique,
  gatesStandOnSides,
  zonesAscend,
  categoriesFormATree,
  rulesPointAtWhatExists,
  rulesFitTheEngine,
  versionsFollowEachOther,
  settingsAreOptions,
  sourcesAreListed,
  lookupsAreKeptLongest,
  adultsAreNoMinors,
] as const satisfies readonly Check[];

/** What a pack of the right shape still says wrongly. */
export const faultsOf: Check = (pack) => CHECKS.flatMap((check) => check(pack));
