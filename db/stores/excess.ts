import { eq, sql } from 'drizzle-orm';
import type { Decision } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { excess } from '../schema/allowance.ts';
import type { Act } from './accounts.ts';
import { keep } from './evidence.ts';
import type { VisitRow } from './visits.ts';

export type Cause = (typeof excess.$inferInsert)['cause'];

const standingOf = keptQuery(['visit'], (tx, at) =>
  tx
    .select({
      holder: excess.holder,
      rule: excess.rule,
      period: excess.period,
      unit: excess.unit,
      outcome: excess.outcome,
      amount: sql<number>`sum(${excess.amount})`,
    })
    .from(excess)
    .where(eq(excess.visit, at.visit))
    .groupBy(excess.holder, excess.rule, excess.period, excess.unit, excess.outcome),
);

/** Reverses what lay beyond the limits of a visit and writes what does now. */
export async function replaceExcess(
  tx: Tx,
  by: Act,
  { visit, holder, decision, cause }: { visit: VisitRow; holder: string; decision: Decision; cause: Cause },
): Promise<void> {
  const of = { visit: visit.id, act: by.act, cause, recordedAt: by.now };
  for (const { amount, ...row } of await standingOf(tx, { visit: visit.id }))
    if (amount !== 0) await keep(tx, excess, { ...row, ...of, id: by.newId(), amount: -amount });
  for (const part of decision.excess) {
    const [, period = ''] = part.account.split('|');
    const { rule, amount, unit, outcome } = part;
    await keep(tx, excess, { ...of, id: by.newId(), holder: part.holder ?? holder, rule, period, amount, unit, outcome });
  }
}
