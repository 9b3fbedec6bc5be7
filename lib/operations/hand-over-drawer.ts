import { z } from 'zod';
import { startOperatorSession } from '#db/stores/devices.ts';
import { saveHandOver } from '#db/stores/drawer-records.ts';
import { tillSessionView } from '#db/stores/till-sessions.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Context } from './context.ts';
import { ApprovalInput } from './parts/approval.ts';
import { checkPin } from './parts/check-pin.ts';
import { CountInput, countDrawer } from './parts/count-drawer.ts';
import { openSession } from './parts/open-session.ts';
import { type Answer, perform } from './perform.ts';

export const HandOverDrawer = z.strictObject({
  id: z.uuid(),
  session: z.uuid(),
  counted: z.array(CountInput).max(20),
  /** Who takes the drawer over, by PIN. */
  taker: ApprovalInput,
});

/**
 * One cashier leaves an open drawer to the next: both counted it, and the next stands at the till from now on. What was over or short then
 * stays on the report under the first one's name; the drawer goes on as it is. @throws Forbidden, NotYours.
 */
export async function handOverDrawer(
  context: Context,
  { taker, ...input }: z.infer<typeof HandOverDrawer>,
): Promise<Answer<{ session: TillSessionView }>> {
  mayOrThrow(context.actor, 'open-till');
  const next = await checkPin(context, taker.person, taker.pin);
  if ('reason' in next) return { status: 'refused', refusals: [next] };
  return perform(context, 'hand-over-drawer', { ...input, ...{ taker: taker.person } }, async (tx) => {
    const { actor, now } = context;
    const session = await openSession(tx, actor, input.session);
    if ('reason' in session) return { refused: [session] };
    if (actor.operator?.id === next.id) return { refused: [refusal('two-people-needed')] };
    const counts = await countDrawer(tx, session, input.counted);
    if ('reason' in counts) return { refused: [counts] };
    const givenBy = actor.operator?.id ?? actor.id;
    await saveHandOver(tx, { id: input.id, tillSession: session.id, givenBy, takenBy: next.id, counts, handedAt: now });
    await startOperatorSession(tx, { id: context.newId(), device: actor.id, person: next.id, startedAt: now });
    const facts = { number: session.number, from: actor.operator?.name ?? actor.name, to: next.name };
    return { body: { session: (await tillSessionView(tx, session.id)) as TillSessionView }, subject: session.id, facts };
  });
}
