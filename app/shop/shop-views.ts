import type { Decision } from '#lib/law/decision.ts';
import type { ReceiptDiscount } from '#lib/sale/receipt.ts';
import type { Amount, Names } from '../_ui/views.ts';

/** What the shop's calls answer, as far as its screens read it. */
export type Takings = { readonly stall: string; readonly day: string; readonly count: number; readonly total: Amount };

export type ShopStall = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly side: string;
  readonly marketDay: string;
};

export type DayView = {
  readonly stalls: readonly ShopStall[];
  readonly takings: readonly Takings[];
  readonly best: readonly {
    readonly product: string;
    readonly names: Names;
    readonly quantity: number;
    readonly total: Amount;
  }[];
  readonly cashiers: readonly { readonly id: string; readonly name: string; readonly role: string }[];
};

export type ReceiptView = {
  readonly id: string;
  readonly number: string;
  readonly stall: { readonly id: string; readonly code: string; readonly name: string; readonly side: string };
  readonly seller: { readonly name: string; readonly taxId: string };
  readonly occurredAt: string;
  readonly pass: { readonly code: string };
  readonly operator: { readonly id: string; readonly name: string } | null;
  readonly lines: readonly {
    readonly line: number;
    readonly names: Names;
    readonly quantity: string;
    readonly refundedQuantity: string;
    readonly unitPrice: Amount;
    readonly price: Amount;
    readonly listPrice?: Amount;
    readonly note?: string;
    readonly fate: string;
  }[];
  readonly total: Amount;
  readonly discounts?: readonly ReceiptDiscount[];
  readonly tenders: readonly { readonly kind: 'cash' | 'card' | 'qr'; readonly amount: Amount }[];
  readonly change: Amount;
  readonly rounding: Amount;
  readonly decision: Decision;
  readonly decisionCode: string;
  readonly state: 'sold' | 'voided' | 'refunded' | 'part-refunded';
};

export type ProductView = {
  readonly id: string;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly hs: { readonly digits: string };
  readonly price: Amount;
  readonly netWeightG: number;
  readonly packedWeightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
  readonly origin: string;
  readonly customsStatus: string;
  readonly unit: 'piece' | 'kg';
  readonly stall: string;
  readonly stallCode: string;
  readonly onHand: string;
};
