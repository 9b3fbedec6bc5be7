import { addDays } from '#lib/calendar/day.ts';
import type { MrzFormat } from '#lib/traveller/mrz-layout.ts';
import { documentTypeOf, type TravelDocument } from '#lib/traveller/travel-document.ts';
import { writeMrz } from '#lib/traveller/write-mrz.ts';

export type SeedTraveller = {
  readonly key: string;
  readonly document: TravelDocument;
  /** The machine readable zone of the document, lines joined by a newline. */
  readonly mrz: string;
  readonly residence: string;
  /** Key of the grown traveller who brings this child. */
  readonly guardian: string | null;
  readonly documentExpired: boolean;
};

/**
 * Invented travellers whose ages hold on `today`: an adult of each state, a mother with a child of nine, a family with two
 * children, one whose passport has run out. A Kazakh number has a seventh digit that no living person's has.
 */
export const seedTravellers = (today: string): readonly SeedTraveller[] => ROWS.map((row) => travellerOf(row, today));

type Row = {
  readonly key: string;
  readonly format: MrzFormat;
  readonly code: string;
  readonly state: string;
  readonly number: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly sex: 'M' | 'F';
  readonly age: number;
  readonly daysSinceBirthday: number;
  readonly yearsLeft: number;
  readonly residence?: string;
  readonly iinSerial?: number;
  readonly guardian?: string;
};

const ROWS: readonly Row[] = [
  person('li-mei', 'CHN', 'EX9900101', 'LI', 'MEI', 'F', 31, 120, 7),
  person('ma-wentao', 'CHN', 'EX9900102', 'MA', 'WENTAO', 'M', 45, 33, 4),
  { ...person('zhao-lin', 'CHN', 'C99001033', 'ZHAO', 'LIN', 'F', 27, 200, 1), format: 'TD1', code: 'C' },
  { ...person('aigerim', 'KAZ', 'N99000104', 'SARTAIQYZY', 'AIGERIM', 'F', 34, 80, 6), iinSerial: 4101 },
  { ...person('temir', 'KAZ', 'N99000105', 'SARTAI', 'TEMIR', 'M', 9, 150, 3), iinSerial: 4102, guardian: 'aigerim' },
  { ...person('daniyar', 'KAZ', '990001069', 'QORABAI', 'DANIYAR', 'M', 52, 10, 5), format: 'TD1', code: 'ID', iinSerial: 4103 },
  person('imran', 'PAK', 'ZZ9900107', 'SHERAZI', 'IMRAN', 'M', 41, 61, 8),
  person('nadia', 'PAK', 'ZZ9900108', 'SHERAZI', 'NADIA', 'F', 38, 222, 8),
  { ...person('hamza', 'PAK', 'ZZ9900109', 'SHERAZI', 'HAMZA', 'M', 13, 30, 3), guardian: 'nadia' },
  { ...person('zara', 'PAK', 'ZZ9900110', 'SHERAZI', 'ZARA', 'F', 6, 340, 3), guardian: 'nadia' },
  { ...person('oleg', 'RUS', '990011112', 'BEREZKIN', 'OLEG', 'M', 58, 12, 2), residence: 'KAZ' },
  person('dilnoza', 'UZB', 'FZ9900112', 'NAVRUZOVA', 'DILNOZA', 'F', 29, 300, 9),
  person('anna', 'UTO', 'L99001130', 'ERIKSDOTTER', 'ANNA MARIA', 'F', 47, 90, 5),
  person('expired', 'CHN', 'EX9900114', 'SUN', 'BOYU', 'M', 36, 45, -1),
];

function person(
  key: string,
  state: string,
  number: string,
  surname: string,
  givenNames: string,
  sex: 'M' | 'F',
  age: number,
  daysSinceBirthday: number,
  yearsLeft: number,
): Row {
  return { key, format: 'TD3', code: 'P', state, number, surname, givenNames, sex, age, daysSinceBirthday, yearsLeft };
}

function travellerOf(row: Row, today: string): SeedTraveller {
  const birthDate = yearsLater(addDays(today, -row.daysSinceBirthday), -row.age);
  const expiresOn = yearsLater(addDays(today, -40), row.yearsLeft);
  const { state, number, surname, givenNames, sex } = row;
  const personalNumber = row.iinSerial === undefined ? null : iinOf(birthDate, row.iinSerial);
  const printed = { code: row.code, issuer: state, number, nationality: state, surname, givenNames, birthDate, sex, expiresOn };
  return {
    key: row.key,
    document: {
      type: documentTypeOf(row.code, state) ?? 'passport',
      issuer: state,
      number,
      nationality: state,
      surname,
      givenNames,
      birthDate,
      sex,
      expiresOn,
      personalNumber,
    },
    mrz: writeMrz(row.format, personalNumber === null ? printed : { ...printed, personalNumber }),
    residence: row.residence ?? state,
    guardian: row.guardian ?? null,
    documentExpired: expiresOn < today,
  };
}

/** 29 February becomes the 28th, so that every year has the day. */
const yearsLater = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

/** The number whose check digit holds, from the first serial on that has one. */
function iinOf(birthDate: string, serial: number): string {
  const body = `${birthDate.slice(2).replaceAll('-', '')}9${serial}`;
  const sum = (first: number) =>
    [...body].reduce((total, digit, i) => total + Number(digit) * (((i + first - 1) % 11) + 1), 0) % 11;
  const check = sum(1) === 10 ? sum(3) : sum(1);
  return check === 10 ? iinOf(birthDate, serial + 1) : `${body}${check}`;
}
