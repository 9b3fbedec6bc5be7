import { eq } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { fiscalViewOf } from '#lib/fiscal/fiscal-document.ts';
import type { Decision } from '#lib/law/decision.ts';
import { amountOf, type Money } from '#lib/money/money.ts';
import { percentOf } from '#lib/sale/discount.ts';
import { type Receipt, type ReceiptDiscount, saleState } from '#lib/sale/receipt.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { decision } from '../schema/allowance.ts';
import { changeGiven, paymentRounding, sale, tender } from '../schema/sale.ts';
import { person } from '../schema/staff.ts';
import { stall } from '../schema/vendor.ts';
import { pass } from '../schema/visit.ts';
import { discountsOfSale } from './discounts.ts';
import { exchangesOf } from './exchanges.ts';
import { fiscalDocumentsOf } from './fiscal-documents.ts';
import { findOfflineSale } from './offline-sales.ts';
import { findSale, type SaleRecord, type TenderRow } from './sales.ts';

/** All that a receipt says. */
export type Sold = {
  readonly sale: SaleRecord;
  readonly stall: Receipt['stall'];
  readonly passCode: string;
  readonly decision: Decision;
  readonly decisionCode: string;
  readonly operator: Receipt['operator'];
  readonly tenders: readonly (Money & Pick<TenderRow, 'kind' | 'reference'>)[];
  readonly change: Money | undefined;
  readonly rounding: Money | undefined;
  readonly discounts: Awaited<ReturnType<typeof discountsOfSale>>;
};

const besideSale = keptRow(['sale'], (tx, at) =>
  tx
    .select({
      stall: { id: stall.id, code: stall.code, name: stall.name, side: stall.side },
      passCode: pass.code,
      decision: decision.body,
      decisionCode: decision.code,
      operator: { id: person.id, name: person.name },
    })
    .from(sale)
    .innerJoin(stall, eq(stall.id, sale.stall))
    .innerJoin(pass, eq(pass.id, sale.pass))
    .innerJoin(decision, eq(decision.id, sale.decision))
    .leftJoin(person, eq(person.id, sale.operator))
    .where(eq(sale.id, at.sale)),
);
const tendersOf = keptQuery(['payment'], (tx, at) => tx.select().from(tender).where(eq(tender.payment, at.payment)));
const changeOf = keptRow(['payment'], (tx, at) =>
  tx
    .select({ minor: changeGiven.minor, currency: changeGiven.currency })
    .from(changeGiven)
    .where(eq(changeGiven.payment, at.payment)),
);

const roundingOf = keptRow(['payment'], (tx, at) =>
  tx
    .select({ minor: paymentRounding.minor, currency: paymentRounding.currency })
    .from(paymentRounding)
    .where(eq(paymentRounding.payment, at.payment)),
);

/** The receipt of a sale, as it stands now. */
export async function receiptOfSale(tx: Tx, id: string): Promise<Receipt | undefined> {
  const found = await findSale(tx, id);
  if (found === undefined) return undefined;
  const beside = await besideSale(tx, { sale: id });
  if (beside === undefined) throw new Error(`sale ${id} points nowhere`);
  const { payment } = found;
  const receipt = receiptOf({
    ...beside,
    sale: found,
    decision: beside.decision as Decision,
    tenders: await tendersOf(tx, { payment }),
    change: await changeOf(tx, { payment }),
    rounding: await roundingOf(tx, { payment }),
    discounts: found.lines.some(({ discountMinor }) => discountMinor > 0) ? await discountsOfSale(tx, id) : [],
  });
  const offline = found.origin === 'offline' ? await findOfflineSale(tx, id) : undefined;
  const documents = (await fiscalDocumentsOf(tx, id)).map(fiscalViewOf);
  return {
    ...receipt,
    ...(await exchangesOf(tx, id)),
    ...(offline === undefined ? {} : { flags: offline.flags }),
    ...(documents.length === 0 ? {} : { fiscal: documents }),
  };
}

export function receiptOf({
  sale,
  stall: at,
  passCode,
  decision: decided,
  decisionCode,
  operator,
  tenders,
  change,
  rounding,
  discounts,
}: Sold): Receipt {
  const { currency } = sale;
  return {
    id: sale.id,
    number: sale.number,
    stall: at,
    seller: { name: sale.sellerName, taxId: sale.sellerTaxId },
    occurredAt: sale.occurredAt,
    recordedAt: sale.recordedAt,
    pass: { code: passCode },
    operator,
    lines: sale.lines.map((line) => ({
      line: line.line,
      product: line.product,
      names: line.names,
      quantity: quantityTextOf(line.quantityMilli),
      refundedQuantity: quantityTextOf(line.refundedMilli),
      unitPrice: amountOf({ minor: Math.round((line.listMinor * 1000) / line.quantityMilli), currency }),
      price: amountOf({ minor: line.paidMinor, currency }),
      ...(line.discountMinor === 0 ? {} : { listPrice: amountOf({ minor: line.listMinor, currency }) }),
      ...(line.note === null ? {} : { note: line.note }),
      fate: line.fate,
    })),
    total: amountOf({ minor: sale.totalMinor, currency }),
    ...(discounts.length === 0 ? {} : { discounts: discounts.map((each) => discountOf(each, sale)) }),
    tenders: tenders.map(({ kind, minor, currency, reference }) => ({ kind, amount: amountOf({ minor, currency }), reference })),
    change: amountOf(change ?? { minor: 0, currency }),
    rounding: amountOf(rounding ?? { minor: 0, currency }),
    decision: decided,
    decisionCode,
    state: saleState(sale.voided, sale.lines),
  };
}

const discountOf = ({ row, approvedBy }: Sold['discounts'][number], { lines, currency }: SaleRecord): ReceiptDiscount => ({
  line: lines.find(({ id }) => id === row.saleLine)?.line ?? null,
  reason: row.reason,
  note: row.note,
  percent: row.basisPoints === null ? null : percentOf(row.basisPoints),
  amount: amountOf({ minor: row.minor, currency }),
  approvedBy,
});
