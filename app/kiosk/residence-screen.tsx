'use client';
import { useTranslations } from 'next-intl';
import { CountryChoice } from './country-choice.tsx';

type Props = { readonly value: string | undefined; readonly onChoose: (code: string) => void; readonly onBack: () => void };

/** Where the shopper lives: some limits ask for it, and no document says it. */
export function ResidenceScreen({ value, onChoose, onBack }: Props) {
  const t = useTranslations('kiosk.residence');
  return <CountryChoice title={t('title')} value={value} onChoose={onChoose} onBack={onBack} />;
}
