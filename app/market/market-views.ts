import type { Rate } from '#lib/money/rate.ts';
import type { Amount, MarketView, Names } from '../_ui/views.ts';

/** What the API answers to a phone. The API's own tests hold the two together. */
export type StallView = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly side: string;
  readonly vendor: { readonly id: string; readonly name: string };
};

export type CategoryView = { readonly id: string; readonly parent: string | null; readonly names: Names };

export type PhoneMarket = MarketView & {
  readonly stalls: readonly StallView[];
  readonly currencies: readonly string[];
  readonly categories: readonly CategoryView[];
  readonly tillRates: readonly Rate[];
  readonly lawRates: readonly Rate[];
};

export type ProductView = {
  readonly id: string;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly hs: { readonly scheme: string; readonly edition: string; readonly digits: string };
  readonly price: Amount;
  readonly netWeightG: number;
  readonly packedWeightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
  readonly unit: 'piece' | 'kg';
  readonly origin: string;
  readonly stall: string;
  readonly stallCode: string;
  readonly onHand: string;
};

export type ProductPage = { readonly products: readonly ProductView[]; readonly next: string | null };
