import { quantityWeighed, readScaleCode, type ScaleCode } from '#lib/catalogue/scale-code.ts';
import { exponentOf, moneyOf } from '#lib/money/money.ts';
import type { ProductView } from './till-views.ts';

/** What is wrong with a label from a scale. */
export type LabelFault = 'price-check' | 'nothing-weighed' | 'not-by-weight' | 'price-differs' | 'not-here';

/** The goods of a scale's label and how much of them it is, from this tablet's own shelf; undefined where the code is no such label. */
export async function weighedGoods(
  gtin14: string,
  layouts: readonly ScaleCode[],
  ofGtin: (gtin14: string) => Promise<ProductView | undefined>,
): Promise<{ readonly product: ProductView; readonly milli: number } | { readonly fault: LabelFault } | undefined> {
  const read = readScaleCode(gtin14, layouts);
  if (read === undefined || 'fault' in read) return read;
  const product = await ofGtin(read.gtin);
  if (product === undefined) return { fault: 'not-here' };
  const priceMinor = moneyOf(product.price)?.minor ?? 0;
  const milli = quantityWeighed(read, { unit: product.unit, priceMinor, exponent: exponentOf(product.price.currency) });
  return typeof milli === 'number' ? { product, milli } : milli;
}
