import { z } from 'zod';
import { saveExchange } from '#db/stores/exchanges.ts';
import { receiptOfSale } from '#db/stores/receipts.ts';
import { refusal } from '#lib/act/refusal.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { BasketInput, readBasket, saveBasket } from './parts/basket.ts';
import { drawerFor, takeTenders } from './parts/drawer.ts';
import { GoodsBackInput, payBack, readGoodsBack, saveGoodsBack } from './parts/goods-back.ts';
import { CurrencyInput, TenderInput } from './parts/inputs.ts';
import { saleFacts } from './parts/sale-facts.ts';
import { type Answer, perform } from './perform.ts';

export const ExchangeSale = GoodsBackInput.extend({
  id: z.uuid(),
  /** What is sold for them, under an id of its own. */
  sold: BasketInput.extend({ id: z.uuid() }),
  /** What the shopper pays, where the goods sold are worth more. */
  tenders: z.array(TenderInput).max(10),
  /** What they are given, where the goods that came back are. */
  givenBack: z.array(TenderInput).max(10).optional(),
  changeIn: CurrencyInput.optional(),
});

/**
 * Goods of a sale come back and others are sold for them: a refund and a sale that name each other, and neither without the other. The plan
 * is first what it would be had the goods never been sold, and the new ones are decided on that. @throws Forbidden, NotYours.
 */
export async function exchangeSale(
  context: Context,
  input: z.infer<typeof ExchangeSale>,
): Promise<Answer<{ receipt: Receipt; of: Receipt }>> {
  mayOrThrow(context.actor, 'sell');
  mayOrThrow(context.actor, 'refund-sale');
  const { id, sold } = input;
  return perform(context, 'exchange-sale', input, async (tx) => {
    const back = await readGoodsBack(tx, context, input);
    if ('reason' in back) return { refused: [back] };
    const drawer = await drawerFor(tx, context);
    if ('reason' in drawer) return { refused: [drawer] };
    const tillSession = drawer.id;
    await saveGoodsBack(tx, context, back, { refund: id, tillSession });
    const basket = await readBasket(tx, context, sold, { stall: back.stall.id, payment: sold.id, tillSession });
    if ('refused' in basket) return basket;
    const { currency } = back.total;
    if (basket.total.currency !== currency)
      return { refused: [refusal('currencies-mixed', { currency: basket.total.currency })] };
    const creditMinor = Math.min(back.total.minor, basket.total.minor);
    const settled = await takeTenders(tx, context, {
      payment: sold.id,
      total: { minor: basket.total.minor - creditMinor, currency },
      tenders: input.tenders,
      rates: basket.tillRates,
      tillSession,
      custody: input.paidBy === 'desk' ? 'market' : back.stall.custody,
      changeIn: input.changeIn,
    });
    if ('reason' in settled) return { refused: [settled] };
    const rounding = await payBack(tx, context, back, {
      refund: id,
      tillSession,
      tenders: input.givenBack ?? [],
      creditMinor,
    });
    if ('reason' in rounding) return { refused: [rounding] };
    const saved = await saveBasket(tx, context, basket, { sale: sold.id, act: id, payment: sold.id, tillSession, settled });
    await saveExchange(tx, { refund: id, sale: sold.id, minor: creditMinor, currency });
    return {
      body: {
        receipt: (await receiptOfSale(tx, sold.id)) as Receipt,
        of: (await receiptOfSale(tx, back.sale.id)) as Receipt,
      },
      subject: sold.id,
      facts: { ...saleFacts(saved), back: amountOf(back.total).amount, of: back.sale.number },
    };
  });
}
