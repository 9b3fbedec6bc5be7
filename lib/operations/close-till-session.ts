import { z } from 'zod';
import { saveClosingCounts } from '#db/stores/drawers.ts';
import { tillSessionView } from '#db/stores/till-sessions.ts';
import { closeTillSession as close, findTillSession } from '#db/stores/tills.ts';
import { refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Context } from './context.ts';
import { CountInput, countDrawer } from './parts/count-drawer.ts';
import { type Answer, perform } from './perform.ts';

export const CloseTillSession = z.strictObject({ id: z.uuid(), session: z.uuid(), counted: z.array(CountInput).max(20) });

/**
 * Closes the drawer on a blind count and writes the Z: expected, counted and over/short per owner and currency. A till of the same stall, or another desk, may
 * close one whose tablet is dead, so that a day can always be closed. @throws Forbidden, NotYours.
 */
export async function closeTillSession(
  context: Context,
  input: z.infer<typeof CloseTillSession>,
): Promise<Answer<{ session: TillSessionView }>> {
  mayOrThrow(context.actor, 'open-till');
  return perform(context, 'close-till-session', input, async (tx) => {
    const session = await findTillSession(tx, input.session);
    if (session === undefined || session.stall !== context.actor.stall) throw new NotYours();
    if (session.closedAt !== null) return { refused: [refusal('till-session-closed', { number: session.number })] };
    const counts = await countDrawer(tx, session, input.counted);
    if ('reason' in counts) return { refused: [counts] };
    await saveClosingCounts(tx, session.id, counts);
    await close(tx, session.id, context.now, context.actor.operator?.id ?? null);
    const view = (await tillSessionView(tx, session.id)) as TillSessionView;
    return { body: { session: view }, subject: session.id, facts: { number: session.number } };
  });
}
