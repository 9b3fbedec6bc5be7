import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import type { Money } from '#lib/money/money.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Basket, BasketInput, readBasket, saveBasket } from './parts/basket.ts';
import { drawerFor, takeTenders } from './parts/drawer.ts';
import { CurrencyInput, TenderInput } from './parts/inputs.ts';
import { discountFacts } from './parts/sale-facts.ts';
import { type Answer, perform } from './perform.ts';

export const TakePayment = z.strictObject({
  id: z.uuid(),
  sales: z
    .array(BasketInput.extend({ id: z.uuid(), stall: z.uuid() }))
    .min(1)
    .max(40),
  tenders: z.array(TenderInput).max(10),
  changeIn: CurrencyInput.optional(),
  custody: z.enum(['stall', 'market']),
});

export type Paid = {
  readonly payment: { readonly id: string; readonly custody: 'stall' | 'market' };
  readonly receipts: readonly Receipt[];
};

/**
 * One payment over several sales: a party's basket, one sale per pass, or several sellers' sales at a desk. All or none.
 * A till sells only for its own stall. @throws Forbidden.
 */
export async function takePayment(context: Context, input: z.infer<typeof TakePayment>): Promise<Answer<Paid>> {
  mayOrThrow(context.actor, 'sell');
  return perform(context, 'take-payment', input, async (tx) => {
    if (new Set(input.sales.map(({ id }) => id)).size !== input.sales.length) return { refused: [refusal('sale-id-twice')] };
    const drawer = await drawerFor(tx, context);
    if ('reason' in drawer) return { refused: [drawer] };
    const at = { payment: input.id, tillSession: drawer.id };
    const priced = await pricedTogether(tx, context, input.sales, at);
    if ('refused' in priced) return priced;
    const settled = await takeTenders(tx, context, {
      payment: input.id,
      total: priced.total,
      tenders: input.tenders,
      rates: priced.rates,
      tillSession: drawer.id,
      custody: input.custody,
      changeIn: input.changeIn,
    });
    if ('reason' in settled) return { refused: [settled] };
    const receipts: Receipt[] = [];
    let paidBefore = 0;
    for (const { id, stall, ...body } of input.sales) {
      const basket = await readBasket(tx, context, { ...body, id }, { ...at, stall });
      if ('refused' in basket) return basket;
      const of = { sale: id, act: input.id, payment: input.id, tillSession: drawer.id };
      receipts.push(await saveBasket(tx, context, basket, { ...of, settled, paidBefore }));
      paidBefore += basket.total.minor;
    }
    return {
      body: { payment: { id: input.id, custody: input.custody }, receipts },
      subject: input.id,
      facts: { sales: receipts.length, currency: priced.total.currency, ...discountFacts(receipts) },
    };
  });
}

/** What all the sales come to. Each is decided again when it is saved, after those before it. */
async function pricedTogether(
  tx: Tx,
  context: Context,
  sales: z.infer<typeof TakePayment>['sales'],
  at: { readonly payment: string; readonly tillSession: string | null },
): Promise<{ total: Money; rates: readonly Rate[] } | { refused: readonly Refusal[] }> {
  const baskets: Basket[] = [];
  for (const { id, stall, ...body } of sales) {
    if (context.actor.role === 'till' && stall !== context.actor.stall) return { refused: [refusal('stall-unknown')] };
    const basket = await readBasket(tx, context, { ...body, id }, { ...at, stall });
    if ('refused' in basket) return basket;
    baskets.push(basket);
  }
  const { total, tillRates } = baskets[0] as Basket;
  const stranger = baskets.find((basket) => basket.total.currency !== total.currency);
  if (stranger !== undefined) return { refused: [refusal('currencies-mixed', { currency: stranger.total.currency })] };
  return {
    total: { minor: baskets.reduce((sum, basket) => sum + basket.total.minor, 0), currency: total.currency },
    rates: tillRates,
  };
}
