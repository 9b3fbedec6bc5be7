import { z } from 'zod';
import { saveFiscalAdapter } from '#db/stores/fiscal-documents.ts';
import { refusal } from '#lib/act/refusal.ts';
import { FISCAL_ADAPTERS } from '#lib/fiscal/fiscal-document.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { mustHaveSide } from './parts/fiscal.ts';
import { type Answer, perform } from './perform.ts';

export const SetFiscalAdapter = z.strictObject({
  id: z.uuid(),
  side: z.string().min(1).max(20),
  adapter: z.enum(FISCAL_ADAPTERS),
  onTimeMinutes: z.int().min(1).max(1440),
  loudHours: z.int().min(1).max(8760),
  shutHours: z.int().min(1).max(8760),
});

type Set = { readonly fiscal: Omit<z.infer<typeof SetFiscalAdapter>, 'id'> };

/**
 * Says who a side's fiscal documents go to from now on, and how long they may wait. Documents that were made before go where they were
 * meant for. @throws Forbidden, NotYours if there is no such side.
 */
export async function setFiscalAdapter(context: Context, input: z.infer<typeof SetFiscalAdapter>): Promise<Answer<Set>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'set-fiscal-adapter', input, async (tx) => {
    const { id, ...fiscal } = input;
    await mustHaveSide(tx, context, fiscal.side);
    if (fiscal.shutHours <= fiscal.loudHours || fiscal.onTimeMinutes > fiscal.loudHours * 60)
      return { refused: [refusal('fiscal-terms-invalid')] };
    if (fiscal.adapter !== 'none' && context.registrarOf(fiscal.adapter) === undefined)
      return { refused: [refusal('fiscal-adapter-unset', { name: fiscal.adapter })] };
    await saveFiscalAdapter(tx, { id, ...fiscal, setAt: context.now, setBy: context.actor.id });
    return { body: { fiscal }, subject: id, facts: { side: fiscal.side, adapter: fiscal.adapter } };
  });
}
