import { productsByIds } from '#db/stores/catalogue.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isSellable, measureOf, quantityMilliOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine } from '#lib/law/decision.ts';
import { goodsFact } from '#lib/sale/goods-fact.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { isRefusal } from './parts/pass-in-hand.ts';
import { visitFacts } from './parts/visit-facts.ts';

type Wanted = {
  readonly pass: string;
  readonly basket?: string | undefined;
  readonly exit?: string | undefined;
  readonly lines: readonly {
    readonly product: string;
    readonly quantity: string;
    readonly fate?: FactLine['fate'] | undefined;
  }[];
  /** Rules whose counted exit would be saved, on top of what the traveller has chosen. */
  readonly saves?: readonly string[] | undefined;
};

/**
 * What the law would say of a basket on top of what the visit holds. Writes nothing; a pass that has not been used yet is
 * assessed as if its holder came in now. @throws Forbidden, NotYours if a shopper asks about another's pass.
 */
export async function assessBasket(
  context: Context,
  input: Wanted,
): Promise<{ readonly decision: Decision } | { readonly refusals: readonly Refusal[] }> {
  mayOrThrow(context.actor, 'decide');
  return context.read(async (tx) => {
    const law = await visitFacts(tx, context, input);
    if (isRefusal(law)) return { refusals: [law] };
    const products = await productsByIds(
      tx,
      input.lines.map(({ product }) => product),
    );
    const lines: FactLine[] = [];
    for (const [i, { product: id, quantity, fate }] of input.lines.entries()) {
      const product = products.get(id);
      if (product === undefined) return { refusals: [refusal('product-unknown', { product: id })] };
      const milli = quantityMilliOf(quantity);
      if (milli === undefined || !isSellable(milli, product.unit))
        return { refusals: [refusal('quantity-invalid', { product: id, quantity, unit: product.unit })] };
      lines.push(goodsFact(`basket-${i + 1}`, product, milli, measureOf(product.priceMinor, milli), fate ?? 'carried'));
    }
    const { pack, facts } = law;
    const declines = [...new Set([...(facts.declines ?? []), ...(input.saves ?? [])])].sort();
    return {
      decision: decide(pack, {
        ...facts,
        lines: [...facts.lines, ...lines],
        ...(declines.length > 0 ? { declines } : {}),
      }),
    };
  });
}
