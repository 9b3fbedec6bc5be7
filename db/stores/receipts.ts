import { eq } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import type { Decision } from '#lib/law/decision.ts';
import { amountOf } from '#lib/money/money.ts';
import { type Receipt, saleState } from '#lib/sale/receipt.ts';
import type { Tx } from '../engine/engine.ts';
import { decision } from '../schema/allowance.ts';
import { changeGiven, tender } from '../schema/sale.ts';
import { person } from '../schema/staff.ts';
import { stall } from '../schema/vendor.ts';
import { pass } from '../schema/visit.ts';
import { findSale } from './sales.ts';

/** The receipt of a sale, as it stands now. */
export async function receiptOfSale(tx: Tx, id: string): Promise<Receipt | undefined> {
  const sale = await findSale(tx, id);
  if (sale === undefined) return undefined;
  const [at] = await tx.select().from(stall).where(eq(stall.id, sale.stall));
  const [holder] = await tx.select({ code: pass.code }).from(pass).where(eq(pass.id, sale.pass));
  const [decided] = await tx
    .select({ code: decision.code, body: decision.body })
    .from(decision)
    .where(eq(decision.id, sale.decision));
  const tenders = await tx.select().from(tender).where(eq(tender.payment, sale.payment));
  const [change] = await tx.select().from(changeGiven).where(eq(changeGiven.payment, sale.payment));
  const [operator] =
    sale.operator === null
      ? []
      : await tx.select({ id: person.id, name: person.name }).from(person).where(eq(person.id, sale.operator));
  if (at === undefined || holder === undefined || decided === undefined) throw new Error(`sale ${id} points nowhere`);
  const { currency } = sale;
  return {
    id: sale.id,
    number: sale.number,
    stall: { id: at.id, code: at.code, name: at.name, side: at.side },
    seller: { name: sale.sellerName, taxId: sale.sellerTaxId },
    occurredAt: sale.occurredAt,
    recordedAt: sale.recordedAt,
    pass: { code: holder.code },
    operator: operator ?? null,
    lines: sale.lines.map((line) => ({
      line: line.line,
      product: line.product,
      names: line.names,
      quantity: quantityTextOf(line.quantityMilli),
      refundedQuantity: quantityTextOf(line.refundedMilli),
      unitPrice: amountOf({ minor: Math.round((line.listMinor * 1000) / line.quantityMilli), currency }),
      price: amountOf({ minor: line.paidMinor, currency }),
      fate: line.fate,
    })),
    total: amountOf({ minor: sale.totalMinor, currency }),
    tenders: tenders.map(({ kind, minor, currency, reference }) => ({ kind, amount: amountOf({ minor, currency }), reference })),
    change: amountOf(change ?? { minor: 0, currency }),
    decision: decided.body as Decision,
    decisionCode: decided.code,
    state: saleState(sale.voided, sale.lines),
  };
}
