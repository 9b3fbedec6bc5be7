import type { Refusal } from '#lib/act/refusal.ts';
import type { FiscalView } from '#lib/fiscal/fiscal-document.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { Amount } from '#lib/money/money.ts';
import type { DiscountReason } from './discount.ts';

/** A receipt as every door shows it. The decision on it is as of this sale; the gate has the last word. */
export type Receipt = {
  readonly id: string;
  readonly number: string;
  readonly stall: { readonly id: string; readonly code: string; readonly name: string; readonly side: string };
  readonly seller: { readonly name: string; readonly taxId: string };
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly pass: { readonly code: string };
  readonly operator: { readonly id: string; readonly name: string } | null;
  readonly lines: readonly ReceiptLine[];
  readonly total: Amount;
  /** What came off its prices, and why; not there where nothing did. */
  readonly discounts?: readonly ReceiptDiscount[];
  readonly tenders: readonly {
    readonly kind: 'cash' | 'card' | 'qr';
    readonly amount: Amount;
    readonly reference: string | null;
  }[];
  readonly change: Amount;
  /** What was paid more than the total of the payment, or less, because no coin is small enough. */
  readonly rounding: Amount;
  readonly decision: Decision;
  readonly decisionCode: string;
  readonly state: 'sold' | 'voided' | 'refunded' | 'part-refunded';
  /** Goods of an earlier sale that came back for these in the same act; not there where none did. */
  readonly exchange?: ReceiptExchange;
  /** The receipts of sales that goods of this one came back for. */
  readonly exchangedFor?: readonly string[];
  /** What is odd about a sale that a till made without a network; not there for one that was made through the market. */
  readonly flags?: readonly Refusal[];
  /** Its fiscal document and those of what was given back since; not there where the side has no adapter. */
  readonly fiscal?: readonly FiscalView[];
};

export type ReceiptLine = {
  readonly line: number;
  readonly product: string;
  readonly names: Readonly<Record<string, string>>;
  readonly quantity: string;
  readonly refundedQuantity: string;
  readonly unitPrice: Amount;
  /** What was paid for it. */
  readonly price: Amount;
  /** What the shelf asked, where that is more. */
  readonly listPrice?: Amount;
  readonly note?: string;
  readonly fate: string;
};

export type ReceiptExchange = {
  readonly sale: string;
  readonly number: string;
  readonly lines: readonly {
    readonly names: Readonly<Record<string, string>>;
    readonly quantity: string;
    readonly amount: Amount;
  }[];
  /** What all that came back is worth. */
  readonly total: Amount;
  /** How much of it paid for the goods sold; the rest was given back. */
  readonly credit: Amount;
  readonly tenders: Receipt['tenders'];
  readonly rounding: Amount;
};

export type ReceiptDiscount = {
  /** Null: off the whole sale. */
  readonly line: number | null;
  readonly reason: DiscountReason;
  readonly note: string | null;
  /** As it was said; null where an amount was. */
  readonly percent: string | null;
  readonly amount: Amount;
  /** Whoever allowed more than a cashier may give alone. */
  readonly approvedBy: string | null;
};

/** What has become of a sale. */
export function saleState(
  voided: boolean,
  lines: readonly { readonly quantityMilli: number; readonly refundedMilli: number }[],
): Receipt['state'] {
  if (voided) return 'voided';
  if (lines.every((line) => line.refundedMilli === line.quantityMilli)) return 'refunded';
  return lines.some((line) => line.refundedMilli > 0) ? 'part-refunded' : 'sold';
}
