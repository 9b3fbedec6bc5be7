/** ICAO Doc 9303 parts 4 (TD3), 5 (TD1) and 6 (TD2): where each field of the machine readable zone stands. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3';

/** Line, first column, column after the last; all from zero. */
export type Span = readonly [line: number, from: number, to: number];

export type MrzLayout = {
  readonly lines: number;
  readonly width: number;
  readonly names: Span;
  readonly number: Span;
  readonly numberCheck: Span;
  readonly nationality: Span;
  readonly birthDate: Span;
  readonly birthDateCheck: Span;
  readonly sex: Span;
  readonly expiresOn: Span;
  readonly expiresOnCheck: Span;
  readonly optional: readonly Span[];
  readonly optionalCheck: Span | null;
  readonly composite: Span;
  readonly compositeOver: readonly Span[];
};

export const TYPE_SPAN: Span = [0, 0, 2];
export const ISSUER_SPAN: Span = [0, 2, 5];

export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: {
    lines: 3,
    width: 30,
    names: [2, 0, 30],
    number: [0, 5, 14],
    numberCheck: [0, 14, 15],
    nationality: [1, 15, 18],
    birthDate: [1, 0, 6],
    birthDateCheck: [1, 6, 7],
    sex: [1, 7, 8],
    expiresOn: [1, 8, 14],
    expiresOnCheck: [1, 14, 15],
    optional: [
      [0, 15, 30],
      [1, 18, 29],
    ],
    optionalCheck: null,
    composite: [1, 29, 30],
    compositeOver: [
      [0, 5, 30],
      [1, 0, 7],
      [1, 8, 15],
      [1, 18, 29],
    ],
  },
  TD2: twoLines(36, [1, 28, 35], null),
  TD3: twoLines(44, [1, 28, 42], [1, 42, 43]),
};

/** The check digit over `text`: weights 7, 3, 1; a digit counts itself, A is 10 ... Z is 35, the filler is 0. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += mrzValue(text.charCodeAt(i)) * ([7, 3, 1][i % 3] ?? 0);
  return String(sum % 10);
}

function mrzValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : 0;
}

function twoLines(width: number, optional: Span, optionalCheck: Span | null): MrzLayout {
  return {
    lines: 2,
    width,
    names: [0, 5, width],
    number: [1, 0, 9],
    numberCheck: [1, 9, 10],
    nationality: [1, 10, 13],
    birthDate: [1, 13, 19],
    birthDateCheck: [1, 19, 20],
    sex: [1, 20, 21],
    expiresOn: [1, 21, 27],
    expiresOnCheck: [1, 27, 28],
    optional: [optional],
    optionalCheck,
    composite: [1, width - 1, width],
    compositeOver: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, width - 1],
    ],
  };
}
