import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { languageOf } from '#lib/words/languages.ts';
import { type Area, messages, type Words } from '#lib/words/messages.ts';

/** Hands the client the words it needs and no others: always everywhere, refusals and law, plus the door's own areas. */
export async function WordsFor({ areas, children }: { readonly areas: readonly Area[]; readonly children: ReactNode }) {
  const words = messages[languageOf(await getLocale()).code];
  const wanted: readonly Area[] = areas.length === 0 ? ['everywhere'] : ['everywhere', 'refusals', 'law', ...areas];
  const picked = Object.fromEntries(wanted.map((area) => [area, words[area]])) as unknown as Words;
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
