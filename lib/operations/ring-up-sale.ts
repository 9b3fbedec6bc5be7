import type { z } from 'zod';
import { refusal } from '#lib/act/refusal.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { readBasket, saveBasket } from './parts/basket.ts';
import { drawerFor, takeTenders } from './parts/drawer.ts';
import { saleFacts } from './parts/sale-facts.ts';
import type { SaleInput } from './parts/sale-input.ts';
import { type Answer, perform } from './perform.ts';

/** Sells goods of the till's stall to the holder of a pass. Refused sales write nothing. @throws Forbidden. */
export async function ringUpSale(context: Context, input: z.infer<typeof SaleInput>): Promise<Answer<{ receipt: Receipt }>> {
  mayOrThrow(context.actor, 'sell');
  const { origin, occurredAt, offline, ...sale } = input;
  return perform(context, 'ring-up-sale', sale, async (tx) => {
    if (occurredAt !== undefined || offline !== undefined || (origin !== undefined && origin !== 'live'))
      return { refused: [refusal('occurred-at-refused', { origin: origin ?? 'live' })] };
    if (context.actor.stall === null) return { refused: [refusal('stall-unknown')] };
    const drawer = await drawerFor(tx, context);
    if ('reason' in drawer) return { refused: [drawer] };
    const basket = await readBasket(tx, context, sale, { stall: context.actor.stall, payment: input.id, tillSession: drawer.id });
    if ('refused' in basket) return basket;
    const settled = await takeTenders(tx, context, {
      payment: input.id,
      total: basket.total,
      tenders: input.tenders,
      rates: basket.tillRates,
      tillSession: drawer.id,
      custody: basket.stall.custody,
      changeIn: input.changeIn,
    });
    if ('reason' in settled) return { refused: [settled] };
    const of = { sale: input.id, act: input.id, payment: input.id, tillSession: drawer.id };
    const receipt = await saveBasket(tx, context, basket, { ...of, settled });
    return { body: { receipt }, subject: input.id, facts: saleFacts(receipt) };
  });
}
