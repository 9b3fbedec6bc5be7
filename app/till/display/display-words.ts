import type { Language } from '#lib/words/languages.ts';
import type { Words } from '#lib/words/messages.ts';

/** What a display may have to say, in every language of the market. */
export type DisplayWords = Readonly<
  Record<Language, Pick<Words, 'everywhere' | 'law'> & { readonly counter: Pick<Words['counter'], 'display'> }>
>;
