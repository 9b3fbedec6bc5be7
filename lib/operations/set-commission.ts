import { z } from 'zod';
import { saveCommission } from '#db/stores/commissions.ts';
import { packInForce } from '#db/stores/market.ts';
import { findVendor } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const SetCommission = z.strictObject({
  id: z.uuid(),
  /** Left out: of every vendor that has none of its own. */
  vendor: z.uuid().optional(),
  /** A kind of goods and those below it. Left out: all goods. */
  category: z.string().max(40).optional(),
  permille: z.int().min(0).max(1000),
});

/** Says what the market keeps of each sale from now on. @throws Forbidden. */
export async function setCommission(
  context: Context,
  input: z.infer<typeof SetCommission>,
): Promise<Answer<{ commission: { vendor: string | null; category: string | null; permille: number } }>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'set-commission', input, async (tx) => {
    const vendor = input.vendor === undefined ? undefined : await findVendor(tx, input.vendor);
    if (input.vendor !== undefined && vendor === undefined) return { refused: [refusal('vendor-unknown')] };
    const { category = null } = input;
    const { pack } = await packInForce(tx, context.now);
    if (category !== null && !pack.categories.some(({ id }) => id === category))
      return { refused: [refusal('category-unknown', { category })] };
    await saveCommission(tx, {
      id: input.id,
      vendor: input.vendor ?? null,
      category,
      permille: input.permille,
      setAt: context.now,
      setBy: context.actor.id,
    });
    return {
      body: { commission: { vendor: input.vendor ?? null, category, permille: input.permille } },
      subject: input.id,
      facts: { vendor: vendor?.name ?? null, category, permille: input.permille },
    };
  });
}
