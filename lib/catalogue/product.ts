export const LANGUAGES_OF_GOODS = ['en', 'zh', 'ru', 'kk', 'ur'] as const;
export type Names = Readonly<Record<(typeof LANGUAGES_OF_GOODS)[number], string>>;

export type HsCode = { readonly scheme: 'HS'; readonly edition: '2022'; readonly digits: string };

/** Where goods stand with customs: under bond, cleared for export from their side, duty paid, or never dutiable there. */
export const CUSTOMS_STATUSES = ['bonded', 'export-cleared', 'duty-paid', 'free-circulation'] as const;
export type CustomsStatus = (typeof CUSTOMS_STATUSES)[number];

/** Goods a stall sells. Price and measures are those of one unit: one piece or pack, or one kilogram. */
export type Product = {
  readonly id: string;
  readonly stall: string;
  readonly vendor: string;
  readonly gtin: string;
  readonly names: Names;
  readonly category: string;
  readonly hs: HsCode;
  readonly priceMinor: number;
  readonly currency: string;
  readonly netWeightG: number;
  readonly packedWeightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  /** Cigarettes in a carton, cigars in a box; otherwise 1. */
  readonly pieces: number;
  readonly unit: 'piece' | 'kg';
  /** ISO 3166-1 alpha-3. */
  readonly origin: string;
  readonly customsStatus: CustomsStatus;
};
