import { at, type Check, oneOf } from './fault.ts';
import { goodsFaults } from './goods-faults.ts';
import type { PackFault, Rule } from './pack.ts';

/** A rule names sides, rules, tables, documents and goods that are there. */
export const rulesPointAtWhatExists: Check = (pack) => {
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

/** A step that all parts of a mix share must stay countable. */
const MOST_STEPS = 1e9;

/** What a rule asks for is something that decide can do. */
export const rulesFitTheEngine: Check = ({ rules, dutyTables, sides }) => {
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

/** Versions of one rule have days that do not overlap. */
export const versionsFollowEachOther: Check = ({ rules }) =>
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
