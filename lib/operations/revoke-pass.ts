import { z } from 'zod';
import { passCardOf } from '#db/stores/pass-cards.ts';
import { findPass, type PassRecord, saveRevocation } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const RevokePass = z.strictObject({
  id: z.uuid(),
  pass: z.string().min(1).max(600),
  reason: z.string().trim().min(3).max(500),
});

/** Takes a pass out of force, with a reason that stays on record. @throws Forbidden. */
export async function revokePass(context: Context, input: z.infer<typeof RevokePass>): Promise<Answer<{ pass: PassCard }>> {
  mayOrThrow(context.actor, 'revoke-pass');
  return perform(context, 'revoke-pass', input, async (tx) => {
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) return { refused: [pass] };
    if (pass.revocation !== null)
      return { refused: [refusal('pass-revoked', { revokedAt: pass.revocation.revokedAt, cause: pass.revocation.reason })] };
    await saveRevocation(tx, {
      pass: pass.id,
      reason: input.reason,
      revokedAt: context.now,
      revokedBy: context.actor.operator?.id ?? context.actor.id,
    });
    const saved = (await findPass(tx, { id: pass.id })) as PassRecord;
    return {
      body: { pass: await passCardOf(tx, context.keys, saved, context.now) },
      subject: pass.id,
      facts: { reason: input.reason },
    };
  });
}
