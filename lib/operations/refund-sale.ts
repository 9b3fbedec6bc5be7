import { z } from 'zod';
import { receiptOfSale } from '#db/stores/receipts.ts';
import { type Amount, amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { drawerFor } from './parts/drawer.ts';
import { GoodsBackInput, payBack, readGoodsBack, saveGoodsBack } from './parts/goods-back.ts';
import { TenderInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const RefundSale = GoodsBackInput.extend({ id: z.uuid(), tenders: z.array(TenderInput).max(10) });

export type Refunded = {
  readonly refund: {
    readonly id: string;
    readonly sale: string;
    readonly total: Amount;
    readonly rounding: Amount;
    readonly replanned: boolean;
  };
  readonly receipt: Receipt;
};

/**
 * Gives money back by line, never more than was sold and never twice. While the visit is open the plan becomes what it
 * would be had the goods never been sold; once it is closed money goes back and the allowance stays. @throws Forbidden, NotYours.
 */
export async function refundSale(context: Context, input: z.infer<typeof RefundSale>): Promise<Answer<Refunded>> {
  mayOrThrow(context.actor, 'refund-sale');
  return perform(context, 'refund-sale', input, async (tx) => {
    const back = await readGoodsBack(tx, context, input);
    if ('reason' in back) return { refused: [back] };
    const drawer = await drawerFor(tx, context);
    if ('reason' in drawer) return { refused: [drawer] };
    const of = { refund: input.id, tillSession: drawer.id };
    const replanned = await saveGoodsBack(tx, context, back, of);
    const rounding = await payBack(tx, context, back, { ...of, tenders: input.tenders, creditMinor: 0 });
    if ('reason' in rounding) return { refused: [rounding] };
    const { sale, total } = back;
    const receipt = (await receiptOfSale(tx, sale.id)) as Receipt;
    const body = {
      refund: { id: input.id, sale: sale.id, total: amountOf(total), rounding: amountOf(rounding), replanned },
      receipt,
    };
    return { body, subject: sale.id, facts: { number: sale.number, total: body.refund.total.amount, currency: total.currency } };
  });
}
