'use client';
import { NextIntlClientProvider, useLocale } from 'next-intl';
import { useEffect } from 'react';
import { languageOf } from '#lib/words/languages.ts';
import type { Words } from '#lib/words/messages.ts';
import { BasketShown } from './basket-shown.tsx';
import type { DisplayWords } from './display-words.ts';
import { PaidShown } from './paid-shown.tsx';
import { useTold } from './use-told.ts';
import { WelcomeShown } from './welcome-shown.tsx';

/** What the till that opened this window tells it: a welcome, the basket as it grows, the change. */
export function Display({ words }: { readonly words: DisplayWords }) {
  const own = languageOf(useLocale()).code;
  const { stall, shown } = useTold();
  const language = shown.kind === 'nobody' ? own : shown.language;
  useEffect(() => {
    const { tag, dir } = languageOf(language);
    document.documentElement.lang = tag;
    document.documentElement.dir = dir;
  }, [language]);
  return (
    <NextIntlClientProvider locale={language} messages={words[language] as unknown as Words}>
      {shown.kind === 'nobody' && <WelcomeShown stall={stall} words={words} />}
      {shown.kind === 'basket' && <BasketShown stall={stall} shown={shown} />}
      {shown.kind === 'paid' && <PaidShown stall={stall} shown={shown} />}
    </NextIntlClientProvider>
  );
}
