import { addDays } from '#lib/calendar/day.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import type { ConditionRow, Facts } from './decision.ts';
import type { Side } from './pack.ts';
import type { Scales } from './scales.ts';
import type { Tally } from './tally.ts';

/** What the allowances that are used hang on: leaving in time, not selling on, staying in the region, a guarantee. */
export function conditionsOf(used: readonly Tally[], facts: Facts, side: Side, scales: Scales): readonly ConditionRow[] {
  return used.flatMap((tally) => {
    const { rule } = tally.law;
    if (rule.conditions === undefined) return [];
    const lines = tally.goods.map(({ line }) => line).filter((line) => !tally.barred.has(line));
    const row = { rule: rule.id, lines: lines.map(({ id }) => id) };
    return rule.conditions.map((condition): ConditionRow => {
      if (condition.kind === 'no-resale') return { ...row, kind: condition.kind };
      if (condition.kind === 'stays-in') return { ...row, kind: condition.kind, region: condition.region };
      if (condition.kind === 'guarantee') {
        const table = scales.tableOf(condition.duty);
        const thousandths = lines.reduce((sum, line) => sum + ((table && scales.dutyOn(table, line)) ?? 0), 0);
        const currency = table?.currency ?? side.dutyCurrency;
        return { ...row, kind: condition.kind, minor: Math.ceil(thousandths / 1000), currency };
      }
      const bought = lines.map(({ soldAt }) => dayIn(side.zone, soldAt ?? facts.at)).sort();
      const until = addDays(bought[0] ?? dayIn(side.zone, facts.at), condition.days);
      const offence = condition.otherwise?.offence;
      return { ...row, kind: condition.kind, until, ...(offence === undefined ? {} : { offence }) };
    });
  });
}
