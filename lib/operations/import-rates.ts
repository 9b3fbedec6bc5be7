import { z } from 'zod';
import { refusal } from '#lib/act/refusal.ts';
import { readRateFile } from '#lib/money/rate-file.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Entered, faultyLines, recordRates } from './parts/rates.ts';
import { type Answer, perform } from './perform.ts';

export const ImportRates = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['law', 'till']),
  /** The text of a CSV file: date,base,quote,rate,source. */
  file: z.string().max(200_000),
});

/** Imports exchange rates from a file, all of its lines or none. Official rates wait for a second signature. @throws Forbidden. */
export async function importRates(context: Context, input: z.infer<typeof ImportRates>): Promise<Answer<Entered>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'import-rates', input, async (tx) => {
    const read = readRateFile(input.file);
    if ('faults' in read) return { refused: faultyLines(read.faults) };
    if (read.rates.length === 0) return { refused: [refusal('rates-none')] };
    const entered = await recordRates(tx, context, { ...input, rates: read.rates });
    if ('refused' in entered) return entered;
    return { body: entered, subject: input.id, facts: { kind: input.kind, quantity: entered.rates, source: 'file' } };
  });
}
