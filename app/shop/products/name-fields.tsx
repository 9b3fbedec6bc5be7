'use client';
import { useTranslations } from 'next-intl';
import { LANGUAGES } from '#lib/words/languages.ts';
import { TextField } from '../../_ui/fields.tsx';
import type { Names } from '../../_ui/views.ts';

export const isNamed = (names: Names): boolean => LANGUAGES.every(({ code }) => names[code]?.trim());

/** Each name without the spaces around it. */
export const trimmed = (names: Names): Names =>
  Object.fromEntries(LANGUAGES.map(({ code }) => [code, names[code]?.trim() ?? '']));

type Props = { readonly names: Names; readonly onChange: (names: Names) => void; readonly asked: boolean };

/** A product's name in the five languages of the market, each written in its own direction. */
export function NameFields({ names, onChange, asked }: Props) {
  const t = useTranslations('shop.names');
  const desk = useTranslations('desk');
  return LANGUAGES.map(({ code, dir }) => (
    <TextField
      key={code}
      label={t(`in.${code}`)}
      dir={dir}
      value={names[code] ?? ''}
      onChange={(name) => onChange({ ...names, [code]: name })}
      maxLength={160}
      error={asked && !names[code]?.trim() ? desk('missing') : undefined}
    />
  ));
}
