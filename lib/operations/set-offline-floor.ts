import { z } from 'zod';
import { saveOfflineFloor } from '#db/stores/offline-sales.ts';
import { refusal } from '#lib/act/refusal.ts';
import { type Amount, amountOf, moneyOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const SetOfflineFloor = z.strictObject({ id: z.uuid(), floor: AmountInput });

/**
 * Says up to how much a till may sell on one pass while it has no network and no lease; nought: not at all. It counts from now on, and
 * tills hear of it with their next beacon. @throws Forbidden.
 */
export async function setOfflineFloor(
  context: Context,
  input: z.infer<typeof SetOfflineFloor>,
): Promise<Answer<{ floor: Amount }>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'set-offline-floor', input, async (tx) => {
    const floor = moneyOf(input.floor);
    if (floor === undefined) return { refused: [refusal('amount-invalid', input.floor)] };
    await saveOfflineFloor(tx, { id: input.id, ...floor, setAt: context.now, setBy: context.actor.id });
    return { body: { floor: amountOf(floor) }, subject: input.id, facts: input.floor };
  });
}
