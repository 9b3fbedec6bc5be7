import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };

/** Codes that ICAO Doc 9303 part 3 section 5 adds to ISO 3166-1, with the ISO state they stand for where there is one. */
const ICAO_CODES: Readonly<Record<string, string | null>> = {
  D: 'DEU',
  GBD: 'GBR',
  GBN: 'GBR',
  GBO: 'GBR',
  GBP: 'GBR',
  GBS: 'GBR',
  RKS: 'XKX',
  XKX: 'XKX',
  EUE: null,
  UNO: null,
  UNA: null,
  UNK: null,
  IAO: null,
  XAA: null,
  XBA: null,
  XIM: null,
  XCC: null,
  XCE: null,
  XCO: null,
  XDC: null,
  XEC: null,
  XES: null,
  XMP: null,
  XOM: null,
  XPO: null,
  NTZ: null,
  XXA: null,
  XXB: null,
  XXC: null,
  XXX: null,
  UTO: null,
};

const ISO_CODES: ReadonlySet<string> = new Set((isoCodes as readonly (readonly string[])[]).map((row) => row[1] ?? ''));

/** Whether a code may stand in a travel document as issuing state or nationality. */
export function isState(code: string): boolean {
  return ISO_CODES.has(code) || Object.hasOwn(ICAO_CODES, code);
}

/** The code under which law counts a state: D is DEU, a British overseas citizen is GBR; XXA, UTO and the like stay themselves. */
export function lawStateOf(code: string): string {
  return (Object.hasOwn(ICAO_CODES, code) ? ICAO_CODES[code] : null) ?? code;
}
