import { z } from 'zod';
import { saveDiscountApproval } from '#db/stores/discounts.ts';
import { openTillSession } from '#db/stores/tills.ts';
import { refusal } from '#lib/act/refusal.ts';
import { type Amount, amountOf, moneyOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { ApprovalInput, ownerBy } from './parts/approval.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const ApproveDiscount = z.strictObject({
  id: z.uuid(),
  /** All that may come off the prices of one payment. */
  upTo: AmountInput,
  approval: ApprovalInput,
});

export type Approved = {
  readonly approval: {
    readonly id: string;
    readonly upTo: Amount;
    readonly approvedBy: { readonly id: string; readonly name: string };
  };
};

/**
 * An owner allows, by PIN at a till where somebody else stands, that one payment of its session be less by so much. The sale names this act:
 * a PIN waits on no tablet's disk, and a sale that is finished without a network is still the one that was allowed. @throws Forbidden.
 */
export async function approveDiscount(
  context: Context,
  { approval, ...input }: z.infer<typeof ApproveDiscount>,
): Promise<Answer<Approved>> {
  mayOrThrow(context.actor, 'sell');
  const approver = await ownerBy(context, approval);
  if ('reason' in approver) return { status: 'refused', refusals: [approver] };
  return perform<Approved>(context, 'approve-discount', input, async (tx) => {
    const { actor, now } = context;
    if (actor.screen && actor.operator === null) return { refused: [refusal('operator-required')] };
    const session = await openTillSession(tx, actor.id);
    if (session === undefined && actor.role === 'till') return { refused: [refusal('no-till-session')] };
    const money = moneyOf(input.upTo);
    if (money === undefined || money.minor === 0) return { refused: [refusal('amount-invalid', { ...input.upTo })] };
    const { id, name } = approver;
    await saveDiscountApproval(tx, {
      id: input.id,
      device: actor.id,
      tillSession: session?.id ?? null,
      ...money,
      askedBy: actor.operator?.id ?? actor.id,
      approvedBy: id,
      approvedAt: now,
    });
    const body = { approval: { id: input.id, upTo: amountOf(money), approvedBy: { id, name } } };
    return { body, subject: input.id, facts: { ...input.upTo, approvedBy: name } };
  });
}
