'use client';
import { useTranslations } from 'next-intl';
import { isLanguage, LANGUAGES, type Language } from '#lib/words/languages.ts';
import { ChipRow } from './chip-row.tsx';

type Props = { readonly value: Language; readonly onChange: (language: Language) => void };

/** What the paper is printed in, beside English. */
export function PaperLanguage({ value, onChange }: Props) {
  const t = useTranslations('till.receipt');
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{t('language')}</p>
      <ChipRow
        label={t('language')}
        value={value}
        wraps
        onChange={(code) => isLanguage(code) && onChange(code)}
        chips={LANGUAGES.map(({ code, name, tag, dir }) => ({
          id: code,
          name: (
            <span lang={tag} dir={dir}>
              {name}
            </span>
          ),
        }))}
      />
    </div>
  );
}
