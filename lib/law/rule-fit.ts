import { at, type PackFault } from './fault.ts';
import type { Check, DutyTable, LawPack, Rule } from './pack.ts';

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
  if (!['no-allowance', 'forbid', 'report'].includes(over.kind)) faults.push(at(`${here}/over/kind`, 'counting-is-not-taxed'));
  if (['sale', 'item', 'model'].includes(period.kind)) faults.push(at(`${here}/period/kind`, 'counting-by-days'));
  if (lawOf === 'sale') faults.push(at(`${here}/lawOf`, 'counting-at-crossing'));
  return faults;
};

/** A step that all parts of a mix share must stay countable. */
const MOST_STEPS = 1e9;

const mixesCanBeCounted: RuleCheck = ({ rule: { measure, period, over }, here }) => {
  if (measure.kind !== 'mix') return [];
  const faults: PackFault[] = [];
  const isOneVisit = period.kind === 'visit' || period.kind === 'sale';
  if (measure.operator === 'one-of' && !isOneVisit) faults.push(at(`${here}/period/kind`, 'choice-within-visit'));
  if (measure.mixed !== undefined && measure.operator !== 'each-of')
    faults.push(at(`${here}/measure/mixed`, 'mixed-with-each-of'));
  if (measure.mixed !== undefined && !isOneVisit) faults.push(at(`${here}/period/kind`, 'mixed-within-visit'));
  if (stepsOf(measure.parts) > MOST_STEPS) faults.push(at(`${here}/measure/parts`, 'no-common-step'));
  for (const [nth, { duty }] of measure.parts.entries())
    if (duty !== undefined && !('duty' in over)) faults.push(at(`${here}/measure/parts/${nth}/duty`, 'part-not-taxed'));
  return faults;
};

const ITEM_OVERS = ['tax-item-whole', 'forbid', 'cargo', 'needs-document', 'no-allowance'];
const MODEL_OVERS = ['forbid', 'cargo', 'needs-document', 'report'];

const singleItemsAndModelsAreNotTaxedInPart: RuleCheck = ({ rule: { period, over }, here }) => {
  if (period.kind === 'item' && !ITEM_OVERS.includes(over.kind)) return [at(`${here}/over/kind`, 'item-taxed-whole')];
  if (period.kind === 'model' && !MODEL_OVERS.includes(over.kind)) return [at(`${here}/over/kind`, 'model-not-taxed')];
  return [];
};

const deemedValuesAreNamed: RuleCheck = ({ rule: { measure }, here }) =>
  measure.kind === 'value' && (measure.basis === 'deemed') !== (measure.deemed !== undefined)
    ? [at(`${here}/measure/deemed`, 'deemed-by-basis')]
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
      : at(`${here}/${field}`, 'duty-in-currency', { currency: dutyCurrency });
  });
};

const twoBasesAreValueAndWeight: RuleCheck = ({ rule: { over, measure }, here, table }) => {
  const isOfTwo = (id: string | undefined) => table(id)?.kind === 'larger-of';
  if (!('duty' in over) || over.kind === 'tax-item-whole' || measure.kind === 'value' || measure.kind === 'weight') return [];
  const parts = measure.kind === 'mix' ? measure.parts : [];
  return [
    ...(isOfTwo(over.duty) ? [at(`${here}/over/duty`, 'two-bases')] : []),
    ...parts.flatMap(({ duty }, nth) => (isOfTwo(duty) ? at(`${here}/measure/parts/${nth}/duty`, 'two-bases') : [])),
  ];
};

const itemsAreChosenInOneOrder: RuleCheck = ({ rule: { side, over, period }, here, pack }) => {
  const first = pack.rules.find(
    (other) => other.side === side && other.over.kind === 'tax-item-whole' && other.period.kind !== 'item',
  );
  if (over.kind !== 'tax-item-whole' || period.kind === 'item' || first?.over.kind !== 'tax-item-whole') return [];
  const order = first.over.order ?? 'least-duty';
  return (over.order ?? 'least-duty') === order ? [] : [at(`${here}/over/order`, 'one-order', { order, rule: first.id })];
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
