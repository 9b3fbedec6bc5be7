import { z } from 'zod';
import { readRates } from '#lib/money/rate-file.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Entered, faultyLines, recordRates } from './parts/rates.ts';
import { type Answer, perform } from './perform.ts';

const text = z.string().trim().max(120);

export const EnterRates = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['law', 'till']),
  rates: z
    .array(z.strictObject({ date: text, base: text, quote: text, rate: text, source: text }))
    .min(1)
    .max(200),
});

/** Enters exchange rates by hand. An official rate waits for a second signature. @throws Forbidden. */
export async function enterRates(context: Context, input: z.infer<typeof EnterRates>): Promise<Answer<Entered>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'enter-rates', input, async (tx) => {
    const read = readRates(input.rates.map((written, index) => ({ line: index + 1, written })));
    if ('faults' in read) return { refused: faultyLines(read.faults) };
    const entered = await recordRates(tx, context, { ...input, rates: read.rates });
    if ('refused' in entered) return entered;
    return { body: entered, subject: input.id, facts: { kind: input.kind, quantity: entered.rates } };
  });
}
