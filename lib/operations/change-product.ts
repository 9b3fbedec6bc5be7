import { z } from 'zod';
import { onHandOf, type ProductRow, productsByIds, changeProduct as saveChange, savePriceChange } from '#db/stores/catalogue.ts';
import { refusal } from '#lib/act/refusal.ts';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Kept, ownProduct, ProductNames } from './parts/shop-product.ts';
import { type Answer, perform } from './perform.ts';

export const ChangeProduct = z.strictObject({
  id: z.uuid(),
  product: z.uuid(),
  names: ProductNames.optional(),
  price: AmountInput.optional(),
});

/** Changes a product's names or price; the old price stays on record. @throws Forbidden, NotYours. */
export async function changeProduct(context: Context, input: z.infer<typeof ChangeProduct>): Promise<Answer<Kept>> {
  mayOrThrow(context.actor, 'run-shop');
  return perform(context, 'change-product', input, async (tx) => {
    const product = ownProduct(context, await productsByIds(tx, [input.product]));
    const price = input.price === undefined ? undefined : moneyOf(input.price);
    if (input.price !== undefined && (price === undefined || price.currency !== product.currency))
      return { refused: [refusal('price-invalid', { currency: product.currency })] };
    await saveChange(tx, product, {
      ...(input.names === undefined ? {} : { names: input.names }),
      ...(price === undefined ? {} : { priceMinor: price.minor }),
      changedAt: context.now,
    });
    if (price !== undefined)
      await savePriceChange(tx, {
        id: context.newId(),
        product: product.id,
        priceMinor: product.priceMinor,
        currency: product.currency,
        changedAt: context.now,
        changedBy: context.actor.id,
      });
    return {
      body: { product: { id: product.id, onHand: quantityTextOf(await onHandOf(tx, product.id)) } },
      subject: product.id,
      facts: { gtin: product.gtin, ...namesChanged(product.names, input.names), ...priceChanged(product, price) },
    };
  });
}

/** What the audit trail says of new names: only the languages that changed, before and after. */
function namesChanged(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>> | undefined) {
  const changed = Object.keys(after ?? {}).filter((language) => before[language] !== after?.[language]);
  if (after === undefined || changed.length === 0) return {};
  const said = (names: Readonly<Record<string, string>>) =>
    changed.map((language) => `${language}: ${names[language] ?? ''}`).join(' · ');
  return { nameBefore: said(before), name: said(after) };
}

function priceChanged({ priceMinor, currency }: ProductRow, after: Money | undefined) {
  if (after === undefined) return {};
  return { priceBefore: amountOf({ minor: priceMinor, currency }).amount, price: amountOf(after).amount, currency };
}
