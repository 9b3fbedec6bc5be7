import type { Tx } from '#db/engine/engine.ts';
import { replan, saveDecision } from '#db/stores/plans.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import { findPass, type PassRecord, type VisitRow } from '#db/stores/visits.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision } from '#lib/law/decision.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import type { Context } from '../context.ts';

/** Decides all goods that the visit still has and puts its plan there: what is gone is as if it had never been sold. */
export async function decideAgain(
  tx: Tx,
  context: Context,
  of: { visit: VisitRow; act: string; cause: 'lease' | 'void' | 'refund' | 'exit' | 'documents-linked' | 'chosen' | 'corrected' },
): Promise<Decision> {
  const pass = (await findPass(tx, { id: of.visit.pass })) as PassRecord;
  const law = await visitLaw(tx, of.visit, pass, of.visit.side, context.now);
  const decision = decide(law.pack, law.facts);
  const by = { act: of.act, now: context.now, newId: context.newId };
  const decisionId = await saveDecision(tx, by, {
    visit: of.visit.id,
    packHash: law.hash,
    facts: law.facts,
    decision,
    code: shortCodeOf(context.randomBytes(12)),
  });
  await replan(tx, by, { visit: of.visit, standing: law.standing, decision, decisionId, cause: of.cause });
  return decision;
}
