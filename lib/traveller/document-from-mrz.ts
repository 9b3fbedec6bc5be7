import type { MrzReading } from './mrz.ts';
import { type DocumentRefusal, documentOf, type TravelDocument } from './travel-document.ts';

/** The document that was read, or one refusal per faulty field: `field` and `problem` say what to type by hand. */
export function documentFromMrz({
  fields,
  faults,
}: MrzReading): TravelDocument | { readonly refusals: readonly DocumentRefusal[] } {
  if (faults.length === 0) return documentOf(fields);
  return { refusals: faults.map(({ field, reason }) => ({ reason: 'mrz-unreadable', facts: { field, problem: reason } })) };
}
