import { z } from 'zod';
import type { Refusal } from '#lib/act/refusal.ts';
import { documentFromMrz } from '#lib/traveller/document-from-mrz.ts';
import { readMrz } from '#lib/traveller/mrz.ts';
import { identifyingNumberOf } from '#lib/traveller/personal-number.ts';
import { documentKeyOf, documentOf, likenessOf, type TravelDocument } from '#lib/traveller/travel-document.ts';
import type { Context } from '../context.ts';

const field = z.string().max(120);

export const DocumentInput = z.union([
  z.strictObject({ mrz: z.string().min(1).max(300) }),
  z.strictObject({
    type: field,
    issuer: field,
    number: field,
    nationality: field,
    surname: field,
    givenNames: field,
    birthDate: field,
    sex: field,
    expiresOn: field,
    personalNumber: field.optional(),
  }),
]);

/** The document as read or typed, or why not. */
export function readDocument(
  input: z.infer<typeof DocumentInput>,
  day: string,
): TravelDocument | { readonly refusals: readonly Refusal[] } {
  return 'mrz' in input ? documentFromMrz(readMrz(input.mrz, day)) : documentOf(input);
}

/** By what a document and its owner are found, never the number itself. */
export function lookupsOf({ keys }: Pick<Context, 'keys'>, document: TravelDocument) {
  const personal = identifyingNumberOf(document);
  return {
    lookup: keys.lookupOf(`document|${documentKeyOf(document)}`),
    personalLookup: personal === undefined ? null : keys.lookupOf(`personal|${document.issuer}|${personal}`),
    likeness: keys.lookupOf(`likeness|${likenessOf(document)}`),
  };
}
