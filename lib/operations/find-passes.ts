import type { z } from 'zod';
import { passCardOf } from '#db/stores/pass-cards.ts';
import { personOf } from '#db/stores/persons.ts';
import { findTraveller } from '#db/stores/travellers.ts';
import { passesOf } from '#db/stores/visits.ts';
import type { Refusal } from '#lib/act/refusal.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type DocumentInput, lookupsOf, readDocument } from './parts/document-shown.ts';

/** The passes of whoever holds this document, newest first; none if the market does not know it. @throws Forbidden. */
export async function findPasses(
  context: Context,
  input: z.infer<typeof DocumentInput>,
): Promise<{ readonly passes: readonly PassCard[] } | { readonly refusals: readonly Refusal[] }> {
  mayOrThrow(context.actor, 'replace-pass');
  const document = readDocument(input, context.now.slice(0, 10));
  if ('refusals' in document) return document;
  return context.read(async (tx) => {
    const traveller = await findTraveller(tx, lookupsOf(context, document));
    const records = traveller === undefined ? [] : await passesOf(tx, (await personOf(tx, traveller)).members);
    return { passes: await Array.fromAsync(records, (record) => passCardOf(tx, context.keys, record, context.now)) };
  });
}
