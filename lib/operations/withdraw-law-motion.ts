import { z } from 'zod';
import { packInForce } from '#db/stores/market.ts';
import { findMotion, saveWithdrawal } from '#db/stores/motions.ts';
import { refusal } from '#lib/act/refusal.ts';
import { firstDayOfChange } from '#lib/law/in-force.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const WithdrawLawMotion = z.strictObject({
  id: z.uuid(),
  motion: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});

/** Takes a motion back before it is law anywhere. Rates are law with their second signature. @throws Forbidden, NotYours. */
export async function withdrawLawMotion(
  context: Context,
  input: z.infer<typeof WithdrawLawMotion>,
): Promise<Answer<{ motion: { id: string; withdrawn: true } }>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'withdraw-law-motion', input, async (tx) => {
    const motion = await findMotion(tx, input.motion);
    if (motion === undefined) throw new NotYours();
    if (motion.withdrawn) return { refused: [refusal('motion-not-open')] };
    const { pack } = await packInForce(tx, context.now);
    const { effectiveFrom, enactedAt } = motion;
    const isLaw = enactedAt !== null && (effectiveFrom === null || effectiveFrom < firstDayOfChange(pack, context.now));
    if (isLaw) return { refused: [refusal('motion-in-force', { day: effectiveFrom ?? enactedAt })] };
    await saveWithdrawal(tx, {
      motion: motion.id,
      reason: input.reason,
      withdrawnBy: context.actor.id,
      withdrawnAt: context.now,
    });
    return {
      body: { motion: { id: motion.id, withdrawn: true } },
      subject: motion.id,
      facts: { kind: motion.subject.kind, reason: input.reason },
    };
  });
}
