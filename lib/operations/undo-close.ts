import { z } from 'zod';
import { saveUndoneClose } from '#db/stores/drawer-records.ts';
import { closingCounts } from '#db/stores/drawers.ts';
import { tillSessionView } from '#db/stores/till-sessions.ts';
import { findTillSession, nextTillSessionNumber, openTillSession, reopenTillSession } from '#db/stores/tills.ts';
import { refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Context } from './context.ts';
import { ApprovalInput, ownerBy } from './parts/approval.ts';
import { type Answer, perform } from './perform.ts';

export const UndoClose = z.strictObject({
  id: z.uuid(),
  session: z.uuid(),
  reason: z.string().trim().min(3).max(200),
  approval: ApprovalInput,
});

/**
 * Takes a mistaken close back: the session goes on as if it had not been closed, and what was counted stays on its report. Only the last
 * session of a till, and only while no other is open there. The owner allows it by PIN. @throws Forbidden, NotYours.
 */
export async function undoClose(
  context: Context,
  { approval, ...input }: z.infer<typeof UndoClose>,
): Promise<Answer<{ session: TillSessionView }>> {
  mayOrThrow(context.actor, 'open-till');
  const approver = await ownerBy(context, approval);
  if ('reason' in approver) return { status: 'refused', refusals: [approver] };
  return perform(context, 'undo-close', input, async (tx) => {
    const { actor, now } = context;
    const session = await findTillSession(tx, input.session);
    if (session === undefined || session.device !== actor.id) throw new NotYours();
    if (actor.screen && actor.operator === null) return { refused: [refusal('operator-required')] };
    if (session.closedAt === null) return { refused: [refusal('till-session-open', { number: session.number })] };
    const open = await openTillSession(tx, actor.id);
    if (open !== undefined) return { refused: [refusal('till-session-open', { number: open.number })] };
    if ((await nextTillSessionNumber(tx, actor.id)) !== session.number + 1)
      return { refused: [refusal('not-the-last-close', { number: session.number })] };
    await saveUndoneClose(tx, {
      id: input.id,
      tillSession: session.id,
      closedAt: session.closedAt,
      closedBy: session.closedBy,
      counts: await closingCounts(tx, session.id),
      reason: input.reason,
      undoneAt: now,
      undoneBy: actor.operator?.id ?? actor.id,
      approvedBy: approver.id,
    });
    await reopenTillSession(tx, session.id);
    const facts = { number: session.number, reason: input.reason, approver: approver.name };
    return { body: { session: (await tillSessionView(tx, session.id)) as TillSessionView }, subject: session.id, facts };
  });
}
