import { birthDayOf, expiryDayOf } from './document-date.ts';
import { ISSUER_SPAN, MRZ_LAYOUTS, type MrzFormat, type MrzLayout, mrzCheckDigit, type Span, TYPE_SPAN } from './mrz-layout.ts';
import { mrzLinesOf } from './mrz-lines.ts';
import { isState } from './states.ts';
import { type DocumentType, documentTypeOf, type Sex } from './travel-document.ts';

export type MrzFields = {
  readonly type?: DocumentType;
  readonly issuer?: string;
  readonly number?: string;
  readonly nationality?: string;
  readonly surname?: string;
  readonly givenNames?: string;
  readonly birthDate?: string;
  readonly sex?: Sex;
  readonly expiresOn?: string;
  readonly personalNumber?: string;
};

export type MrzFault = {
  readonly field: keyof MrzFields | 'document' | 'line1' | 'line2' | 'line3' | 'composite';
  readonly reason: 'check-digit' | 'not-a-date' | 'unknown-state' | 'unknown-type' | 'bad-character' | 'wrong-length' | 'empty';
};

/** A letter read in a place of digits, put right because the check digit proves the digit. */
export type MrzCorrection = { readonly field: keyof MrzFields | 'composite'; readonly read: string; readonly corrected: string };

export type MrzReading = {
  readonly format: MrzFormat | null;
  readonly fields: MrzFields;
  readonly faults: readonly MrzFault[];
  readonly corrections: readonly MrzCorrection[];
};

/**
 * Reads a machine readable zone (ICAO Doc 9303 TD1, TD2, TD3). Every field that is sound is kept, whatever happened to the others;
 * a faulty one is left out and named in `faults`. Never throws. `today` settles the centuries.
 */
export function readMrz(text: string, today: string): MrzReading {
  const found = mrzLinesOf(text);
  if (!found) return { format: null, fields: {}, faults: [{ field: 'document', reason: 'wrong-length' }], corrections: [] };
  const reader: Reader = { layout: MRZ_LAYOUTS[found.format], lines: [...found.lines], fields: {}, faults: [], corrections: [] };
  for (const line of found.wrongLength) fault(reader, LINE_NAMES[line] ?? 'document', 'wrong-length');
  readType(reader);
  readState(reader, 'issuer', ISSUER_SPAN);
  const rest = readNumber(reader);
  readState(reader, 'nationality', reader.layout.nationality);
  readNames(reader);
  readDate(reader, 'birthDate', reader.layout.birthDate, reader.layout.birthDateCheck, (day) => birthDayOf(day, today));
  readSex(reader);
  readDate(reader, 'expiresOn', reader.layout.expiresOn, reader.layout.expiresOnCheck, (day) => expiryDayOf(day, today));
  readPersonalNumber(reader, rest);
  readComposite(reader);
  return { format: found.format, fields: reader.fields, faults: reader.faults, corrections: reader.corrections };
}

type Reader = {
  readonly layout: MrzLayout;
  readonly lines: string[];
  readonly fields: { -readonly [K in keyof MrzFields]: MrzFields[K] };
  readonly faults: MrzFault[];
  readonly corrections: MrzCorrection[];
};

const LINE_NAMES = ['line1', 'line2', 'line3'] as const;
const at = (reader: Reader, [line, from, to]: Span) => (reader.lines[line] ?? '').slice(from, to);
const fault = (reader: Reader, field: MrzFault['field'], reason: MrzFault['reason']) =>
  void reader.faults.push({ field, reason });
const bare = (text: string) => text.replace(/<+$/, '');

function readType(reader: Reader) {
  const code = bare(at(reader, TYPE_SPAN));
  const type = documentTypeOf(code, bare(at(reader, ISSUER_SPAN)));
  if (type) reader.fields.type = type;
  else fault(reader, 'type', /^[A-Z]{1,2}$/.test(code) ? 'unknown-type' : 'bad-character');
}

function readState(reader: Reader, field: 'issuer' | 'nationality', span: Span) {
  const state = bare(at(reader, span));
  if (!/^[A-Z]{1,3}$/.test(state)) fault(reader, field, 'bad-character');
  else if (!isState(state)) fault(reader, field, 'unknown-state');
  else reader.fields[field] = state;
}

/** Reads the number, which in TD1 and TD2 may run on into the optional data; gives what is left of that. */
function readNumber(reader: Reader): string {
  const { layout } = reader;
  const [number, check] = [at(reader, layout.number), at(reader, layout.numberCheck)];
  const optional = layout.optional.map((span) => bare(at(reader, span))).find((text) => text !== '') ?? '';
  const longer =
    check === '<' && !layout.optionalCheck ? /^([A-Z0-9]+)([A-Z0-9])(?:<|$)/.exec(at(reader, layout.optional[0]!)) : null;
  const whole = longer ? number + longer[1] : number;
  const rest = longer ? bare(at(reader, layout.optional[0]!).slice(longer[0].length)) : optional;
  const proof = mrzCheckDigit(whole);
  const read = longer ? longer[2]! : check;
  if (!/^[A-Z0-9<]*$/.test(whole)) fault(reader, 'number', 'bad-character');
  else if (bare(whole) === '') fault(reader, 'number', 'empty');
  else if (read === proof || (!longer && provenDigits(reader, 'number', layout.numberCheck, (digit) => digit === proof))) {
    reader.fields.number = whole.replace(/</g, '');
  } else fault(reader, 'number', 'check-digit');
  return rest;
}

function readNames(reader: Reader) {
  const line = bare(at(reader, reader.layout.names));
  const [surname, ...given] = line.split('<<').map((part) => part.replace(/<+/g, ' ').trim());
  const names = [
    ['surname', surname ?? ''],
    ['givenNames', given.filter((name) => name !== '').join(' ')],
  ] as const;
  for (const [field, name] of names) {
    if (!/^[A-Z ]*$/.test(name)) fault(reader, field, 'bad-character');
    else if (name !== '') reader.fields[field] = name;
  }
  if (names.every(([, name]) => name === '')) fault(reader, 'surname', 'empty');
}

function readSex(reader: Reader) {
  const sex = at(reader, reader.layout.sex);
  if (sex === 'M' || sex === 'F') reader.fields.sex = sex;
  else if (sex === '<' || sex === 'X') reader.fields.sex = 'X';
  else fault(reader, 'sex', 'bad-character');
}

function readDate(
  reader: Reader,
  field: 'birthDate' | 'expiresOn',
  span: Span,
  check: Span,
  dayOf: (yymmdd: string) => string | undefined,
) {
  const read = at(reader, span) + at(reader, check);
  const whole: Span = [span[0], span[1], check[2]];
  const proven = (digits: string) => mrzCheckDigit(digits.slice(0, 6)) === digits.slice(6);
  if (!/^\d{7}$/.test(read) && !provenDigits(reader, field, whole, proven)) {
    // Doc 9303 lets fillers stand for an unknown part of a date: a person must say the date.
    fault(reader, field, /^[\d<]{6}\d$/.test(read) && proven(read) ? 'not-a-date' : 'bad-character');
    return;
  }
  const digits = at(reader, whole);
  const day = dayOf(digits.slice(0, 6));
  if (!proven(digits)) fault(reader, field, 'check-digit');
  else if (day === undefined) fault(reader, field, 'not-a-date');
  else reader.fields[field] = day;
}

/** States that print a personal number in the optional data; elsewhere only a passport's field is one (Doc 9303 part 4, 4.2.2). */
const PRINTS_PERSONAL_NUMBER: ReadonlySet<string> = new Set(['KAZ', 'CHN']);

function readPersonalNumber(reader: Reader, rest: string) {
  const { layout, fields } = reader;
  if (!layout.optionalCheck) {
    if (rest !== '' && /^[A-Z0-9<]+$/.test(rest) && PRINTS_PERSONAL_NUMBER.has(fields.issuer ?? ''))
      fields.personalNumber = rest.replace(/</g, '');
    return;
  }
  const text = at(reader, layout.optional[0]!);
  if (bare(text) === '') return;
  const proof = mrzCheckDigit(text);
  if (!/^[A-Z0-9<]+$/.test(text)) fault(reader, 'personalNumber', 'bad-character');
  else if (
    at(reader, layout.optionalCheck) === proof ||
    provenDigits(reader, 'personalNumber', layout.optionalCheck, (digit) => digit === proof)
  )
    fields.personalNumber = text.replace(/</g, '');
  else fault(reader, 'personalNumber', 'check-digit');
}

const COVERED: ReadonlySet<string> = new Set(['number', 'birthDate', 'expiresOn', 'personalNumber', 'line1', 'line2']);

/** The composite digit speaks only when no field under it is known to be wrong: then something else in them is. */
function readComposite(reader: Reader) {
  if (reader.faults.some(({ field }) => COVERED.has(field))) return;
  const proof = mrzCheckDigit(reader.layout.compositeOver.map((span) => at(reader, span)).join(''));
  if (at(reader, reader.layout.composite) === proof) return;
  if (!provenDigits(reader, 'composite', reader.layout.composite, (digit) => digit === proof))
    fault(reader, 'composite', 'check-digit');
}

const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };

/** Puts the digits in place of the letters that look like them, if that satisfies `proven`; says whether it did. */
function provenDigits(reader: Reader, field: MrzCorrection['field'], span: Span, proven: (digits: string) => boolean): boolean {
  const read = at(reader, span);
  const corrected = read.replace(/[A-Z]/g, (letter) => LOOKS_LIKE[letter] ?? letter);
  if (corrected === read || !/^\d+$/.test(corrected) || !proven(corrected)) return false;
  const [line, from, to] = span;
  const whole = reader.lines[line] ?? '';
  reader.lines[line] = whole.slice(0, from) + corrected + whole.slice(to);
  reader.corrections.push({ field, read, corrected });
  return true;
}
