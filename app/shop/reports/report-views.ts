import type { Amount, Names } from '../../_ui/views.ts';

/** What the report's call answers, as far as its screen reads it. */
export type ReportView = {
  readonly stalls: readonly { readonly id: string; readonly code: string; readonly name: string; readonly side: string }[];
  readonly days: readonly { readonly day: string; readonly sales: number; readonly total: Amount }[];
  readonly hours: readonly { readonly hour: number; readonly sales: number }[];
  readonly products: readonly {
    readonly product: string;
    readonly names: Names;
    readonly quantity: number;
    readonly total: Amount;
  }[];
  readonly categories: readonly { readonly category: string; readonly total: Amount }[];
  readonly cashiers: readonly {
    readonly cashier: string | null;
    readonly subject: string;
    readonly sales: number;
    readonly total: Amount;
  }[];
};
