import { z } from 'zod';
import { saveSettlement } from '#db/stores/exits.ts';
import { postExit, saveDecision } from '#db/stores/plans.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import { findPass, findVisit, moveVisit, type PassRecord } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { decide } from '#lib/law/decide.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { recallLeases } from './parts/recall-leases.ts';
import { type Answer, perform } from './perform.ts';

export const CloseInAbsence = z.strictObject({ id: z.uuid(), visit: z.uuid(), reason: z.string().trim().min(3).max(500) });

type Closed = { readonly visit: { readonly id: string; readonly state: 'closed'; readonly outcome: 'unsettled' } };

/**
 * Closes, unsettled, the visit of somebody who left without being seen: its plan is posted as if all of it went out by the
 * side of entry, so that nothing is used twice. Where they are stays unknown; no presence is written. @throws Forbidden, NotYours.
 */
export async function closeInAbsence(context: Context, input: z.infer<typeof CloseInAbsence>): Promise<Answer<Closed>> {
  mayOrThrow(context.actor, 'resolve-exit');
  return perform(context, 'close-in-absence', input, async (tx) => {
    const visit = await findVisit(tx, input.visit);
    if (visit === undefined || visit.side !== context.actor.side) throw new NotYours();
    if (visit.state !== 'open') return { refused: [refusal(visit.state === 'presented' ? 'visit-presented' : 'visit-closed')] };
    const pass = (await findPass(tx, { id: visit.pass })) as PassRecord;
    await recallLeases(tx, context, visit.id, input.reason);
    const law = await visitLaw(tx, visit, pass, visit.side, context.now);
    const decision = decide(law.pack, law.facts);
    const by = { act: input.id, now: context.now, newId: context.newId };
    await saveDecision(tx, by, {
      visit: visit.id,
      packHash: law.hash,
      facts: law.facts,
      decision,
      code: shortCodeOf(context.randomBytes(12)),
    });
    await postExit(tx, by, { visit, decision, cause: 'exit' });
    await moveVisit(tx, visit.id, { state: 'closed', closedAt: context.now });
    const settledBy = context.actor.operator?.id ?? context.actor.id;
    await saveSettlement(tx, {
      visit: visit.id,
      exitCase: null,
      outcome: 'unsettled',
      inAbsence: true,
      settledAt: context.now,
      settledBy,
    });
    return {
      body: { visit: { id: visit.id, state: 'closed', outcome: 'unsettled' } },
      subject: visit.id,
      facts: { reason: input.reason },
    };
  });
}
