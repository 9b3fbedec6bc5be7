'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '../_ui/button.tsx';
import { countriesIn, countryName } from '../_ui/countries.ts';
import { SelectField } from '../_ui/fields.tsx';
import { Ask } from './kiosk-frame.tsx';

type Props = {
  readonly title: string;
  readonly value: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly onBack: () => void;
};

/** Who comes here most. Everybody else is in the list below. */
const NEAR = ['KAZ', 'CHN', 'KGZ', 'UZB', 'RUS', 'PAK', 'TJK', 'MNG'] as const;

/** A country in one touch, or out of the whole list. */
export function CountryChoice({ title, value, onChoose, onBack }: Props) {
  const t = useTranslations('kiosk.field');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const all = useMemo(() => countriesIn(language), [language]);
  return (
    <>
      <Ask title={title} />
      <div className="grid gap-4 sm:grid-cols-2">
        {NEAR.map((code) => (
          <Button
            key={code}
            size="xl"
            className={code === value ? 'border-teal bg-teal-tint' : ''}
            onPress={() => onChoose(code)}
          >
            {countryName(code, language)}
          </Button>
        ))}
      </div>
      <SelectField
        label={t('otherCountry')}
        placeholder={t('chooseCountry')}
        size="l"
        choices={all}
        value={value && !(NEAR as readonly string[]).includes(value) ? value : null}
        onChange={onChoose}
      />
      <div className="mt-auto grid">
        <Button size="xl" onPress={onBack}>
          {everywhere('back')}
        </Button>
      </div>
    </>
  );
}
