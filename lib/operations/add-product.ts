import { z } from 'zod';
import { productByGtin, productsByIds, saveLot, saveMovement, saveProduct } from '#db/stores/catalogue.ts';
import { packInForce } from '#db/stores/market.ts';
import { findStall } from '#db/stores/vendors.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isGtin } from '#lib/catalogue/gtin.ts';
import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { moneyOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Kept, ProductNames } from './parts/shop-product.ts';
import { type Answer, perform } from './perform.ts';

const measure = z.int().min(0).max(10_000_000);

export const AddProduct = z.strictObject({
  id: z.uuid(),
  stall: z.uuid(),
  gtin: z.string().regex(/^\d{8,14}$/),
  names: ProductNames,
  category: z.string().max(40),
  hs: z.strictObject({ scheme: z.string().max(10), edition: z.string().max(10), digits: z.string().regex(/^\d{4,10}$/) }),
  price: AmountInput,
  netWeightG: measure,
  packedWeightG: measure,
  volumeMl: measure,
  strengthPermille: z.int().min(0).max(1000),
  pieces: z.int().min(1).max(100_000),
  unit: z.enum(['piece', 'kg']),
  origin: z.string().regex(/^[A-Z]{3}$/),
  customsStatus: z.enum(['bonded', 'export-cleared', 'duty-paid', 'free-circulation']),
  onHand: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,3})?$/)
    .optional(),
});

/** Puts a product on a stall of the owner's own. @throws Forbidden, NotYours. */
export async function addProduct(context: Context, input: z.infer<typeof AddProduct>): Promise<Answer<Kept>> {
  mayOrThrow(context.actor, 'run-shop');
  return perform(context, 'add-product', input, async (tx) => {
    const stall = await findStall(tx, { id: input.stall });
    if (stall === undefined || stall.vendor.id !== context.actor.vendor) throw new NotYours();
    const { pack } = await packInForce(tx, context.now);
    const price = moneyOf(input.price);
    const refused = refusedProduct(
      input,
      price === undefined,
      pack.categories.map(({ id }) => id),
    );
    if (refused !== undefined) return { refused: [refused] };
    if ((await productByGtin(tx, stall.id, input.gtin)) !== undefined)
      return { refused: [refusal('gtin-taken', { gtin: input.gtin })] };
    if ((await productsByIds(tx, [input.id])).size > 0) return { refused: [refusal('id-taken')] };
    const { hs, price: _price, onHand, ...rest } = input;
    await saveProduct(tx, {
      ...rest,
      vendor: stall.vendor.id,
      hsScheme: hs.scheme,
      hsEdition: hs.edition,
      hsDigits: hs.digits,
      priceMinor: price?.minor ?? 0,
      currency: price?.currency ?? '',
      changedAt: context.now,
    });
    const lot = context.newId();
    await saveLot(tx, { id: lot, product: input.id, customsStatus: input.customsStatus, receivedAt: context.now });
    const quantityMilli = onHand === undefined ? undefined : quantityMilliOf(onHand);
    if (quantityMilli !== undefined)
      await saveMovement(tx, {
        id: context.newId(),
        product: input.id,
        lot,
        kind: 'receipt',
        quantityMilli,
        reason: 'first stock',
        act: input.id,
        recordedAt: context.now,
      });
    return {
      body: { product: { id: input.id, onHand: quantityTextOf(quantityMilli ?? 0) } },
      subject: input.id,
      facts: { gtin: input.gtin },
    };
  });
}

function refusedProduct(
  input: z.infer<typeof AddProduct>,
  priceUnread: boolean,
  categories: readonly string[],
): Refusal | undefined {
  if (!isGtin(input.gtin)) return refusal('gtin-invalid', { gtin: input.gtin });
  if (!categories.includes(input.category)) return refusal('category-unknown', { category: input.category });
  if (priceUnread) return refusal('price-invalid', { currency: input.price.currency });
  return input.packedWeightG < input.netWeightG
    ? refusal('weight-invalid', { net: input.netWeightG, packed: input.packedWeightG })
    : undefined;
}
