import { z } from 'zod';
import {
  changeProduct,
  lotOf,
  onHandOf,
  type ProductRow,
  productByGtin,
  productsByIds,
  saveLot,
  saveMovement,
  savePriceChange,
  saveProduct,
} from '#db/stores/catalogue.ts';
import { packInForce } from '#db/stores/market.ts';
import { findStall } from '#db/stores/vendors.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isGtin } from '#lib/catalogue/gtin.ts';
import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { searchTextOf } from '#lib/catalogue/product.ts';
import { amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { AmountInput, QuantityInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

const name = z.string().trim().min(1).max(160);
const names = z.strictObject({ en: name, zh: name, ru: name, kk: name, ur: name });
const measure = z.int().min(0).max(10_000_000);

export const AddProduct = z.strictObject({
  id: z.uuid(),
  stall: z.uuid(),
  gtin: z.string().regex(/^\d{8,14}$/),
  names,
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

export const ChangeProduct = z.strictObject({
  id: z.uuid(),
  product: z.uuid(),
  names: names.optional(),
  price: AmountInput.optional(),
});
export const MoveStock = z.strictObject({
  id: z.uuid(),
  product: z.uuid(),
  kind: z.enum(['receipt', 'stocktake', 'loss']),
  quantity: z.union([QuantityInput, z.literal('0')]),
  reason: z.string().trim().min(3).max(300),
});

type Kept = { readonly product: { readonly id: string; readonly onHand: string } };

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
      searchText: searchTextOf(input.names, input.gtin),
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

/** Changes a product's names or price; the old price stays on record. @throws Forbidden, NotYours. */
export async function changeProductOfShop(context: Context, input: z.infer<typeof ChangeProduct>): Promise<Answer<Kept>> {
  mayOrThrow(context.actor, 'run-shop');
  return perform(context, 'change-product', input, async (tx) => {
    const product = await ownProduct(context, await productsByIds(tx, [input.product]));
    const price = input.price === undefined ? undefined : moneyOf(input.price);
    if (input.price !== undefined && (price === undefined || price.currency !== product.currency))
      return { refused: [refusal('price-invalid', { currency: product.currency })] };
    await changeProduct(tx, product.id, {
      ...(input.names === undefined ? {} : { names: input.names, searchText: searchTextOf(input.names, product.gtin) }),
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

/** Goods received, counted or lost. A stocktake writes the difference to what was counted. @throws Forbidden, NotYours. */
export async function moveStock(context: Context, input: z.infer<typeof MoveStock>): Promise<Answer<Kept>> {
  mayOrThrow(context.actor, 'run-shop');
  return perform(context, 'move-stock', input, async (tx) => {
    const product = await ownProduct(context, await productsByIds(tx, [input.product]));
    const counted = input.quantity === '0' ? 0 : quantityMilliOf(input.quantity);
    if (counted === undefined || (product.unit === 'piece' && counted % 1000 !== 0))
      return { refused: [refusal('quantity-invalid', { quantity: input.quantity, unit: product.unit })] };
    const before = await onHandOf(tx, product.id);
    const quantityMilli = { receipt: counted, loss: -counted, stocktake: counted - before }[input.kind];
    await saveMovement(tx, {
      id: input.id,
      product: product.id,
      lot: await lotOf(tx, product.id),
      kind: input.kind,
      quantityMilli,
      reason: input.reason,
      act: input.id,
      recordedAt: context.now,
    });
    return {
      body: { product: { id: product.id, onHand: quantityTextOf(before + quantityMilli) } },
      subject: product.id,
      facts: { kind: input.kind, quantity: input.quantity },
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

async function ownProduct(context: Context, found: ReadonlyMap<string, ProductRow>): Promise<ProductRow> {
  const [product] = found.values();
  if (product === undefined || product.vendor !== context.actor.vendor) throw new NotYours();
  return product;
}
