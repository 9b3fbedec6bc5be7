import type { ScaleCode } from '#lib/catalogue/scale-code.ts';

const BY_WEIGHT: ScaleCode = { prefix: '23', itemDigits: 5, hasPriceCheck: false, holds: 'weight', valueDigits: 5, decimals: 3 };
const BY_PRICE = { itemDigits: 5, hasPriceCheck: false, holds: 'price', valueDigits: 5 } as const;

/** How scales of either side write: grams alike; prices to the fen, and in whole tenge. A code that begins with 02 proves its price. */
export const SCALE_CODES: readonly { readonly side: string; readonly codes: readonly ScaleCode[] }[] = [
  {
    side: 'CN',
    codes: [
      BY_WEIGHT,
      { ...BY_PRICE, prefix: '24', decimals: 2 },
      { prefix: '02', itemDigits: 5, hasPriceCheck: true, holds: 'price', valueDigits: 4, decimals: 2 },
    ],
  },
  { side: 'KZ', codes: [BY_WEIGHT, { ...BY_PRICE, prefix: '26', decimals: 0 }] },
];
