import type { MarketView, Names } from '../_ui/views.ts';

/** What a desk reads of the market: more than a kiosk does. */
export type DeskMarket = MarketView & {
  readonly stalls: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly side: string;
    readonly vendor: { readonly id: string; readonly name: string };
  }[];
  readonly currencies: readonly string[];
  readonly categories: readonly { readonly id: string; readonly parent: string | null; readonly names: Names }[];
};
