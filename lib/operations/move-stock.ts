import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { lotOf, onHandOf, productsByIds, saveLot, saveMovement } from '#db/stores/catalogue.ts';
import { refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { CUSTOMS_STATUSES, type CustomsStatus } from '#lib/catalogue/product.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { QuantityInput } from './parts/inputs.ts';
import { type Kept, ownProduct } from './parts/shop-product.ts';
import { type Answer, perform } from './perform.ts';

export const MoveStock = z.strictObject({
  id: z.uuid(),
  product: z.uuid(),
  kind: z.enum(['receipt', 'stocktake', 'loss']),
  quantity: z.union([QuantityInput, z.literal('0')]),
  reason: z.string().trim().min(3).max(300),
  /** Of goods that come in: a lot of their own, with what customs says of it. Left out, they join the oldest. */
  lot: z.strictObject({ customsStatus: z.enum(CUSTOMS_STATUSES), manifest: z.string().trim().max(80).optional() }).optional(),
  /** Of a count: what was said to be on hand when it began. Goods that moved since are no difference of the count's. */
  onHand: z
    .string()
    .regex(/^-?\d{1,7}(\.\d{1,3})?$/)
    .optional(),
});

/** Goods received, counted or lost. A stocktake writes the difference to what was counted. @throws Forbidden, NotYours. */
export async function moveStock(context: Context, input: z.infer<typeof MoveStock>): Promise<Answer<Kept>> {
  mayOrThrow(context.actor, 'run-shop');
  return perform(context, 'move-stock', input, async (tx) => {
    const product = ownProduct(context, await productsByIds(tx, [input.product]));
    const counted = input.quantity === '0' ? 0 : quantityMilliOf(input.quantity);
    if (counted === undefined || (product.unit === 'piece' && counted % 1000 !== 0))
      return { refused: [refusal('quantity-invalid', { quantity: input.quantity, unit: product.unit })] };
    const before = await onHandOf(tx, product.id);
    if (input.onHand !== undefined && input.onHand !== quantityTextOf(before))
      return { refused: [refusal('stock-moved', { onHand: quantityTextOf(before) })] };
    const quantityMilli = { receipt: counted, loss: -counted, stocktake: counted - before }[input.kind];
    await saveMovement(tx, {
      id: input.id,
      product: product.id,
      lot: input.kind === 'receipt' && input.lot ? await newLot(tx, context, product.id, input.lot) : await lotOf(tx, product.id),
      kind: input.kind,
      quantityMilli,
      reason: input.reason,
      act: input.id,
      recordedAt: context.now,
    });
    return {
      body: { product: { id: product.id, onHand: quantityTextOf(before + quantityMilli) } },
      subject: product.id,
      facts: { kind: input.kind, quantity: input.quantity, ...(input.lot?.manifest ? { documents: input.lot.manifest } : {}) },
    };
  });
}

async function newLot(
  tx: Tx,
  context: Context,
  product: string,
  lot: { customsStatus: CustomsStatus; manifest?: string | undefined },
) {
  const id = context.newId();
  await saveLot(tx, { id, product, customsStatus: lot.customsStatus, manifest: lot.manifest ?? null, receivedAt: context.now });
  return id;
}
