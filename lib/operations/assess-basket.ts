import { productsByIds } from '#db/stores/catalogue.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import type { VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { isSellable, measureOf, quantityMilliOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine } from '#lib/law/decision.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { factOf } from './parts/basket.ts';
import { isRefusal, passInHand } from './parts/pass-in-hand.ts';

type Wanted = {
  readonly pass: string;
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
    const pass = await passInHand(tx, context, input.pass);
    if (isRefusal(pass)) {
      if (context.actor.role === 'shopper') throw new NotYours();
      return { refusals: [pass] };
    }
    if (context.actor.role === 'shopper' && context.actor.pass !== pass.id) throw new NotYours();
    const { state } = passStateOf(pass, context.now);
    if (state === 'revoked' || state === 'replaced' || state === 'expired') return { refusals: [refusal(`pass-${state}`)] };
    const visit: VisitRow = pass.visit ?? {
      id: pass.id,
      traveller: pass.traveller,
      pass: pass.id,
      side: pass.side,
      gate: pass.gate,
      ageYears: pass.ageYears,
      state: 'open',
      enteredAt: context.now,
      closedAt: null,
    };
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
      lines.push(factOf(`basket-${i + 1}`, product, milli, measureOf(product.priceMinor, milli), fate ?? 'carried'));
    }
    const exit = input.exit ?? visit.side;
    const law = await visitLaw(tx, visit, pass, visit.side, context.now);
    if (!law.pack.sides.some(({ code }) => code === exit)) return { refusals: [refusal('side-unknown', { side: exit })] };
    const { pack, facts } = exit === visit.side ? law : await visitLaw(tx, visit, pass, exit, context.now);
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
