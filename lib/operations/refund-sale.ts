import { z } from 'zod';
import { saveMovement } from '#db/stores/catalogue.ts';
import { cashUnitsAt } from '#db/stores/market.ts';
import { receiptOfSale } from '#db/stores/receipts.ts';
import { findSale, type SaleLineRow, type SaleRecord, saveRefund } from '#db/stores/sales.ts';
import { isTheirOwn } from '#db/stores/staff-travellers.ts';
import { findStall, type StallRecord } from '#db/stores/vendors.ts';
import { findVisit, type VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import { tenderShares } from '#lib/fiscal/tender-shares.ts';
import { type Amount, amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { refundRounding } from '#lib/sale/refund-rounding.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideAgain } from './parts/decide-again.ts';
import { drawerFor, tenderedOf } from './parts/drawer.ts';
import { refusedByFiscal, saveDocument } from './parts/fiscal.ts';
import { QuantityInput, TenderInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const RefundSale = z.strictObject({
  id: z.uuid(),
  sale: z.uuid(),
  lines: z
    .array(z.strictObject({ line: z.int().min(1).max(200), quantity: QuantityInput, goods: z.enum(['back', 'kept']) }))
    .min(1)
    .max(200),
  tenders: z.array(TenderInput).max(10),
  paidBy: z.enum(['stall', 'desk']),
});

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

type Part = {
  readonly line: SaleLineRow;
  readonly quantityMilli: number;
  readonly minor: number;
  readonly goods: 'back' | 'kept';
};

/**
 * Gives money back by line, never more than was sold and never twice. While the visit is open the plan becomes what it
 * would be had the goods never been sold; once it is closed money goes back and the allowance stays. @throws Forbidden, NotYours.
 */
export async function refundSale(context: Context, input: z.infer<typeof RefundSale>): Promise<Answer<Refunded>> {
  mayOrThrow(context.actor, 'refund-sale');
  return perform(context, 'refund-sale', input, async (tx) => {
    const sale = await findSale(tx, input.sale);
    if (sale === undefined || (context.actor.role === 'till' && sale.stall !== context.actor.stall)) throw new NotYours();
    if (await isTheirOwn(tx, context.actor, sale.traveller)) return { refused: [refusal('own-pass')] };
    if (sale.voided) return { refused: [refusal('sale-voided', { number: sale.number })] };
    const stall = (await findStall(tx, { id: sale.stall })) as StallRecord;
    const shut = await refusedByFiscal(tx, context, stall);
    if (shut !== undefined) return { refused: [shut] };
    const drawer = await drawerFor(tx, context);
    if ('reason' in drawer) return { refused: [drawer] };
    const parts = partsOf(sale, input.lines);
    if ('reason' in parts) return { refused: [parts] };
    const visit = (await findVisit(tx, sale.visit)) as VisitRow;
    if (visit.state === 'presented') return { refused: [refusal('visit-presented')] };
    const total = { minor: parts.reduce((sum, { minor }) => sum + minor, 0), currency: sale.currency };
    const tendered = tenderedOf(input.tenders);
    if ('reason' in tendered) return { refused: [tendered] };
    const rounding = refundRounding(total, tendered, await cashUnitsAt(tx, context.now));
    if (rounding === undefined)
      return { refused: [refusal('refund-not-exact', { due: amountOf(total).amount, currency: total.currency })] };

    const replans = visit.state === 'open';
    const back = parts.filter(({ goods }) => goods === 'back');
    await saveRefund(tx, {
      refund: {
        id: input.id,
        sale: sale.id,
        paidBy: input.paidBy,
        totalMinor: total.minor,
        currency: total.currency,
        tillSession: drawer.id,
        refundedAt: context.now,
        refundedBy: context.actor.operator?.id ?? context.actor.id,
      },
      lines: parts.map(({ line, quantityMilli, minor, goods }) => ({
        id: context.newId(),
        refund: input.id,
        saleLine: line.id,
        quantityMilli,
        minor,
        goods,
        replans: replans && goods === 'back',
      })),
      tenders: tendered.map(({ kind, money, reference }) => ({
        id: context.newId(),
        refund: input.id,
        kind,
        ...money,
        reference,
      })),
      rounding,
    });
    for (const { line, quantityMilli } of back) {
      await saveMovement(tx, {
        id: context.newId(),
        product: line.product,
        lot: line.lot,
        kind: 'refund',
        quantityMilli,
        reason: null,
        act: input.id,
        recordedAt: context.now,
      });
    }
    const replanned = replans && back.length > 0;
    if (replanned) await decideAgain(tx, context, { visit, act: input.id, cause: 'refund' });
    if (stall.fiscal !== null)
      await saveDocument(tx, context, {
        side: stall.side,
        adapter: stall.fiscal.adapter,
        type: 'refund',
        sale: sale.id,
        refund: input.id,
        taxId: sale.sellerTaxId,
        total,
        tenders: tenderShares(total, tendered),
        tillSession: drawer.id,
        origin: 'live',
        occurredAt: context.now,
      });
    const receipt = (await receiptOfSale(tx, sale.id)) as Receipt;
    const body = {
      refund: { id: input.id, sale: sale.id, total: amountOf(total), rounding: amountOf(rounding), replanned },
      receipt,
    };
    return { body, subject: sale.id, facts: { number: sale.number, total: body.refund.total.amount, currency: total.currency } };
  });
}

/** What each line gives back: its share of the price paid, the last part taking what rounding left. */
function partsOf(sale: SaleRecord, wanted: z.infer<typeof RefundSale>['lines']): readonly Part[] | Refusal {
  if (new Set(wanted.map(({ line }) => line)).size !== wanted.length) return refusal('refund-too-much', { number: sale.number });
  const parts: Part[] = [];
  for (const { line: position, quantity, goods } of wanted) {
    const line = sale.lines.find((each) => each.line === position);
    const quantityMilli = quantityMilliOf(quantity);
    if (line === undefined || quantityMilli === undefined) return refusal('quantity-invalid', { quantity });
    const after = line.refundedMilli + quantityMilli;
    if (after > line.quantityMilli)
      return refusal(line.refundedMilli === line.quantityMilli ? 'already-refunded' : 'refund-too-much', {
        number: sale.number,
        line: position,
      });
    const paidBackAfter =
      after === line.quantityMilli ? line.paidMinor : Math.floor((line.paidMinor * after) / line.quantityMilli);
    parts.push({ line, quantityMilli, minor: paidBackAfter - line.refundedMinor, goods });
  }
  return parts;
}
