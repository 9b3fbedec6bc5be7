import { freeOf, inUnit } from './amount.ts';
import type { LimitRow } from './decision.ts';
import type { Measure } from './pack.ts';
import type { Tally } from './tally.ts';

/** What a decision says of one limit. Field by field: spreading those that are there or not took most of the time. */
export function limitRow(tally: Tally): LimitRow {
  const { law, goods, used, limit, plan, over, account, period } = tally;
  const byItem = law.rule.period.kind === 'item';
  const row = { rule: law.rule.id } as { -readonly [Field in keyof LimitRow]: LimitRow[Field] };
  if (law.part !== undefined) row.part = law.part;
  row.account = account;
  row.period = period;
  row.measure = law.measure.kind;
  row.unit = law.unit;
  row.limit = limit;
  row.used = used;
  row.visit = byItem ? goods.reduce((most, { amount }) => Math.max(most, amount), 0) : inUnit(tally, plan + over);
  row.left = Math.max(0, limit - used - (byItem ? 0 : inUnit(tally, plan)));
  row.over = inUnit(tally, over);
  if (law.measure.kind === 'mix') row.parts = partsLeft(tally, law.measure);
  row.source = law.rule.sources;
  row.confidence = law.rule.confidence;
  row.lines = goods.map(({ line }) => line.id);
  return row;
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
