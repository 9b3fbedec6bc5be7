import { z } from 'zod';
import { refusal } from '#lib/act/refusal.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { BasketInput, readBasket, saveBasket } from './parts/basket.ts';
import { drawerFor, takeTenders } from './parts/drawer.ts';
import { TenderInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const RingUpSale = BasketInput.extend({
  id: z.uuid(),
  tenders: z.array(TenderInput).max(10),
  origin: z.enum(['live', 'offline', 'paper', 'import']).optional(),
  occurredAt: z.iso.datetime({ offset: true }).optional(),
});

/** Sells goods of the till's stall to the holder of a pass. Refused sales write nothing. @throws Forbidden. */
export async function ringUpSale(context: Context, input: z.infer<typeof RingUpSale>): Promise<Answer<{ receipt: Receipt }>> {
  mayOrThrow(context.actor, 'sell');
  return perform(context, 'ring-up-sale', input, async (tx) => {
    const { origin, occurredAt } = input;
    if (occurredAt !== undefined || (origin !== undefined && origin !== 'live'))
      return { refused: [refusal('occurred-at-refused', { origin: origin ?? 'live' })] };
    if (context.actor.stall === null) return { refused: [refusal('stall-unknown')] };
    const drawer = await drawerFor(tx, context);
    if ('reason' in drawer) return { refused: [drawer] };
    const basket = await readBasket(tx, context, input, context.actor.stall);
    if ('refused' in basket) return basket;
    const settled = await takeTenders(tx, context, {
      payment: input.id,
      total: basket.total,
      tenders: input.tenders,
      rates: basket.tillRates,
      tillSession: drawer.id,
      custody: 'stall',
    });
    if ('reason' in settled) return { refused: [settled] };
    const of = { sale: input.id, act: input.id, payment: input.id, tillSession: drawer.id };
    const receipt = await saveBasket(tx, context, basket, { ...of, settled });
    return {
      body: { receipt },
      subject: input.id,
      facts: { number: receipt.number, stall: basket.stall.code, total: receipt.total.amount, currency: receipt.total.currency },
    };
  });
}
