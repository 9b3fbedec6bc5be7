import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { forgetAnswersAbout } from '#db/stores/acts.ts';
import { forgetDocumentsOf } from '#db/stores/identities.ts';
import { personOf } from '#db/stores/persons.ts';
import { openVisitsOf, passesOf, saveRevocation } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { PassShown } from './parts/inputs.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const ErasePerson = z.strictObject({ id: z.uuid(), pass: PassShown, reason: z.string().trim().min(3).max(500) });

type Erased = {
  readonly erasure: { readonly travellers: readonly string[]; readonly documents: number; readonly erasedAt: string };
};

/**
 * Erases the holder of a pass on their request: what their documents say, how they are found and the keys that open them. Random ids,
 * acts, decisions and the audit stay and verify. A pass that was not used yet is withdrawn, since nobody could say whose it is.
 * Refused while they are inside. @throws Forbidden.
 */
export async function erasePerson(context: Context, input: z.infer<typeof ErasePerson>): Promise<Answer<Erased>> {
  mayOrThrow(context.actor, 'erase-person');
  const answer = await perform<Erased>(context, 'erase-person', input, async (tx) => {
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) return { refused: [pass] };
    const { holder, members } = await personOf(tx, pass.traveller);
    const [open] = await openVisitsOf(tx, members);
    if (open !== undefined) return { refused: [refusal('erase-visit-open', { side: open.side, enteredAt: open.enteredAt })] };
    const documents = await forgetDocumentsOf(tx, members);
    if (documents === 0) return { refused: [refusal('already-erased')] };
    await withdrawUnused(tx, context, members, input.reason);
    await forgetAnswersAbout(tx, members);
    return {
      body: { erasure: { travellers: members, documents, erasedAt: context.now } },
      subject: holder,
      facts: { reason: input.reason, documents, travellers: members.length },
    };
  });
  // Only once the act is on the disk; a key that a crash leaves behind goes when the market opens again.
  if (answer.status !== 'refused') for (const traveller of answer.body.erasure.travellers) context.keys.erase(traveller);
  return answer;
}

async function withdrawUnused(tx: Tx, context: Context, members: readonly string[], reason: string): Promise<void> {
  for (const pass of await passesOf(tx, members))
    if (passStateOf(pass, context.now).state === 'issued')
      await saveRevocation(tx, { pass: pass.id, reason, revokedAt: context.now, revokedBy: context.actor.id });
}
