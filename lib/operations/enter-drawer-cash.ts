import { z } from 'zod';
import { saveDrawerEntry } from '#db/stores/drawer-records.ts';
import { tillSessionView } from '#db/stores/till-sessions.ts';
import { refusal } from '#lib/act/refusal.ts';
import { moneyOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import { ownCustody } from '#lib/till/cash-count.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import type { Context } from './context.ts';
import { ApprovalInput, approverOf } from './parts/approval.ts';
import { CustodyInput } from './parts/count-drawer.ts';
import { AmountInput } from './parts/inputs.ts';
import { openSession } from './parts/open-session.ts';
import { type Answer, perform } from './perform.ts';

export const EnterDrawerCash = z.strictObject({
  id: z.uuid(),
  session: z.uuid(),
  kind: z.enum(['in', 'out']),
  amount: AmountInput,
  custody: CustodyInput.optional(),
  reason: z.string().trim().min(3).max(200),
  /** Whoever may allow cash out, by PIN, where that is not who stands at the till. */
  approval: ApprovalInput.optional(),
});

/** Cash that goes into the drawer or out of it for another cause than a sale. Cash out needs the owner's word, at the market's desk that of a second of its people. @throws Forbidden, NotYours. */
export async function enterDrawerCash(
  context: Context,
  { approval, ...input }: z.infer<typeof EnterDrawerCash>,
): Promise<Answer<{ session: TillSessionView }>> {
  mayOrThrow(context.actor, 'open-till');
  const approver = input.kind === 'out' ? await approverOf(context, approval) : null;
  if (approver !== null && 'reason' in approver) return { status: 'refused', refusals: [approver] };
  return perform(context, 'enter-drawer-cash', input, async (tx) => {
    const session = await openSession(tx, context.actor, input.session);
    if ('reason' in session) return { refused: [session] };
    const money = moneyOf(input.amount);
    if (money === undefined || money.minor === 0) return { refused: [refusal('amount-invalid', { ...input.amount })] };
    await saveDrawerEntry(tx, {
      id: input.id,
      tillSession: session.id,
      kind: input.kind,
      custody: input.custody ?? ownCustody(session),
      ...money,
      reason: input.reason,
      recordedAt: context.now,
      recordedBy: context.actor.operator?.id ?? context.actor.id,
      approvedBy: approver?.id ?? null,
    });
    const facts = { number: session.number, ...input.amount, reason: input.reason };
    return { body: { session: (await tillSessionView(tx, session.id)) as TillSessionView }, subject: session.id, facts };
  });
}
