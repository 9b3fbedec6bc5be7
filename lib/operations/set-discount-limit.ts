import { z } from 'zod';
import { saveDiscountLimit } from '#db/stores/discounts.ts';
import { findStall } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { basisPointsOf, percentOf } from '#lib/sale/discount.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const SetDiscountLimit = z.strictObject({ id: z.uuid(), stall: z.uuid(), percent: z.string().max(6) });

type Limited = { readonly limit: { readonly stall: string; readonly percent: string } };

/** Says how much of a price a cashier of the owner's stall may take off alone, from now on. @throws Forbidden, NotYours. */
export async function setDiscountLimit(context: Context, input: z.infer<typeof SetDiscountLimit>): Promise<Answer<Limited>> {
  mayOrThrow(context.actor, 'run-shop');
  return perform<Limited>(context, 'set-discount-limit', input, async (tx) => {
    const stall = await findStall(tx, { id: input.stall });
    if (stall === undefined || stall.vendor.id !== context.actor.vendor) throw new NotYours();
    const basisPoints = basisPointsOf(input.percent);
    if (basisPoints === undefined) return { refused: [refusal('percent-invalid', { percent: input.percent })] };
    await saveDiscountLimit(tx, {
      id: input.id,
      stall: stall.id,
      basisPoints,
      setAt: context.now,
      setBy: context.actor.id,
    });
    const percent = percentOf(basisPoints);
    return { body: { limit: { stall: stall.id, percent } }, subject: stall.id, facts: { stall: stall.code, percent } };
  });
}
