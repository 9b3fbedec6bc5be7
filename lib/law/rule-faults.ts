import { at, oneOf, type PackFault } from './fault.ts';
import { goodsFaults } from './goods-faults.ts';
import type { Check } from './pack.ts';

/** A rule names sides, rules, tables, documents and goods that are there. */
export const rulesPointAtWhatExists: Check = (pack) => {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const sides = new Set(pack.sides.map(({ code }) => code));
  const rules = idsOf(pack.rules);
  const tables = idsOf(pack.dutyTables);
  const named = (pointer: string, id: string | undefined, known: Set<string>): PackFault[] =>
    id === undefined || known.has(id) ? [] : [known.size === 0 ? at(pointer, 'not-there', { id }) : oneOf(pointer, known)];
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
        faults.push(
          ...goodsFaults(pack, part.goods, `${here}/measure/parts/${nth}/goods`),
          ...named(`${here}/measure/parts/${nth}/duty`, part.duty, tables),
        );
    for (const [nth, condition] of (rule.conditions ?? []).entries())
      if (condition.kind === 'guarantee') faults.push(...named(`${here}/conditions/${nth}/duty`, condition.duty, tables));
    return faults;
  });
};

/** Versions of one rule have days that do not overlap. */
export const versionsFollowEachOther: Check = ({ rules }) =>
  rules.flatMap((rule, index) => {
    const faults: PackFault[] = [];
    if (rule.to !== null && rule.to < rule.from) faults.push(at(`/rules/${index}/to`, 'day-from', { from: rule.from }));
    const clash = rules
      .slice(0, index)
      .find((other) => other.id === rule.id && (other.to ?? '9999') >= rule.from && (rule.to ?? '9999') >= other.from);
    if (clash) faults.push(at(`/rules/${index}/from`, 'versions-overlap', { rule: rule.id, from: clash.from }));
    return faults;
  });
