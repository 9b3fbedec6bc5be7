import { freeOf, inUnit } from './amount.ts';
import type { LimitRow } from './decision.ts';
import type { Measure } from './pack.ts';
import type { Tally } from './tally.ts';

/** What a decision says of one limit. Written out three times: spreading those fields that are there or not took most of the time. */
export function limitRow(tally: Tally): LimitRow {
  const { law, goods, used, limit, plan, over: above, account, period } = tally;
  const { part, unit, measure: of } = law;
  const { id: rule, sources: source, confidence } = law.rule;
  const byItem = law.rule.period.kind === 'item';
  const measure = of.kind;
  const visit = byItem ? goods.reduce((most, { amount }) => Math.max(most, amount), 0) : inUnit(tally, plan + above);
  const left = Math.max(0, limit - used - (byItem ? 0 : inUnit(tally, plan)));
  const over = inUnit(tally, above);
  const lines = goods.map(({ line }) => line.id);
  if (part !== undefined)
    return { rule, part, account, period, measure, unit, limit, used, visit, left, over, source, confidence, lines };
  if (of.kind !== 'mix')
    return { rule, account, period, measure, unit, limit, used, visit, left, over, source, confidence, lines };
  const parts = partsLeft(tally, of);
  return { rule, account, period, measure, unit, limit, used, visit, left, over, parts, source, confidence, lines };
}

const UNITS = { units: 'unit', pieces: 'piece', weight: 'g', volume: 'ml' } as const;

type Mix = Extract<Measure, { kind: 'mix' }>;

/** Of a mix where one kind is chosen, the others have nothing left once goods of one are there. */
function partsLeft({ steps, limit, used, plan, over, goods, barred }: Tally, measure: Mix): NonNullable<LimitRow['parts']> {
  const open = goods.find(({ line }) => !barred.has(line));
  const chosen = measure.operator === 'one-of' && plan > 0 ? open?.part : undefined;
  const left = over > 0 ? 0 : Math.max(0, freeOf({ steps, limit, used }) - plan);
  return measure.parts.map((part, index) => ({
    unit: UNITS[part.of],
    left: chosen === undefined || chosen === index ? Math.floor((left / steps) * part.limit) : 0,
  }));
}
