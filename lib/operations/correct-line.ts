import { z } from 'zod';
import { saveCorrection } from '#db/stores/corrections.ts';
import { closedExitOf, declaredLinesOf } from '#db/stores/exits.ts';
import { goodsOfVisit } from '#db/stores/goods.ts';
import { packInForce } from '#db/stores/market.ts';
import { findVisit } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import type { Correction } from '#lib/exit/correction.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { moneyOf } from '#lib/money/money.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { decideAgain } from './parts/decide-again.ts';
import { decideClosed } from './parts/decide-closed.ts';
import { AmountInput, QuantityInput } from './parts/inputs.ts';
import { vouch } from './parts/vouch.ts';
import { type Answer, perform } from './perform.ts';

export const CorrectLine = z.strictObject({
  id: z.uuid(),
  visit: z.uuid(),
  line: z.uuid(),
  quantity: QuantityInput.optional(),
  weightG: z.int().min(0).max(10_000_000).optional(),
  value: AmountInput.optional(),
  category: z.string().min(1).max(40).optional(),
  reason: z.string().trim().min(3).max(500),
});

export type LineCorrected = {
  readonly correction: { readonly id: string; readonly visit: string; readonly line: string };
  readonly decision: Decision;
};

/**
 * An officer's later word on a line: a record of its own, signed, beside the line, which stays as it was written. The visit is
 * decided again in the same act, closed or not, and so are the other visits of its person that are still open. @throws Forbidden, NotYours.
 */
export async function correctLine(context: Context, input: z.infer<typeof CorrectLine>): Promise<Answer<LineCorrected>> {
  mayOrThrow(context.actor, 'correct-record');
  return perform(context, 'correct-line', input, async (tx) => {
    const visit = await findVisit(tx, input.visit);
    const exit = visit?.state === 'closed' ? await closedExitOf(tx, visit.id) : undefined;
    if (visit === undefined || (exit?.exitSide ?? visit.side) !== context.actor.side) throw new NotYours();
    if (visit.state === 'presented') return { refused: [refusal('visit-presented')] };
    const lines = exit === undefined ? await goodsOfVisit(tx, visit.id) : await declaredLinesOf(tx, exit.id);
    const line = lines.find(({ id }) => id === input.line);
    if (line === undefined) throw new NotYours();
    const { pack } = await packInForce(tx, context.now);
    const said = wordOn(pack, line, input);
    if ('reason' in said) return { refused: [said] };
    await saveCorrection(tx, {
      ...said,
      id: input.id,
      visit: visit.id,
      line: line.id,
      reason: input.reason,
      correctedAt: context.now,
      correctedBy: context.actor.operator?.id ?? context.actor.id,
    });
    await vouch(tx, context, input.id, { visit: visit.id, line: line.id, ...said, reason: input.reason });
    const again = { visit, act: input.id };
    const decision =
      visit.state === 'open'
        ? await decideAgain(tx, context, { ...again, cause: 'corrected' })
        : await decideClosed(tx, context, again);
    return {
      body: { correction: { id: input.id, visit: visit.id, line: line.id }, decision },
      subject: visit.id,
      facts: { line: line.id, reason: input.reason },
    };
  });
}

type Known = Omit<Correction, 'before'>;

/** The whole line as the officer now says it is, or why nothing was said. */
function wordOn(pack: LawPack, line: Known, input: z.infer<typeof CorrectLine>): Correction | Refusal {
  if (input.category !== undefined && !pack.categories.some(({ id }) => id === input.category))
    return refusal('category-unknown', { category: input.category });
  const quantityMilli = input.quantity === undefined ? line.quantityMilli : quantityMilliOf(input.quantity);
  if (quantityMilli === undefined) return refusal('quantity-invalid', { quantity: input.quantity ?? '' });
  const value = input.value === undefined ? { minor: line.valueMinor, currency: line.currency } : moneyOf(input.value);
  if (value === undefined) return refusal('amount-invalid', { ...input.value });
  const before = known(line);
  const now: Known = {
    category: input.category ?? line.category,
    quantityMilli,
    weightG: input.weightG ?? line.weightG,
    valueMinor: value.minor,
    currency: value.currency,
  };
  if (JSON.stringify(now) === JSON.stringify(before)) return refusal('nothing-corrected');
  return { ...now, before };
}

const known = ({ category, quantityMilli, weightG, valueMinor, currency }: Known): Known => ({
  category,
  quantityMilli,
  weightG,
  valueMinor,
  currency,
});
