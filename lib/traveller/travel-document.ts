import type { Refusal } from '#lib/act/refusal.ts';
import { isDay } from '#lib/calendar/day.ts';
import { isState, lawStateOf } from './states.ts';

export const DOCUMENT_TYPES = ['passport', 'identity-card', 'permit'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];
export type Sex = 'M' | 'F' | 'X';

export type TravelDocument = {
  readonly type: DocumentType;
  readonly issuer: string;
  /** Latin capitals and digits only, as in the machine readable zone. */
  readonly number: string;
  readonly nationality: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly expiresOn: string;
  readonly personalNumber: string | null;
};

/** A document as a person typed it. */
export type TypedDocument = { readonly [K in Exclude<keyof TravelDocument, 'personalNumber'>]?: string | undefined } & {
  readonly personalNumber?: string | null | undefined;
};

export type DocumentRefusal = Refusal<
  | 'document-type-unknown'
  | 'issuer-unknown'
  | 'nationality-unknown'
  | 'document-number-missing'
  | 'document-number-malformed'
  | 'name-missing'
  | 'name-malformed'
  | 'birth-date-malformed'
  | 'expiry-date-malformed'
  | 'sex-unknown'
  | 'mrz-unreadable'
>;

const LONGEST_NUMBER = 22;
const LONGEST_NAME = 100;

/** The document as it is kept, or every field that cannot stand, each with `field` and what was given. */
export function documentOf(typed: TypedDocument): TravelDocument | { readonly refusals: readonly DocumentRefusal[] } {
  const refusals: DocumentRefusal[] = [];
  const refuse = (reason: DocumentRefusal['reason'], field: string, given: string) =>
    void refusals.push({ reason, facts: { field, given } });
  const type = DOCUMENT_TYPES.find((each) => each === typed.type);
  const issuer = stateCodeOf(typed.issuer);
  const number = documentNumberOf(typed.number ?? '');
  const nationality = stateCodeOf(typed.nationality);
  const [surname, givenNames] = [nameOf(typed.surname), nameOf(typed.givenNames)];
  const [birthDate, expiresOn] = [typed.birthDate?.trim() ?? '', typed.expiresOn?.trim() ?? ''];
  const sex = SEXES.find((each) => each === (typed.sex?.trim().toUpperCase() || 'X'));

  if (!type) refuse('document-type-unknown', 'type', typed.type ?? '');
  if (!isState(issuer)) refuse('issuer-unknown', 'issuer', issuer);
  if (number === '') refuse('document-number-missing', 'number', '');
  else if (!/^[A-Z0-9]+$/.test(number) || number.length > LONGEST_NUMBER) refuse('document-number-malformed', 'number', number);
  if (!isState(nationality)) refuse('nationality-unknown', 'nationality', nationality);
  if (surname === '' && givenNames === '') refuse('name-missing', 'surname', '');
  if (!isName(surname)) refuse('name-malformed', 'surname', surname);
  if (!isName(givenNames)) refuse('name-malformed', 'givenNames', givenNames);
  if (!isDay(birthDate)) refuse('birth-date-malformed', 'birthDate', birthDate);
  if (!isDay(expiresOn)) refuse('expiry-date-malformed', 'expiresOn', expiresOn);
  if (!sex) refuse('sex-unknown', 'sex', typed.sex ?? '');
  if (!type || !sex || refusals.length > 0) return { refusals };
  const personalNumber = documentNumberOf(typed.personalNumber ?? '') || null;
  return { type, issuer, number, nationality, surname, givenNames, birthDate, sex, expiresOn, personalNumber };
}

/** The type that a document code says (Doc 9303 part 4 to 6): P a passport, A, C and I cards; the second letter R a residence permit. */
export function documentTypeOf(code: string, issuer: string): DocumentType | undefined {
  if (!/^[A-Z]{1,2}$/.test(code)) return undefined;
  if (code.startsWith('P')) return 'passport';
  // China prints C and T on exit-entry permits; its resident identity card has no machine readable zone.
  if (issuer === 'CHN' && /^[CTI]/.test(code)) return 'permit';
  if (/^[ACI]R$/.test(code)) return 'permit';
  return /^[ACI]/.test(code) ? 'identity-card' : undefined;
}

/** A document number as the machine readable zone would hold it: digits of any script, Cyrillic look-alikes and spacing put right. */
export function documentNumberOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s<\-–—./№]+/g, '')
    .replace(/[АВЕКМНОРСТУХІ]/g, (letter) => CYRILLIC_TWINS[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** What finds a document again: the same for D and DEU, however the number was typed. */
export function documentKeyOf({ issuer, type, number }: Pick<TravelDocument, 'issuer' | 'type' | 'number'>): string {
  return `${lawStateOf(issuer)}|${type}|${number}`;
}

/** What two documents of one person share; entry proposes a link when it is equal. */
export function likenessOf({ surname, givenNames, birthDate, nationality }: TravelDocument): string {
  const plain = `${surname} ${givenNames}`.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  return `${plain.replace(/[^\p{L}\p{N}]+/gu, '')}|${birthDate}|${lawStateOf(nationality)}`;
}

const SEXES: readonly Sex[] = ['M', 'F', 'X'];

const CYRILLIC_TWINS: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
};

const stateCodeOf = (text: string | undefined) => (text ?? '').trim().toUpperCase();
const nameOf = (text: string | undefined) => (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
const isName = (name: string) => name.length <= LONGEST_NAME && /^[\p{L}\p{M}\p{N}\u200c' ’.·-]*$/u.test(name);
