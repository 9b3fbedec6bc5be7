import type { Refusal } from '#lib/act/refusal.ts';
import type { Facts } from '#lib/law/decision.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { isRefusal } from './parts/pass-in-hand.ts';
import { visitFacts } from './parts/visit-facts.ts';

/**
 * What a decision about a pass would be made from now, and by which pack: no name, no document, an age in years. With these a till
 * decides a basket at once; the server's own decision stands. @throws Forbidden.
 */
export async function handOutFacts(
  context: Context,
  of: { readonly pass: string; readonly basket?: string | undefined },
): Promise<{ readonly packHash: string; readonly facts: Facts } | { readonly refusals: readonly Refusal[] }> {
  mayOrThrow(context.actor, 'preview');
  return context.read(async (tx) => {
    const law = await visitFacts(tx, context, of);
    return isRefusal(law) ? { refusals: [law] } : { packHash: law.hash, facts: law.facts };
  });
}
