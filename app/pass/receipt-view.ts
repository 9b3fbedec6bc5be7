import type { Amount, Names } from '../_ui/views.ts';

/** A receipt, as far as its buyer's phone shows it. */
export type ReceiptView = {
  readonly id: string;
  readonly number: string;
  readonly stall: { readonly id: string; readonly code: string; readonly name: string; readonly side: string };
  readonly seller: { readonly name: string; readonly taxId: string };
  readonly occurredAt: string;
  readonly lines: readonly {
    readonly line: number;
    readonly names: Names;
    readonly quantity: string;
    readonly refundedQuantity: string;
    readonly unitPrice: Amount;
    readonly price: Amount;
    readonly listPrice?: Amount;
    readonly note?: string;
  }[];
  readonly total: Amount;
  readonly tenders: readonly { readonly kind: 'cash' | 'card' | 'qr'; readonly amount: Amount }[];
  readonly change: Amount;
  readonly rounding: Amount;
  readonly decisionCode: string;
  readonly state: 'sold' | 'voided' | 'refunded' | 'part-refunded';
};
