import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { type ProductRow, productsByIds } from '#db/stores/catalogue.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isSellable, measureOf, quantityMilliOf } from '#lib/catalogue/measure.ts';
import type { FactLine } from '#lib/law/decision.ts';
import type { Money } from '#lib/money/money.ts';
import { goodsFact } from '#lib/sale/goods-fact.ts';
import { DiscountInput, discounted, type Given } from './discounts.ts';
import { FateInput, QuantityInput } from './inputs.ts';

export const LineInput = z.strictObject({
  product: z.uuid(),
  quantity: QuantityInput,
  fate: FateInput.optional(),
  discount: DiscountInput.optional(),
  /** What tells this piece from others: its serial number, its colour. */
  note: z.string().trim().min(1).max(60).optional(),
});
export type WantedLine = z.infer<typeof LineInput>;

export type BasketLine = {
  readonly fact: FactLine;
  readonly product: ProductRow;
  readonly quantityMilli: number;
  readonly listMinor: number;
  readonly paidMinor: number;
  readonly note: string | null;
};

export type BasketGoods = { readonly lines: readonly BasketLine[]; readonly discounts: readonly Given[] };

type Wanted = { readonly lines: readonly WantedLine[]; readonly discount?: z.infer<typeof DiscountInput> | undefined };
type Refused = { readonly refused: readonly Refusal[] };

/**
 * The goods of a basket at the market's own prices, less what is claimed off them.
 * @param of `prices`: what the shelf asked for each line, where that is a fact already; the shelf's price of now otherwise.
 */
export async function basketLines(
  tx: Tx,
  wanted: Wanted,
  of: { readonly newId: () => string; readonly stall: string; readonly prices?: readonly Money[] },
): Promise<BasketGoods | Refused> {
  const products = await productsByIds(
    tx,
    wanted.lines.map(({ product }) => product),
  );
  const listed: Listed[] = [];
  for (const [place, line] of wanted.lines.entries()) {
    const found = listedLine(products, line);
    if ('reason' in found) return { refused: [found] };
    if (found.product.stall !== of.stall) return { refused: [refusal('product-unknown', { product: line.product })] };
    const [first] = listed;
    if (first !== undefined && first.product.currency !== found.product.currency)
      return { refused: [refusal('currencies-mixed', { currency: found.product.currency })] };
    listed.push({ ...found, listMinor: of.prices?.[place]?.minor ?? found.listMinor });
  }
  const currency = (listed[0] as Listed).product.currency;
  const off = discounted(listed.map(claimOf), { whole: wanted.discount, currency });
  if ('reason' in off) return { refused: [off] };
  return { lines: listed.map((line, at) => lineOf(line, of.newId(), off.perLine[at] as number)), discounts: off.given };
}

type Listed = Pick<BasketLine, 'product' | 'quantityMilli' | 'listMinor'> & { readonly wanted: WantedLine };

/** One line at the price of the shelf, whosever it is; or why it cannot be sold. */
export function listedLine(products: ReadonlyMap<string, ProductRow>, wanted: WantedLine): Listed | Refusal {
  const product = products.get(wanted.product);
  if (product === undefined) return refusal('product-unknown', { product: wanted.product });
  const quantityMilli = quantityMilliOf(wanted.quantity);
  if (quantityMilli === undefined || !isSellable(quantityMilli, product.unit))
    return refusal('quantity-invalid', { product: product.id, quantity: wanted.quantity, unit: product.unit });
  return { product, quantityMilli, listMinor: measureOf(product.priceMinor, quantityMilli), wanted };
}

/** What a line's discounts are made from. */
export const claimOf = ({ wanted, listMinor }: Listed) => ({
  name: [wanted.product, wanted.quantity, wanted.fate ?? '', wanted.note ?? ''].join(' '),
  listMinor,
  discount: wanted.discount,
});

/** The line less what comes off it, as it will be recorded and as the law sees it. */
export function lineOf({ product, quantityMilli, listMinor, wanted }: Listed, id: string, discountMinor: number): BasketLine {
  const paidMinor = listMinor - discountMinor;
  const fact = goodsFact(id, product, quantityMilli, { listMinor, paidMinor }, wanted.fate ?? 'carried');
  return { product, quantityMilli, listMinor, paidMinor, note: wanted.note ?? null, fact };
}
