import { z } from 'zod';
import { endLease, findLease } from '#db/stores/leases.ts';
import { findVisit, type VisitRow } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideAgain } from './parts/decide-again.ts';
import { type Answer, perform } from './perform.ts';

export const RecallLease = z.strictObject({ id: z.uuid(), basket: z.uuid(), reason: z.string().trim().min(3).max(500) });

/**
 * Takes back what a dead till holds, so that its shopper can buy elsewhere. If the till sold it all the same, that comes in over the
 * limit: under the name of who recalled it. @throws Forbidden, NotYours.
 */
export async function recallLease(
  context: Context,
  input: z.infer<typeof RecallLease>,
): Promise<Answer<{ lease: { basket: string; state: 'recalled' } }>> {
  mayOrThrow(context.actor, 'recall-lease');
  return perform(context, 'recall-lease', input, async (tx) => {
    const lease = await findLease(tx, input.basket);
    const visit = lease === undefined ? undefined : ((await findVisit(tx, lease.visit)) as VisitRow);
    if (lease === undefined || visit === undefined) throw new NotYours();
    if (context.actor.role === 'gate' && context.actor.side !== visit.side) throw new NotYours();
    if (lease.state !== 'held') return { refused: [refusal('lease-ended')] };
    const recalledBy = context.actor.operator?.id ?? context.actor.id;
    await endLease(tx, lease, { state: 'recalled', endedAt: context.now, recalledBy, reason: input.reason });
    if (visit.state === 'open') await decideAgain(tx, context, { visit, act: input.id, cause: 'lease' });
    return {
      body: { lease: { basket: lease.id, state: 'recalled' } },
      subject: lease.id,
      facts: { visit: visit.id, reason: input.reason },
    };
  });
}
