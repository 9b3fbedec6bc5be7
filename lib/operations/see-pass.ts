import { passCardOf } from '#db/stores/pass-cards.ts';
import type { PassRecord } from '#db/stores/visits.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';

/** Looks at a pass; a shopper sees only the one in their hand. @throws Forbidden, NotYours if it is not known. */
export async function seePass(
  context: Context,
  shown: string,
): Promise<{ readonly card: PassCard; readonly record: PassRecord }> {
  mayOrThrow(context.actor, 'see-pass');
  return context.read(async (tx) => {
    const record = await passInHand(tx, context, shown);
    if (isRefusal(record) || (context.actor.role === 'shopper' && context.actor.pass !== record.id)) throw new NotYours();
    return { record, card: await passCardOf(tx, context.keys, record, context.now) };
  });
}
