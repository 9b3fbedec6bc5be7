import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { saveMovement } from '#db/stores/catalogue.ts';
import { cashUnitsAt } from '#db/stores/market.ts';
import { findSale, type SaleLineRow, type SaleRecord, saveRefund, saveRefundTenders } from '#db/stores/sales.ts';
import { isTheirOwn } from '#db/stores/staff-travellers.ts';
import { findStall, type StallRecord } from '#db/stores/vendors.ts';
import { findVisit, type VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import { tenderShares } from '#lib/fiscal/tender-shares.ts';
import { amountOf, type Money } from '#lib/money/money.ts';
import { refundRounding } from '#lib/sale/refund-rounding.ts';
import { NotYours } from '#lib/staff/actor.ts';
import type { Context } from '../context.ts';
import { decideAgain } from './decide-again.ts';
import { tenderedOf } from './drawer.ts';
import { refusedByFiscal, saveDocument } from './fiscal.ts';
import { QuantityInput, type TenderInput } from './inputs.ts';

export const BackLineInput = z.strictObject({ line: z.int().min(1).max(200), quantity: QuantityInput });

/** Which goods of a sale come back, or are paid back and kept. */
export const GoodsBackInput = z.strictObject({
  sale: z.uuid(),
  lines: z
    .array(BackLineInput.extend({ goods: z.enum(['back', 'kept']) }))
    .min(1)
    .max(200),
  paidBy: z.enum(['stall', 'desk']),
});

type Part = {
  readonly line: SaleLineRow;
  readonly quantityMilli: number;
  readonly minor: number;
  readonly goods: 'back' | 'kept';
};

/** Goods that may be given back, and what they are worth. */
export type GoodsBack = {
  readonly sale: SaleRecord;
  readonly stall: StallRecord;
  readonly visit: VisitRow;
  readonly parts: readonly Part[];
  readonly total: Money;
  readonly paidBy: 'stall' | 'desk';
};

/** Reads what is to come back against its sale. @throws NotYours. */
export async function readGoodsBack(
  tx: Tx,
  context: Context,
  input: z.infer<typeof GoodsBackInput>,
): Promise<GoodsBack | Refusal> {
  const sale = await findSale(tx, input.sale);
  if (sale === undefined || (context.actor.role === 'till' && sale.stall !== context.actor.stall)) throw new NotYours();
  if (await isTheirOwn(tx, context.actor, sale.traveller)) return refusal('own-pass');
  if (sale.voided) return refusal('sale-voided', { number: sale.number });
  const stall = (await findStall(tx, { id: sale.stall })) as StallRecord;
  const shut = await refusedByFiscal(tx, context, stall);
  if (shut !== undefined) return shut;
  const parts = partsOf(sale, input.lines);
  if ('reason' in parts) return parts;
  const visit = (await findVisit(tx, sale.visit)) as VisitRow;
  if (visit.state === 'presented') return refusal('visit-presented');
  const total = { minor: parts.reduce((sum, { minor }) => sum + minor, 0), currency: sale.currency };
  return { sale, stall, visit, parts, total, paidBy: input.paidBy };
}

/** What each line gives back: its share of the price paid, the last part taking what rounding left. */
function partsOf(sale: SaleRecord, wanted: z.infer<typeof GoodsBackInput>['lines']): readonly Part[] | Refusal {
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

/**
 * Writes that the goods came back, puts them into stock and, while their visit is open, plans it as if they had never been sold. Once it is
 * closed the allowance stays as it was. @returns whether it was planned again.
 */
export async function saveGoodsBack(
  tx: Tx,
  context: Context,
  { sale, visit, parts, total, paidBy }: GoodsBack,
  of: { refund: string; tillSession: string | null },
): Promise<boolean> {
  const replans = visit.state === 'open';
  const back = parts.filter(({ goods }) => goods === 'back');
  await saveRefund(tx, {
    refund: {
      id: of.refund,
      sale: sale.id,
      paidBy,
      totalMinor: total.minor,
      currency: total.currency,
      tillSession: of.tillSession,
      refundedAt: context.now,
      refundedBy: context.actor.operator?.id ?? context.actor.id,
    },
    lines: parts.map(({ line, quantityMilli, minor, goods }) => ({
      id: context.newId(),
      refund: of.refund,
      saleLine: line.id,
      quantityMilli,
      minor,
      goods,
      replans: replans && goods === 'back',
    })),
  });
  for (const { line, quantityMilli } of back) {
    await saveMovement(tx, {
      id: context.newId(),
      product: line.product,
      lot: line.lot,
      kind: 'refund',
      quantityMilli,
      reason: null,
      act: of.refund,
      recordedAt: context.now,
    });
  }
  const replanned = replans && back.length > 0;
  if (replanned) await decideAgain(tx, context, { visit, act: of.refund, cause: 'refund' });
  return replanned;
}

/**
 * Pays out what the goods are worth, less what of it pays for others, and documents all of it. @returns what was given more or less because
 * no coin is small enough, or the refusal if it is not that sum.
 */
export async function payBack(
  tx: Tx,
  context: Context,
  { sale, stall, total }: GoodsBack,
  of: { refund: string; tillSession: string | null; tenders: readonly z.infer<typeof TenderInput>[]; creditMinor: number },
): Promise<Money | Refusal> {
  const tendered = tenderedOf(of.tenders);
  if ('reason' in tendered) return tendered;
  const due = { minor: total.minor - of.creditMinor, currency: total.currency };
  const rounding = refundRounding(due, tendered, await cashUnitsAt(tx, context.now));
  if (rounding === undefined) return refusal('refund-not-exact', { due: amountOf(due).amount, currency: due.currency });
  await saveRefundTenders(tx, {
    refund: of.refund,
    tenders: tendered.map(({ kind, money, reference }) => ({
      id: context.newId(),
      refund: of.refund,
      kind,
      ...money,
      reference,
    })),
    rounding,
  });
  if (stall.fiscal !== null)
    await saveDocument(tx, context, {
      side: stall.side,
      adapter: stall.fiscal.adapter,
      type: 'refund',
      sale: sale.id,
      refund: of.refund,
      taxId: sale.sellerTaxId,
      total,
      tenders: tenderShares(total, tendered),
      tillSession: of.tillSession,
      origin: 'live',
      occurredAt: context.now,
    });
  return rounding;
}
