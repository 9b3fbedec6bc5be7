'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { LANGUAGES, type Language } from '#lib/words/languages.ts';

/** The first touch: each language in its own script. */
export function LanguageScreen({ onChoose }: { readonly onChoose: (code: Language) => void }) {
  const t = useTranslations('kiosk');
  return (
    <>
      <h1 className="font-bold text-[2.5rem] leading-tight rtl:leading-normal">
        {t('welcome')}
        <br />
        {t('chooseLanguage')}
      </h1>
      <ul className="my-auto grid gap-4">
        {LANGUAGES.map((language) => (
          <li key={language.code} lang={language.tag} dir={language.dir}>
            <Button
              onPress={() => onChoose(language.code)}
              className="flex min-h-28 w-full items-center justify-between rounded-2xl border-2 border-edge bg-surface px-7 font-semibold text-[1.875rem] hover:border-teal hover:bg-teal-tint pressed:border-teal pressed:bg-teal-tint"
            >
              {language.name}
              <ArrowRight aria-hidden size="1.25em" className={language.dir === 'rtl' ? 'rotate-180 text-teal' : 'text-teal'} />
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-l text-soft">{t('bring')}</p>
    </>
  );
}
