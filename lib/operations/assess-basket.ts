import { productsByIds } from '#db/stores/catalogue.ts';
import type { ComingBack } from '#db/stores/goods.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, FactLine } from '#lib/law/decision.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { claimOf, lineOf, listedLine, type WantedLine } from './parts/basket-lines.ts';
import { discounted } from './parts/discounts.ts';
import { isRefusal } from './parts/pass-in-hand.ts';
import { visitFacts } from './parts/visit-facts.ts';

type Wanted = {
  readonly pass: string;
  readonly basket?: string | undefined;
  readonly exit?: string | undefined;
  /** What comes off a line is part of its price; its share of the sale's discount is told with it. */
  readonly lines: readonly WantedLine[];
  /** What would come back for it from a sale of the visit, if this is an exchange. */
  readonly back?: { readonly sale: string; readonly lines: readonly { line: number; quantity: string }[] } | undefined;
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
    const coming = comingOf(input.back);
    if (coming !== undefined && 'reason' in coming) return { refusals: [coming] };
    const law = await visitFacts(tx, context, { ...input, coming });
    if (isRefusal(law)) return { refusals: [law] };
    const products = await productsByIds(
      tx,
      input.lines.map(({ product }) => product),
    );
    const lines: FactLine[] = [];
    for (const [i, wanted] of input.lines.entries()) {
      const listed = listedLine(products, wanted);
      if ('reason' in listed) return { refusals: [listed] };
      const off = discounted([claimOf(listed)], { whole: undefined, currency: listed.product.currency });
      if ('reason' in off) return { refusals: [off] };
      lines.push(lineOf(listed, `basket-${i + 1}`, off.perLine[0] as number).fact);
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

function comingOf(back: Wanted['back']): ComingBack | Refusal | undefined {
  if (back === undefined) return undefined;
  const milliOf = new Map<number, number>();
  for (const { line, quantity } of back.lines) {
    const milli = quantityMilliOf(quantity);
    if (milli === undefined) return refusal('quantity-invalid', { quantity });
    milliOf.set(line, milli);
  }
  return { sale: back.sale, milliOf };
}
