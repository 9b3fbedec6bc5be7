import type { Rate } from '#lib/money/rate.ts';
import type { SettingValue } from './pack.ts';

/** What two people sign: a pack that becomes law on a day, another answer to an open question from a day on, or official rates. */
export type Subject =
  | { readonly kind: 'pack'; readonly version: string; readonly draft: string; readonly pack: string }
  | { readonly kind: 'answer'; readonly setting: string; readonly value: SettingValue }
  | { readonly kind: 'rates'; readonly rates: readonly Rate[] };

/** How many different people sign. */
export const SIGNATURES = 2;
