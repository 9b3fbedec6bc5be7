import { z } from 'zod';
import { lotOf, onHandOf, productsByIds, saveMovement } from '#db/stores/catalogue.ts';
import { refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
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
