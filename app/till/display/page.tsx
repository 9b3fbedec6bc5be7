import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LANGUAGES } from '#lib/words/languages.ts';
import { messages } from '#lib/words/messages.ts';
import { Display } from './display.tsx';
import type { DisplayWords } from './display-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('counter.display'))('title') };
}

/** The shopper's side of the counter: in the language of whoever stands there, so that its words come in all five. */
export default function DisplayPage() {
  const words = Object.fromEntries(
    LANGUAGES.map(({ code }) => {
      const { everywhere, law, counter } = messages[code];
      return [code, { everywhere, law, counter: { display: counter.display } }];
    }),
  ) as DisplayWords;
  return <Display words={words} />;
}
