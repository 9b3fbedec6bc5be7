import { and, asc, count, eq, gt, gte, lt, or, sql } from 'drizzle-orm';
import type { Decision, Facts } from '#lib/law/decision.ts';
import type { Recorded, Tally } from '#lib/law/rehearsal.ts';
import type { Tx } from '../engine/engine.ts';
import { decision } from '../schema/allowance.ts';
import { alias } from '../schema/columns.ts';
import { rehearsal } from '../schema/law-draft.ts';
import { sale } from '../schema/sale.ts';
import { stall } from '../schema/vendor.ts';

export type RehearsalRow = Omit<typeof rehearsal.$inferSelect, 'tally'> & { readonly tally: Tally };

export async function saveRehearsal(tx: Tx, row: typeof rehearsal.$inferInsert): Promise<void> {
  await tx.insert(rehearsal).values(row);
}

export async function findRehearsal(tx: Tx, id: string): Promise<RehearsalRow | undefined> {
  const [row] = await tx.select().from(rehearsal).where(eq(rehearsal.id, id));
  return row === undefined ? undefined : { ...row, tally: row.tally as Tally };
}

/** The rehearsal that goes on next: they run one after the other. */
export async function runningRehearsal(tx: Tx): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: rehearsal.id })
    .from(rehearsal)
    .where(eq(rehearsal.state, 'running'))
    .orderBy(asc(rehearsal.startedAt), asc(rehearsal.id))
    .limit(1);
  return row?.id;
}

/** How far a rehearsal has come. */
export async function moveRehearsal(
  tx: Tx,
  id: string,
  to: Pick<RehearsalRow, 'state' | 'cursorAt' | 'cursorId' | 'done' | 'tally' | 'endedAt'>,
): Promise<void> {
  await tx.update(rehearsal).set(to).where(eq(rehearsal.id, id));
}

export async function countDecisions(tx: Tx, since: string, until: string): Promise<number> {
  const [row] = await tx
    .select({ found: count() })
    .from(decision)
    .where(and(gte(decision.recordedAt, since), lt(decision.recordedAt, until)));
  return row?.found ?? 0;
}

/** The next recorded decisions of a rehearsal, in the order of the record. */
export async function recordedAfter(
  tx: Tx,
  { cursorAt, cursorId, startedAt }: Pick<RehearsalRow, 'cursorAt' | 'cursorId' | 'startedAt'>,
  most: number,
): Promise<readonly (Recorded & { readonly id: string; readonly recordedAt: string })[]> {
  const later = alias(decision, 'later');
  const laterOnes = tx
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.visit, decision.visit), gt(later.id, decision.id)));
  const rows = await tx
    .select({
      id: decision.id,
      code: decision.code,
      facts: decision.facts,
      body: decision.body,
      recordedAt: decision.recordedAt,
      stall: stall.code,
      stallName: stall.name,
      superseded: sql`exists ${laterOnes}`.mapWith(Boolean),
    })
    .from(decision)
    .leftJoin(sale, eq(sale.decision, decision.id))
    .leftJoin(stall, eq(stall.id, sale.stall))
    .where(
      and(
        lt(decision.recordedAt, startedAt),
        or(gt(decision.recordedAt, cursorAt), and(eq(decision.recordedAt, cursorAt), gt(decision.id, cursorId))),
      ),
    )
    .orderBy(asc(decision.recordedAt), asc(decision.id))
    .limit(most);
  return rows.map(({ id, code, recordedAt, facts, body, stall: at, stallName, superseded }) => ({
    id,
    code,
    recordedAt,
    facts: facts as Facts,
    decision: body as Decision,
    stall: at === null ? null : { code: at, name: stallName ?? '' },
    isLast: !superseded,
  }));
}
