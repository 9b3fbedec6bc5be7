import { z } from 'zod';
import { Amount } from './shapes.ts';

/** Where a vendor and the market stand for a month. */
export const Statement = z.strictObject({
  vendor: z.strictObject({ id: z.string(), name: z.string() }),
  month: z.string(),
  rates: z.array(z.strictObject({ category: z.string().nullable(), permille: z.int() })),
  bounds: z.array(z.strictObject({ currency: z.string(), floor: z.string().nullable(), cap: z.string().nullable() })),
  payouts: z.array(z.strictObject({ paidOn: z.string(), reference: z.string(), amount: Amount })),
  standing: z.array(
    z.strictObject({
      currency: z.string(),
      heldByVendor: z.string(),
      heldByMarket: z.string(),
      byRates: z.string(),
      commission: z.string(),
      broughtIn: z.string(),
      paidOut: z.string(),
      owedToVendor: z.string(),
    }),
  ),
});
