import type { Tx } from '#db/engine/engine.ts';
import { releasePlan, withdrawPostings } from '#db/stores/accounts.ts';
import { changeExitCase, closedExitOf, saveDuty } from '#db/stores/exits.ts';
import { personOf } from '#db/stores/persons.ts';
import { postExit, saveDecision } from '#db/stores/plans.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import { findPass, openVisitsOf, type PassRecord, type VisitRow } from '#db/stores/visits.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision } from '#lib/law/decision.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import type { Context } from '../context.ts';
import { decideOpenVisits } from './decide-persons-visits.ts';
import { exitFacts } from './exit-decision.ts';

/**
 * Decides a closed visit again by the law of the instant at which it closed, because its lines are known better now: what it posted
 * is taken back and posted anew, and what the account has no room for is excess with its cause. The person's visits that are still
 * open come after it: their plans give way to what it really took.
 */
export async function decideClosed(tx: Tx, context: Context, of: { visit: VisitRow; act: string }): Promise<Decision> {
  const { visit, act } = of;
  const open = await openVisitsOf(tx, (await personOf(tx, visit.traveller)).members);
  for (const { id } of open) await releasePlan(tx, { act, now: context.now, newId: context.newId }, id);
  const decision = await postedAnew(tx, context, of);
  await decideOpenVisits(tx, context, { visits: open, act, cause: 'corrected' });
  return decision;
}

async function postedAnew(tx: Tx, context: Context, { visit, act }: { visit: VisitRow; act: string }): Promise<Decision> {
  const by = { act, now: context.now, newId: context.newId };
  await withdrawPostings(tx, by, visit.id);
  const exit = await closedExitOf(tx, visit.id);
  const at = { now: visit.closedAt ?? context.now };
  const pass = (await findPass(tx, { id: visit.pass })) as PassRecord;
  const law =
    exit === undefined
      ? await visitLaw(tx, visit, pass, visit.side, at.now)
      : await exitFacts(tx, at, { visit, exitCase: exit.id, exitSide: exit.exitSide });
  const decision = decide(law.pack, law.facts);
  const id = await saveDecision(tx, by, {
    visit: visit.id,
    packHash: law.hash,
    facts: law.facts,
    decision,
    code: shortCodeOf(context.randomBytes(12)),
  });
  await postExit(tx, by, { visit, decision, cause: 'corrected' });
  if (exit === undefined) return decision;
  await changeExitCase(tx, exit.id, { decision: id });
  if (decision.duty !== null)
    await saveDuty(tx, {
      id: context.newId(),
      exitCase: exit.id,
      kind: 'assessed',
      ...decision.duty,
      recordedAt: context.now,
      recordedBy: context.actor.operator?.id ?? context.actor.id,
    });
  return decision;
}
