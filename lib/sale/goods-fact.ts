import { measureOf } from '#lib/catalogue/measure.ts';
import type { FactLine } from '#lib/law/decision.ts';

/** What the law asks of a product; the same on a shelf of the server and of a till. */
type Measured = {
  readonly id: string;
  readonly category: string;
  readonly hsDigits: string;
  readonly unit: 'piece' | 'kg';
  readonly currency: string;
  readonly packedWeightG: number;
  readonly netWeightG: number;
  readonly volumeMl: number;
  readonly strengthPermille: number;
  readonly pieces: number;
};

/** One line of goods as the law sees it: at the price paid, with that of the shelf beside it where the two differ. */
export const goodsFact = (
  id: string,
  product: Measured,
  quantityMilli: number,
  { listMinor, paidMinor }: { readonly listMinor: number; readonly paidMinor: number },
  fate: FactLine['fate'],
): FactLine => ({
  id,
  category: product.category,
  hs: product.hsDigits,
  model: product.id,
  units: product.unit === 'piece' ? quantityMilli / 1000 : 1,
  valueMinor: paidMinor,
  ...(listMinor === paidMinor ? {} : { values: { list: listMinor } }),
  currency: product.currency,
  weightG: measureOf(product.packedWeightG, quantityMilli),
  netWeightG: measureOf(product.netWeightG, quantityMilli),
  volumeMl: measureOf(product.volumeMl, quantityMilli),
  strengthPermille: product.strengthPermille,
  pieces: measureOf(product.pieces, quantityMilli),
  fate,
});
