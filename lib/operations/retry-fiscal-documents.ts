import { z } from 'zod';
import { waitAgain } from '#db/stores/fiscal-documents.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { mustHaveSide } from './parts/fiscal.ts';
import { type Answer, perform } from './perform.ts';

export const RetryFiscalDocuments = z.strictObject({ id: z.uuid(), side: z.string().min(1).max(20) });

/** Sends what an operator turned down once more, when somebody has mended why. @throws Forbidden, NotYours. */
export async function retryFiscalDocuments(
  context: Context,
  input: z.infer<typeof RetryFiscalDocuments>,
): Promise<Answer<{ retried: number }>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'retry-fiscal-documents', input, async (tx) => {
    await mustHaveSide(tx, context, input.side);
    const retried = await waitAgain(tx, input.side, context.now);
    if (retried === 0) return { refused: [refusal('fiscal-none-refused')] };
    return { body: { retried }, subject: input.id, facts: { side: input.side, documents: retried } };
  });
}
