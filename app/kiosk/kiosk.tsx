'use client';
import { NextIntlClientProvider } from 'next-intl';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Language, languageOf } from '#lib/words/languages.ts';
import type { Words } from '#lib/words/messages.ts';
import { IssuePass } from './issue-pass.tsx';

export type KioskWordSets = Readonly<Record<Language, Pick<Words, 'everywhere' | 'refusals' | 'law' | 'kiosk'>>>;

type Props = { readonly words: KioskWordSets; readonly first: Language };

/** The kiosk, in whatever language the person in front of it chose last. */
export function Kiosk({ words, first }: Props) {
  const [language, setLanguage] = useState<Language>(first);
  const { tag, dir } = languageOf(language);

  useEffect(() => {
    document.documentElement.lang = tag;
    document.documentElement.dir = dir;
  }, [tag, dir]);

  return (
    <NextIntlClientProvider locale={language} messages={words[language] as Words} timeZone="UTC">
      <I18nProvider locale={tag}>
        <IssuePass onLanguage={setLanguage} onCleared={() => setLanguage(first)} />
      </I18nProvider>
    </NextIntlClientProvider>
  );
}
