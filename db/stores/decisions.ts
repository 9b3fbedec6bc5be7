import { and, eq } from 'drizzle-orm';
import type { Decision, Facts } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { act } from '../schema/act.ts';
import { decision } from '../schema/allowance.ts';
import { sale } from '../schema/sale.ts';
import { visit } from '../schema/visit.ts';

/** A decision as it was recorded, with whose visit it was about. */
export type DecisionRecord = {
  readonly id: string;
  readonly code: string;
  readonly packHash: string;
  readonly recordedAt: string;
  readonly facts: Facts;
  readonly body: Decision;
  readonly act: string;
  readonly traveller: string;
};

export async function findDecision(tx: Tx, by: { id: string } | { code: string }): Promise<DecisionRecord | undefined> {
  const [row] = await tx
    .select({ decision, traveller: visit.traveller })
    .from(decision)
    .innerJoin(visit, eq(visit.id, decision.visit))
    .where('id' in by ? eq(decision.id, by.id) : eq(decision.code, by.code));
  if (row === undefined) return undefined;
  const { id, code, packHash, recordedAt, facts, body, act: made } = row.decision;
  const { traveller } = row;
  return { id, code, packHash, recordedAt, facts: facts as Facts, body: body as Decision, act: made, traveller };
}

/** Whether a till has to do with a decision: its stall's sale is decided by it, or the till itself asked for it. */
export async function isOfTill(tx: Tx, made: DecisionRecord, till: { id: string; stall: string | null }): Promise<boolean> {
  const own = and(eq(act.id, made.act), eq(act.actor, till.id));
  const ofStall = and(eq(sale.decision, made.id), eq(sale.stall, till.stall ?? ''));
  const asked = await tx.select({ id: act.id }).from(act).where(own).limit(1);
  if (asked.length > 0) return true;
  const sold = await tx.select({ id: sale.id }).from(sale).where(ofStall).limit(1);
  return sold.length > 0;
}
