import { ISSUER_SPAN, MRZ_LAYOUTS, type MrzFormat, mrzCheckDigit, type Span, TYPE_SPAN } from './mrz-layout.ts';

export type MrzToWrite = {
  /** One or two letters as printed: P, PN, ID, C ... ; by default P for TD3, else I. */
  readonly code?: string;
  readonly issuer: string;
  readonly number: string;
  readonly nationality: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F' | 'X';
  readonly expiresOn: string;
  readonly personalNumber?: string;
};

/** Writes the machine readable zone, lines joined by a newline. @throws RangeError if a field cannot be written in its place. */
export function writeMrz(format: MrzFormat, fields: MrzToWrite): string {
  const layout = MRZ_LAYOUTS[format];
  const grid = Array.from({ length: layout.lines }, () => Array<string>(layout.width).fill('<'));
  const read = ([line, from, to]: Span) => (grid[line] ?? []).slice(from, to).join('');
  const put = ([line, from, to]: Span, text: string) => {
    if (!/^[A-Z0-9<]*$/.test(text) || text.length > to - from) throw new RangeError(`cannot be written in a ${format}: ${text}`);
    grid[line]!.splice(from, text.length, ...text);
  };
  put(TYPE_SPAN, fields.code ?? (format === 'TD3' ? 'P' : 'I'));
  put(ISSUER_SPAN, fields.issuer);
  put(layout.names, namesOf(fields).slice(0, layout.names[2] - layout.names[1]));
  const optional = layout.optional[0]!;
  const personal = fields.personalNumber ?? '';
  if (fields.number.length > 9 && !layout.optionalCheck) {
    const rest = `${fields.number.slice(9)}${mrzCheckDigit(fields.number)}`;
    put(layout.number, fields.number.slice(0, 9));
    put(optional, personal === '' ? rest : `${rest}<${personal}`);
  } else {
    put(layout.number, fields.number);
    put(layout.numberCheck, mrzCheckDigit(read(layout.number)));
    put(optional, personal);
  }
  put(layout.nationality, fields.nationality);
  put(layout.birthDate, yymmdd(fields.birthDate));
  put(layout.birthDateCheck, mrzCheckDigit(read(layout.birthDate)));
  put(layout.sex, fields.sex === 'X' ? '<' : fields.sex);
  put(layout.expiresOn, yymmdd(fields.expiresOn));
  put(layout.expiresOnCheck, mrzCheckDigit(read(layout.expiresOn)));
  if (layout.optionalCheck && personal !== '') put(layout.optionalCheck, mrzCheckDigit(read(optional)));
  put(layout.composite, mrzCheckDigit(layout.compositeOver.map(read).join('')));
  return grid.map((line) => line.join('')).join('\n');
}

const yymmdd = (day: string) => day.slice(2).replaceAll('-', '');

const namesOf = ({ surname, givenNames }: MrzToWrite) => {
  const [primary, secondary] = [surname, givenNames].map((name) =>
    name
      .normalize('NFD')
      .replace(/\p{M}|['’.]/gu, '')
      .toUpperCase()
      .replace(/[\s-]+/g, '<'),
  );
  return secondary === '' ? (primary ?? '') : `${primary}<<${secondary}`;
};
