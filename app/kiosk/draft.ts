import { type MrzReading, readMrz } from '#lib/traveller/mrz.ts';
import type { RefusalView } from '../_ui/views.ts';

/** What is printed on a document, field by field, as far as it is known. Lives in memory only, and goes with 'Finish and clear'. */
export const FIELDS = [
  'type',
  'issuer',
  'number',
  'nationality',
  'surname',
  'givenNames',
  'birthDate',
  'sex',
  'expiresOn',
] as const;
export type FieldName = (typeof FIELDS)[number];
/** The personal number is never asked for; where a zone holds one it finds the traveller behind a new document. */
export type Draft = Partial<Readonly<Record<FieldName | 'personalNumber', string>>>;

/** One question a screen; the two halves of a name are one question. */
export const QUESTIONS = [
  ['type'],
  ['issuer'],
  ['number'],
  ['nationality'],
  ['surname', 'givenNames'],
  ['birthDate'],
  ['sex'],
  ['expiresOn'],
] as const satisfies readonly (readonly FieldName[])[];
export type Question = (typeof QUESTIONS)[number];

export const questionOf = (field: FieldName): Question =>
  QUESTIONS.find((question) => (question as readonly FieldName[]).includes(field)) ?? QUESTIONS[0];

/** The questions that still need an answer, in the order of the page. */
export const openQuestions = (draft: Draft): readonly Question[] =>
  QUESTIONS.filter((question) => question.every((field) => !draft[field]));

export type DocumentScan =
  | { readonly kind: 'read'; readonly draft: Draft; readonly mrz: string }
  | { readonly kind: 'partly'; readonly draft: Draft; readonly faulty: readonly FieldName[] }
  | { readonly kind: 'unreadable' };

/** Reads a scanned or typed machine readable zone. Sound fields are kept; only the others will be asked for. */
export function scanOf(text: string, today: string): DocumentScan {
  const reading = readMrz(text, today);
  if (reading.format === null || Object.keys(reading.fields).length < 3) return { kind: 'unreadable' };
  const draft = draftOf(reading);
  if (reading.faults.length === 0) return { kind: 'read', draft, mrz: text };
  const faulty = FIELDS.filter((field) => reading.faults.some((fault) => fault.field === field));
  return { kind: 'partly', draft, faulty };
}

function draftOf({ fields }: MrzReading): Draft {
  const known = ([...FIELDS, 'personalNumber'] as const).flatMap((field) =>
    fields[field] ? [[field, fields[field]] as const] : [],
  );
  return Object.fromEntries(known);
}

/** The question that a refusal is about, where there is one to correct. */
export function questionAbout({ reason, facts }: RefusalView): Question | undefined {
  const field = FIELDS.find((name) => name === facts.field);
  if (field) return questionOf(field);
  return reason === 'birth-date-in-future' ? questionOf('birthDate') : undefined;
}

/** All but the last four characters hidden: enough to recognise one's own document, too little to copy it. */
export const maskedNumber = (number: string): string => `${'•'.repeat(Math.max(3, number.length - 4))}${number.slice(-4)}`;
