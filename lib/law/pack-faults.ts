import { at, oneOf, type PackFault } from './fault.ts';
import { categoriesFormATree, listsAndTablesPointAtWhatExists } from './goods-faults.ts';
import type { Check, LawPack } from './pack.ts';
import { rulesPointAtWhatExists, versionsFollowEachOther } from './rule-faults.ts';
import { rulesFitTheEngine } from './rule-fit.ts';
import { settingsAreOptions } from './setting-faults.ts';

const idsAreUnique: Check = (pack) =>
  (['categories', 'lists', 'documents', 'indices', 'dutyTables', 'deemedValues', 'settings', 'sources'] as const).flatMap(
    (list) => {
      const seen = new Set<string>();
      return pack[list].flatMap(({ id }, index) =>
        seen.size === seen.add(id).size ? at(`/${list}/${index}/id`, 'id-taken', { id }) : [],
      );
    },
  );

const gatesStandOnSides: Check = ({ gates, sides }) => {
  const codes = sides.map(({ code }) => code);
  return gates.flatMap((gate, index) => (codes.includes(gate.side) ? [] : oneOf(`/gates/${index}/side`, codes)));
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
    return before && before.from >= from ? at(`${pointer}/offsets/${index}/from`, 'instant-after', { before: before.from }) : [];
  });

const indicesAscend: Check = ({ indices }) =>
  indices.flatMap(({ values }, index) =>
    values.flatMap(({ from }, nth) => {
      const before = values[nth - 1];
      return before && before.from >= from
        ? at(`/indices/${index}/values/${nth}/from`, 'day-after', { before: before.from })
        : [];
    }),
  );

const sourcesAreListed: Check = (pack) => {
  const known = new Set(pack.sources.map(({ id }) => id));
  const check = (ids: readonly string[], pointer: string) =>
    ids.flatMap((id, index) => (known.has(id) ? [] : at(`${pointer}/${index}`, 'no-source', { id })));
  return [
    ...pack.cash.flatMap((each, index) => check(each.sources, `/cash/${index}/sources`)),
    ...check(pack.entry.sources, '/entry/sources'),
    ...check(pack.exit.sources, '/exit/sources'),
    ...Object.entries(pack.retention ?? {}).flatMap(([group, { sources }]) => check(sources, `/retention/${group}/sources`)),
    ...pack.rules.flatMap((rule, index) => check(rule.sources, `/rules/${index}/sources`)),
    ...(['dutyTables', 'deemedValues', 'lists', 'documents', 'indices'] as const).flatMap((list) =>
      pack[list].flatMap((each, index) => check(each.sources, `/${list}/${index}/sources`)),
    ),
    ...pack.sides.flatMap((side, index) =>
      side.documents.flatMap((document, nth) => check(document.sources, `/sides/${index}/documents/${nth}/sources`)),
    ),
    ...pack.settings.flatMap(({ source }, index) =>
      source === null || known.has(source) ? [] : at(`/settings/${index}/source`, 'no-source-of-question', { id: source }),
    ),
  ];
};

/** Who can no longer be found by a document could not be erased on their request. */
const lookupsAreKeptLongest: Check = ({ retention }) => {
  if (retention === undefined) return [];
  const { documentLookups, ...others } = retention;
  return Object.values(others).some(({ days }) => days > documentLookups.days)
    ? [at('/retention/documentLookups/days', 'lookups-kept-longest')]
    : [];
};

const adultsAreNoMinors: Check = ({ entry: { minorUnder, adultFrom = minorUnder } }) =>
  adultFrom < minorUnder ? [at('/entry/adultFrom', 'adult-is-a-child', { minorUnder })] : [];

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
  lookupsAreKeptLongest,
  adultsAreNoMinors,
] as const satisfies readonly Check[];

/** What a pack of the right shape still says wrongly. */
export const faultsOf: Check = (pack) => [...faultsOnceAnswered(pack), ...settingsAreOptions(pack)];

/** The same of a pack whose settings are answered: they are not read again for every answer. */
export const faultsOnceAnswered: Check = (pack) => CHECKS.flatMap((check) => check(pack));
