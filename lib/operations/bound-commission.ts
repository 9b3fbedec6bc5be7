import { z } from 'zod';
import { saveCommissionBound } from '#db/stores/commissions.ts';
import { packInForce } from '#db/stores/market.ts';
import { findVendor, stallsOf } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { monthAfter } from '#lib/calendar/day.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { moneyOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { CurrencyInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

export const BoundCommission = z.strictObject({
  id: z.uuid(),
  vendor: z.uuid(),
  currency: CurrencyInput,
  floor: decimal.nullable(),
  cap: decimal.nullable(),
});

type Bound = { readonly bound: { readonly vendor: string; readonly fromMonth: string } };

/** Says the least and the most commission of a vendor's months, from the next one on: what is stated already stays. @throws Forbidden. */
export async function boundCommission(context: Context, input: z.infer<typeof BoundCommission>): Promise<Answer<Bound>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'bound-commission', input, async (tx) => {
    const { currency } = input;
    const vendor = await findVendor(tx, input.vendor);
    if (vendor === undefined) return { refused: [refusal('vendor-unknown')] };
    const [floor, cap] = [input.floor, input.cap].map((amount) => (amount === null ? null : moneyOf({ amount, currency })));
    if (floor === undefined || cap === undefined) return { refused: [refusal('price-invalid', { currency })] };
    if (floor !== null && cap !== null && cap.minor < floor.minor) return { refused: [refusal('bound-order')] };
    const { pack } = await packInForce(tx, context.now);
    const [first] = await stallsOf(tx, vendor.id);
    const { zone } = pack.sides.find(({ code }) => code === first?.side) ?? (pack.sides[0] as (typeof pack.sides)[number]);
    const fromMonth = monthAfter(dayIn(zone, context.now).slice(0, 7));
    await saveCommissionBound(tx, {
      id: input.id,
      vendor: vendor.id,
      currency,
      floorMinor: floor?.minor ?? null,
      capMinor: cap?.minor ?? null,
      fromMonth,
      setAt: context.now,
      setBy: context.actor.id,
    });
    return {
      body: { bound: { vendor: vendor.id, fromMonth } },
      subject: input.id,
      facts: { vendor: vendor.name, floor: input.floor, cap: input.cap, currency, month: fromMonth },
    };
  });
}
