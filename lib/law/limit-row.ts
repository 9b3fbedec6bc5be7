import { freeOf, inUnit } from './amount.ts';
import type { LimitRow } from './decision.ts';
import type { Tally } from './tally.ts';

/** What a decision says of one limit. */
export function limitRow(tally: Tally): LimitRow {
  const { law, goods, used, limit, plan, over, account, period } = tally;
  const byItem = law.rule.period.kind === 'item';
  const visit = byItem ? goods.reduce((most, { amount }) => Math.max(most, amount), 0) : inUnit(tally, plan + over);
  return {
    rule: law.rule.id,
    ...(law.part === undefined ? {} : { part: law.part }),
    account,
    period,
    measure: law.measure.kind,
    unit: law.unit,
    limit,
    used,
    visit,
    left: Math.max(0, limit - used - (byItem ? 0 : inUnit(tally, plan))),
    over: inUnit(tally, over),
    ...partsLeft(tally),
    source: law.rule.sources,
    confidence: law.rule.confidence,
    lines: goods.map(({ line }) => line.id),
  };
}

const UNITS = { units: 'unit', pieces: 'piece', weight: 'g', volume: 'ml' } as const;

/** Of a mix where one kind is chosen, the others have nothing left once goods of one are there. */
function partsLeft({ law: { measure }, steps, limit, used, plan, over, goods, barred }: Tally): Pick<LimitRow, 'parts'> {
  if (measure.kind !== 'mix') return {};
  const open = goods.filter(({ line }) => !barred.has(line));
  const chosen = measure.operator === 'one-of' && plan > 0 ? open[0]?.part : undefined;
  const left = over > 0 ? 0 : Math.max(0, freeOf({ steps, limit, used }) - plan);
  return {
    parts: measure.parts.map((part, index) => ({
      unit: UNITS[part.of],
      left: chosen === undefined || chosen === index ? Math.floor((left / steps) * part.limit) : 0,
    })),
  };
}
