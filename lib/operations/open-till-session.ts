import { z } from 'zod';
import { saveFloat } from '#db/stores/drawers.ts';
import { tillSessionView } from '#db/stores/till-sessions.ts';
import { openTillSession as findOpen, nextTillSessionNumber, saveTillSession } from '#db/stores/tills.ts';
import { refusal } from '#lib/act/refusal.ts';
import { moneyOf } from '#lib/money/money.ts';
import { isMarketDesk } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Context } from './context.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const OpenTillSession = z.strictObject({ id: z.uuid(), float: z.array(AmountInput).max(10) });

/** Opens the drawer with a float per currency. @throws Forbidden. */
export async function openTillSession(
  context: Context,
  input: z.infer<typeof OpenTillSession>,
): Promise<Answer<{ session: TillSessionView }>> {
  mayOrThrow(context.actor, 'open-till');
  return perform(context, 'open-till-session', input, async (tx) => {
    const { actor } = context;
    if (actor.screen && actor.operator === null) return { refused: [refusal('operator-required')] };
    if (actor.stall === null && !isMarketDesk(actor)) return { refused: [refusal('stall-unknown')] };
    const open = await findOpen(tx, actor.id);
    if (open !== undefined) return { refused: [refusal('till-session-open', { number: open.number })] };
    const float = input.float.map(moneyOf);
    if (float.some((money) => money === undefined)) return { refused: [refusal('amount-invalid')] };
    if (new Set(float.map((money) => money?.currency)).size !== float.length) return { refused: [refusal('currency-twice')] };
    await saveTillSession(tx, {
      id: input.id,
      number: await nextTillSessionNumber(tx, actor.id),
      device: actor.id,
      stall: actor.stall,
      openedAt: context.now,
      openedBy: actor.operator?.id ?? null,
    });
    await saveFloat(
      tx,
      input.id,
      float.flatMap((money) => money ?? []),
    );
    const session = (await tillSessionView(tx, input.id)) as TillSessionView;
    return { body: { session }, subject: input.id, facts: { number: session.number } };
  });
}
