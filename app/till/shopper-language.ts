import { type Language, languageOf } from '#lib/words/languages.ts';

const SPOKEN: Readonly<Record<string, Language>> = {
  CHN: 'zh',
  HKG: 'zh',
  MAC: 'zh',
  TWN: 'zh',
  KAZ: 'kk',
  RUS: 'ru',
  KGZ: 'ru',
  UZB: 'ru',
  PAK: 'ur',
};

/** The language a shopper most likely reads; the cashier can choose another. */
export function languageOfShopper(nationality: string | undefined, otherwise: string): Language {
  return SPOKEN[nationality ?? ''] ?? languageOf(otherwise).code;
}
