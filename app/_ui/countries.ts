import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import kk from 'i18n-iso-countries/langs/kk.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import ur from 'i18n-iso-countries/langs/ur.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { languageOf } from '#lib/words/languages.ts';

// Chromium has no Kazakh country names and its own for some others, so Intl.DisplayNames would differ between server and browser.
const NAMES: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  en: { ...en.countries, CN: 'China', TW: 'Taiwan' },
  zh: { ...zh.countries, TW: '中国台湾', HK: '中国香港', MO: '中国澳门' },
  ru: { ...ru.countries, CN: 'Китай', TW: 'Тайвань' },
  kk: kk.countries,
  ur: ur.countries,
};

const ALPHA2 = new Map((isoCodes as readonly (readonly string[])[]).map(([two = '', three = '']) => [three, two]));
/** Codes of travel documents that ISO does not have (ICAO Doc 9303 part 3). */
const ICAO: Readonly<Record<string, string>> = {
  D: 'DE',
  RKS: 'XK',
  XKX: 'XK',
  GBD: 'GB',
  GBN: 'GB',
  GBO: 'GB',
  GBP: 'GB',
  GBS: 'GB',
};

/** A country's name in the reader's language, from its ISO 3166-1 alpha-3 or ICAO code; the code itself where there is no name. */
export function countryName(code: string, language: string): string {
  const two = ICAO[code] ?? ALPHA2.get(code);
  const name = two === undefined ? undefined : NAMES[language]?.[two];
  return (typeof name === 'string' ? name : name?.[0]) ?? code;
}

/** Every country, by its name in the reader's language and that language's order. */
export function countriesIn(language: string): readonly { readonly id: string; readonly name: string }[] {
  const order = new Intl.Collator(languageOf(language).tag);
  return [...ALPHA2.keys()]
    .map((id) => ({ id, name: countryName(id, language) }))
    .filter(({ id, name }) => name !== id)
    .sort((a, b) => order.compare(a.name, b.name));
}
