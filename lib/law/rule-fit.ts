import { at, type Check } from './fault.ts';
import type { DutyTable, LawPack, PackFault, Rule } from './pack.ts';

type Placed = {
  readonly rule: Rule;
  readonly here: string;
  readonly pack: LawPack;
  readonly table: (id: string | undefined) => DutyTable | undefined;
};
type RuleCheck = (placed: Placed) => readonly PackFault[];

/** What a rule asks for is something that decide can do. */
export const rulesFitTheEngine: Check = (pack) => {
  const tables = new Map(pack.dutyTables.map((table) => [table.id, table]));
  const table = (id: string | undefined) => (id === undefined ? undefined : tables.get(id));
  return pack.rules.flatMap((rule, index) =>
    RULE_CHECKS.flatMap((check) => check({ rule, here: `/rules/${index}`, pack, table })),
  );
};

const COUNTING: readonly Rule['measure']['kind'][] = ['exits', 'days', 'stay-days'];

const crossingsAreCountedByDays: RuleCheck = ({ rule: { measure, over, period, lawOf }, here }) => {
  if (!COUNTING.includes(measure.kind)) return [];
  const faults: PackFault[] = [];
  if (!['no-allowance', 'forbid', 'report'].includes(over.kind))
    faults.push(at(`${here}/over/kind`, 'write "no-allowance", "forbid" or "report" for a rule that counts exits or days'));
  if (['sale', 'item', 'model'].includes(period.kind))
    faults.push(at(`${here}/period/kind`, 'exits and days are counted by a period of days: write "month" or another'));
  if (lawOf === 'sale') faults.push(at(`${here}/lawOf`, 'exits and days are counted at the crossing: write "exit" or "entry"'));
  return faults;
};

/** A step that all parts of a mix share must stay countable. */
const MOST_STEPS = 1e9;

const mixesCanBeCounted: RuleCheck = ({ rule: { measure, period, over }, here }) => {
  if (measure.kind !== 'mix') return [];
  const faults: PackFault[] = [];
  const isOneVisit = period.kind === 'visit' || period.kind === 'sale';
  if (measure.operator === 'one-of' && !isOneVisit)
    faults.push(at(`${here}/period/kind`, 'which kind was chosen is known within a visit only: write "visit" or "sale"'));
  if (measure.mixed !== undefined && measure.operator !== 'each-of')
    faults.push(
      at(
        `${here}/measure/mixed`,
        'only parts that each have their own limit may have one together: write "each-of", or remove this',
      ),
    );
  if (measure.mixed !== undefined && !isOneVisit)
    faults.push(at(`${here}/period/kind`, 'what is mixed is known within a visit only: write "visit" or "sale"'));
  if (stepsOf(measure.parts) > MOST_STEPS)
    faults.push(at(`${here}/measure/parts`, 'the limits have no common step that can be counted: write rounder figures'));
  for (const [nth, { duty }] of measure.parts.entries())
    if (duty !== undefined && !('duty' in over))
      faults.push(at(`${here}/measure/parts/${nth}/duty`, 'this rule does not tax: remove it, or write over.kind "tax-excess"'));
  return faults;
};

const ITEM_OVERS = ['tax-item-whole', 'forbid', 'cargo', 'needs-document', 'no-allowance'];
const MODEL_OVERS = ['forbid', 'cargo', 'needs-document', 'report'];

const singleItemsAndModelsAreNotTaxedInPart: RuleCheck = ({ rule: { period, over }, here }) => {
  if (period.kind === 'item' && !ITEM_OVERS.includes(over.kind))
    return [
      at(`${here}/over/kind`, 'write "tax-item-whole", "forbid", "cargo", "needs-document" or "no-allowance" for one item'),
    ];
  if (period.kind === 'model' && !MODEL_OVERS.includes(over.kind))
    return [at(`${here}/over/kind`, 'write "forbid", "cargo", "needs-document" or "report" for goods of one model')];
  return [];
};

const deemedValuesAreNamed: RuleCheck = ({ rule: { measure }, here }) =>
  measure.kind === 'value' && (measure.basis === 'deemed') !== (measure.deemed !== undefined)
    ? [at(`${here}/measure/deemed`, 'name the list of deemed values if the basis is "deemed", and only then')]
    : [];

const dutyIsCollectedInOneCurrency: RuleCheck = ({ rule, here, pack, table }) => {
  const { over, within, measure } = rule;
  const dutyCurrency = pack.sides.find(({ code }) => code === rule.side)?.dutyCurrency;
  const parts = measure.kind === 'mix' ? measure.parts : [];
  const named: readonly (readonly [string, string | undefined])[] = [
    ['over/duty', 'duty' in over ? over.duty : undefined],
    ['within', within],
    ...parts.map(({ duty }, nth) => [`measure/parts/${nth}/duty`, duty] as const),
  ];
  return named.flatMap(([field, id]) => {
    const currency = table(id)?.currency;
    return currency === undefined || dutyCurrency === undefined || currency === dutyCurrency
      ? []
      : at(`${here}/${field}`, `the side collects duty in ${dutyCurrency}: name a table in ${dutyCurrency}`);
  });
};

const twoBasesAreValueAndWeight: RuleCheck = ({ rule: { over, measure }, here, table }) => {
  const isOfTwo = (id: string | undefined) => table(id)?.kind === 'larger-of';
  if (!('duty' in over) || over.kind === 'tax-item-whole' || measure.kind === 'value' || measure.kind === 'weight') return [];
  const parts = measure.kind === 'mix' ? measure.parts : [];
  return [
    ...(isOfTwo(over.duty) ? [at(`${here}/over/duty`, 'a table of kind larger-of taxes value or weight: name another')] : []),
    ...parts.flatMap(({ duty }, nth) =>
      isOfTwo(duty)
        ? at(`${here}/measure/parts/${nth}/duty`, 'a table of kind larger-of taxes value or weight: name another')
        : [],
    ),
  ];
};

const itemsAreChosenInOneOrder: RuleCheck = ({ rule: { side, over, period }, here, pack }) => {
  const first = pack.rules.find(
    (other) => other.side === side && other.over.kind === 'tax-item-whole' && other.period.kind !== 'item',
  );
  if (over.kind !== 'tax-item-whole' || period.kind === 'item' || first?.over.kind !== 'tax-item-whole') return [];
  const order = first.over.order ?? 'least-duty';
  return (over.order ?? 'least-duty') === order
    ? []
    : [at(`${here}/over/order`, `items of one side are chosen together: write "${order}" as in ${first.id}`)];
};

const RULE_CHECKS = [
  crossingsAreCountedByDays,
  mixesCanBeCounted,
  singleItemsAndModelsAreNotTaxedInPart,
  deemedValuesAreNamed,
  dutyIsCollectedInOneCurrency,
  twoBasesAreValueAndWeight,
  itemsAreChosenInOneOrder,
] as const satisfies readonly RuleCheck[];

/** The least number of equal steps in which every part of a mix is whole. */
function stepsOf(parts: Extract<Rule['measure'], { kind: 'mix' }>['parts']): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return parts.reduce((steps, { limit }) => (steps > MOST_STEPS ? steps : (steps / divisor(steps, limit)) * limit), 1);
}
