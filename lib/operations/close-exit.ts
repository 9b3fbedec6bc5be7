import { z } from 'zod';
import { type ExitView, exitView } from '#db/stores/exit-cases.ts';
import { changeExitCase, findExitCase, saveDuty, saveSettlement } from '#db/stores/exits.ts';
import { postExit } from '#db/stores/plans.ts';
import { findVisit, moveVisit, savePresence, type VisitRow } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideAgain } from './parts/decide-again.ts';
import { decideExit } from './parts/exit-decision.ts';
import { recallLeases } from './parts/recall-leases.ts';
import { type Answer, perform } from './perform.ts';

export const CloseExit = z.strictObject({
  id: z.uuid(),
  exit: z.uuid(),
  outcome: z.enum(['settled', 'unsettled', 'withdrawn']),
  dutyPaid: z.boolean().optional(),
  reason: z.string().trim().min(3).max(500).optional(),
});

/**
 * Closes an exit case. Settled and unsettled let the traveller out, post what leaves and spend the pass; withdrawn lets them
 * back into the market. Settled needs every red line resolved. @throws Forbidden, NotYours.
 */
export async function closeExit(context: Context, input: z.infer<typeof CloseExit>): Promise<Answer<{ exit: ExitView }>> {
  mayOrThrow(context.actor, 'resolve-exit');
  return perform(context, 'close-exit', input, async (tx) => {
    const exit = await findExitCase(tx, input.exit);
    if (exit === undefined || exit.exitSide !== context.actor.side) throw new NotYours();
    if (exit.state !== 'presented') return { refused: [refusal('exit-closed')] };
    const visit = (await findVisit(tx, exit.visit)) as VisitRow;
    const by = context.actor.operator?.id ?? context.actor.id;
    const closing = { closedAt: context.now, closedBy: by, closingReason: input.reason ?? null };
    const { decision, id } = await decideExit(tx, context, { visit, exitCase: exit.id, exitSide: exit.exitSide, act: input.id });

    if (input.outcome === 'withdrawn') {
      await changeExitCase(tx, exit.id, { state: 'withdrawn', decision: id, ...closing });
      await moveVisit(tx, visit.id, { state: 'open', closedAt: null });
      await decideAgain(tx, context, { visit, act: input.id, cause: 'exit' });
    } else {
      if (input.outcome === 'settled' && decision.forbidden.length > 0)
        return { refused: [refusal('lines-unresolved', { lines: decision.forbidden.length })] };
      await postExit(tx, { act: input.id, now: context.now, newId: context.newId }, { visit, decision, cause: 'exit' });
      await changeExitCase(tx, exit.id, { state: input.outcome, decision: id, ...closing });
      await moveVisit(tx, visit.id, { state: 'closed', closedAt: context.now });
      await recallLeases(tx, context, visit.id, `exit ${input.outcome}`);
      await savePresence(tx, {
        id: context.newId(),
        visit: visit.id,
        direction: 'out',
        side: exit.exitSide,
        gate: exit.gate,
        at: context.now,
        how: 'pass-scanned',
      });
      await saveSettlement(tx, {
        visit: visit.id,
        exitCase: exit.id,
        outcome: input.outcome,
        inAbsence: false,
        settledAt: context.now,
        settledBy: by,
      });
      const kinds = input.dutyPaid === true ? (['assessed', 'paid'] as const) : (['assessed'] as const);
      if (decision.duty !== null)
        for (const kind of kinds)
          await saveDuty(tx, {
            id: context.newId(),
            exitCase: exit.id,
            kind,
            ...decision.duty,
            recordedAt: context.now,
            recordedBy: by,
          });
    }
    const view = (await exitView(tx, context.keys, exit.id, context.now)) as ExitView;
    return {
      body: { exit: view },
      subject: exit.id,
      facts: { outcome: input.outcome, visit: visit.id, settlement: view.settlement },
    };
  });
}
