import { z } from 'zod';
import { findPerson } from '#db/stores/staff.ts';
import { nameTraveller } from '#db/stores/staff-travellers.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { PassShown } from './parts/inputs.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const NameOwnPass = z.strictObject({ id: z.uuid(), person: z.uuid(), pass: PassShown });

/**
 * Says which pass is the own one of somebody who works here: from then on they neither sell to it nor void or refund what it bought,
 * whichever pass or document of theirs is shown. Only the traveller's random id is kept. @throws Forbidden, NotYours.
 */
export async function nameOwnPass(
  context: Context,
  input: z.infer<typeof NameOwnPass>,
): Promise<Answer<{ person: { id: string; name: string } }>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'name-own-pass', input, async (tx) => {
    const person = await findPerson(tx, { id: input.person });
    if (person === undefined) throw new NotYours();
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) return { refused: [pass] };
    await nameTraveller(tx, {
      id: input.id,
      person: person.id,
      traveller: pass.traveller,
      namedAt: context.now,
      namedBy: context.actor.id,
    });
    return { body: { person: { id: person.id, name: person.name } }, subject: person.id };
  });
}
