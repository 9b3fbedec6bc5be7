import { eq } from 'drizzle-orm';
import type { Decision, Facts } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { decision as decisionTable, plan } from '../schema/allowance.ts';
import { type Act, holdPlan, post, releasePlan, type Standing } from './accounts.ts';
import { change, find, keep } from './evidence.ts';
import { type Cause, replaceExcess } from './excess.ts';
import { holderOf } from './persons.ts';
import type { VisitRow } from './visits.ts';

/** Keeps a decision with its facts. @returns its id and the short code that opens it. */
export async function saveDecision(
  tx: Tx,
  by: Act,
  of: { visit: string; packHash: string; facts: Facts; decision: Decision; code: string },
): Promise<string> {
  const id = by.newId();
  await keep(tx, decisionTable, {
    id,
    code: of.code,
    visit: of.visit,
    act: by.act,
    engine: of.decision.engine,
    packHash: of.packHash,
    facts: of.facts,
    body: of.decision,
    recordedAt: by.now,
  });
  return id;
}

/**
 * Puts the new plan in the place of the visit's old one, with what lies beyond as excess. The visit's other acts cannot come between.
 * @param of with what the visit held when it was decided, in the same act.
 */
export async function replan(
  tx: Tx,
  by: Act,
  of: { visit: VisitRow; standing: Standing; decision: Decision; decisionId: string; cause: Cause },
): Promise<void> {
  await holdPlan(tx, by, { ...of.standing, visit: of.visit.id }, of.decision.plan);
  await replaceExcess(tx, by, { ...of, holder: of.standing.holder });
  const row = { decision: of.decisionId, exitSide: of.decision.exitSide, plannedAt: by.now };
  const visit = of.visit.id;
  const was = await find(tx, plan, { visit });
  if (was === undefined) await keep(tx, plan, { visit, ...row });
  else await change(tx, plan, { visit }, row, was);
}

/** Lets go of the plan and posts what left, as decided afresh at the exit. */
export async function postExit(tx: Tx, by: Act, of: { visit: VisitRow; decision: Decision; cause: Cause }): Promise<void> {
  const holder = await holderOf(tx, of.visit.traveller);
  await releasePlan(tx, by, of.visit.id);
  for (const part of of.decision.plan) await post(tx, by, { visit: of.visit.id, holder }, part);
  await replaceExcess(tx, by, { ...of, holder });
}

const planned = keptRow(['visit'], (tx, at) =>
  tx
    .select({ body: decisionTable.body })
    .from(plan)
    .innerJoin(decisionTable, eq(decisionTable.id, plan.decision))
    .where(eq(plan.visit, at.visit)),
);

/** The duty that the visit's plan owes, as its last act left it. */
export async function plannedDuty(tx: Tx, visit: string): Promise<Decision['duty']> {
  const row = await planned(tx, { visit });
  return row === undefined ? null : (row.body as Decision).duty;
}
