import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { saveMovement } from '#db/stores/catalogue.ts';
import { isExchange } from '#db/stores/exchanges.ts';
import { fiscalDocumentsOf } from '#db/stores/fiscal-documents.ts';
import { receiptOfSale } from '#db/stores/receipts.ts';
import { countPaidBy, findSale, type SaleRecord, saveVoid } from '#db/stores/sales.ts';
import { isTheirOwn } from '#db/stores/staff-travellers.ts';
import { findTillSession } from '#db/stores/tills.ts';
import { findVisit, type VisitRow } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideAgain } from './parts/decide-again.ts';
import { saleRefusedByFiscal, saveDocument } from './parts/fiscal.ts';
import { type Answer, perform } from './perform.ts';

export const VoidSale = z.strictObject({ id: z.uuid(), sale: z.uuid(), reason: z.string().trim().min(3).max(500) });

/** Undoes a whole sale before its till closes; the visit is planned as if it had never been. @throws Forbidden, NotYours. */
export async function voidSale(context: Context, input: z.infer<typeof VoidSale>): Promise<Answer<{ receipt: Receipt }>> {
  mayOrThrow(context.actor, 'void-sale');
  return perform(context, 'void-sale', input, async (tx) => {
    const sale = await findSale(tx, input.sale);
    if (sale === undefined || (context.actor.role === 'till' && sale.stall !== context.actor.stall)) throw new NotYours();
    if (await isTheirOwn(tx, context.actor, sale.traveller)) return { refused: [refusal('own-pass')] };
    if (sale.voided) return { refused: [refusal('sale-voided', { number: sale.number })] };
    if (sale.lines.some((line) => line.refundedMilli > 0))
      return { refused: [refusal('already-refunded', { number: sale.number })] };
    if ((await countPaidBy(tx, sale.payment)) > 1) return { refused: [refusal('paid-together', { number: sale.number })] };
    if (await isExchange(tx, sale.id)) return { refused: [refusal('sale-of-exchange', { number: sale.number })] };
    const session = sale.tillSession === null ? undefined : await findTillSession(tx, sale.tillSession);
    if (session !== undefined && session.device !== context.actor.id)
      return { refused: [refusal('void-elsewhere', { number: sale.number })] };
    if (session !== undefined && session.closedAt !== null)
      return { refused: [refusal('till-session-closed-for-void', { number: sale.number })] };
    const shut = await saleRefusedByFiscal(tx, context, sale.stall);
    if (shut !== undefined) return { refused: [shut] };
    const visit = (await findVisit(tx, sale.visit)) as VisitRow;
    if (visit.state !== 'open') return { refused: [refusal(visit.state === 'presented' ? 'visit-presented' : 'visit-closed')] };
    await saveVoid(tx, {
      sale: sale.id,
      reason: input.reason,
      voidedAt: context.now,
      voidedBy: context.actor.operator?.id ?? context.actor.id,
    });
    for (const line of sale.lines) {
      await saveMovement(tx, {
        id: context.newId(),
        product: line.product,
        lot: line.lot,
        kind: 'void',
        quantityMilli: line.quantityMilli,
        reason: input.reason,
        act: input.id,
        recordedAt: context.now,
      });
    }
    await decideAgain(tx, context, { visit, act: input.id, cause: 'void' });
    await voidDocument(tx, context, sale);
    const receipt = (await receiptOfSale(tx, sale.id)) as Receipt;
    return { body: { receipt }, subject: sale.id, facts: { number: sale.number, reason: input.reason } };
  });
}

/** As its sale was documented: one that no operator was told of is not taken back there either. */
async function voidDocument(tx: Tx, context: Context, sale: SaleRecord): Promise<void> {
  const of = (await fiscalDocumentsOf(tx, sale.id)).find(({ type }) => type === 'sale');
  if (of === undefined) return;
  await saveDocument(tx, context, {
    side: of.side,
    adapter: of.adapter,
    type: 'void',
    sale: sale.id,
    taxId: of.taxId,
    total: { minor: of.totalMinor, currency: of.currency },
    tenders: of.tenders,
    tillSession: sale.tillSession,
    origin: 'live',
    occurredAt: context.now,
  });
}
