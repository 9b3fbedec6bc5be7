import { z } from 'zod';
import { savePayout } from '#db/stores/commissions.ts';
import { findVendor } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { isDay } from '#lib/calendar/day.ts';
import { type Amount, moneyOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput, MonthInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const RecordPayout = z.strictObject({
  id: z.uuid(),
  vendor: z.uuid(),
  /** The month whose statement it settles. */
  month: MonthInput,
  amount: AmountInput,
  paidOn: z.string().refine(isDay),
  /** The bank's, or the number of a receipt. */
  reference: z.string().trim().min(2).max(80),
});

type Paid = { readonly payout: { readonly vendor: string; readonly month: string; readonly amount: Amount } };

/** Writes down what the market paid a vendor for a month. @throws Forbidden. */
export async function recordPayout(context: Context, input: z.infer<typeof RecordPayout>): Promise<Answer<Paid>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'record-payout', input, async (tx) => {
    const vendor = await findVendor(tx, input.vendor);
    if (vendor === undefined) return { refused: [refusal('vendor-unknown')] };
    const money = moneyOf(input.amount);
    if (money === undefined || money.minor === 0)
      return { refused: [refusal('price-invalid', { currency: input.amount.currency })] };
    const { month, paidOn, reference } = input;
    const by = { recordedAt: context.now, recordedBy: context.actor.id };
    await savePayout(tx, { id: input.id, vendor: vendor.id, month, ...money, paidOn, reference, ...by });
    return {
      body: { payout: { vendor: vendor.id, month, amount: input.amount } },
      subject: input.id,
      facts: { vendor: vendor.name, month, ...input.amount, number: reference },
    };
  });
}
