/** The languages of the market, each named in its own script, in the order the kiosk offers them. */
export const LANGUAGES = [
  { code: 'zh', name: '中文', tag: 'zh-CN', dir: 'ltr' },
  { code: 'kk', name: 'Қазақша', tag: 'kk-KZ', dir: 'ltr' },
  { code: 'ru', name: 'Русский', tag: 'ru-RU', dir: 'ltr' },
  { code: 'en', name: 'English', tag: 'en-GB', dir: 'ltr' },
  { code: 'ur', name: 'اردو', tag: 'ur-PK', dir: 'rtl' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

export const isLanguage = (text: string | null | undefined): text is Language => LANGUAGES.some(({ code }) => code === text);

/** The row of a language; English for anything unknown. */
export const languageOf = (code: string): (typeof LANGUAGES)[number] =>
  LANGUAGES.find((language) => language.code === code) ?? LANGUAGES[3];

/** The first of an Accept-Language header's languages that the market speaks, by the header's own weights; else English. */
export function languageFrom(acceptLanguage: string | null | undefined): Language {
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { code: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return wished.map(({ code }) => code).find(isLanguage) ?? 'en';
}
