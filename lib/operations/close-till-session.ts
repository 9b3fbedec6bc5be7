import { z } from 'zod';
import { type TillSessionView, tillSessionView } from '#db/stores/till-sessions.ts';
import { closeTillSession as close, expectedInDrawer, findTillSession, saveCounts } from '#db/stores/tills.ts';
import { refusal } from '#lib/act/refusal.ts';
import { moneyOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const CloseTillSession = z.strictObject({ id: z.uuid(), session: z.uuid(), counted: z.array(AmountInput).max(10) });

/** Closes the drawer on a blind count and writes the Z: expected, counted and over/short per currency. @throws Forbidden, NotYours. */
export async function closeTillSession(
  context: Context,
  input: z.infer<typeof CloseTillSession>,
): Promise<Answer<{ session: TillSessionView }>> {
  mayOrThrow(context.actor, 'open-till');
  return perform(context, 'close-till-session', input, async (tx) => {
    const session = await findTillSession(tx, input.session);
    if (session === undefined || session.device !== context.actor.id) throw new NotYours();
    if (session.closedAt !== null) return { refused: [refusal('till-session-closed', { number: session.number })] };
    const counted = new Map<string, number>();
    for (const amount of input.counted) {
      const money = moneyOf(amount);
      if (money === undefined) return { refused: [refusal('amount-invalid', { ...amount })] };
      counted.set(money.currency, (counted.get(money.currency) ?? 0) + money.minor);
    }
    const expected = await expectedInDrawer(tx, session.id);
    const currencies = [...new Set([...expected.keys(), ...counted.keys()])].sort();
    const of = (amounts: ReadonlyMap<string, number>) =>
      currencies.map((currency) => ({ currency, minor: amounts.get(currency) ?? 0 }));
    await saveCounts(tx, session.id, 'expected', of(expected));
    await saveCounts(tx, session.id, 'counted', of(counted));
    await saveCounts(
      tx,
      session.id,
      'over-short',
      currencies.map((currency) => ({ currency, minor: (counted.get(currency) ?? 0) - (expected.get(currency) ?? 0) })),
    );
    await close(tx, session.id, context.now, context.actor.operator?.id ?? null);
    const view = (await tillSessionView(tx, session.id)) as TillSessionView;
    return { body: { session: view }, subject: session.id, facts: { number: session.number } };
  });
}
