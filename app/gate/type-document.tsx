'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isDay } from '#lib/calendar/day.ts';
import { Button } from '../_ui/button.tsx';
import { countriesIn } from '../_ui/countries.ts';
import { SelectField, TextField } from '../_ui/fields.tsx';

const TYPES = ['passport', 'identity-card', 'permit'] as const;
const FIELDS = ['type', 'issuer', 'number', 'nationality', 'surname', 'givenNames', 'birthDate', 'sex', 'expiresOn'] as const;
export type TypedDocument = Readonly<Record<(typeof FIELDS)[number], string>>;

const EMPTY: TypedDocument = {
  type: 'passport',
  issuer: '',
  number: '',
  nationality: '',
  surname: '',
  givenNames: '',
  birthDate: '',
  sex: 'X',
  expiresOn: '',
};

type Props = { readonly busy: boolean; readonly onShow: (document: TypedDocument) => void };

/** The fields of a travel document as they are printed. */
export function TypeDocument({ busy, onShow }: Props) {
  const t = useTranslations('gate.tools');
  const language = useLocale();
  const countries = useMemo(() => countriesIn(language), [language]);
  const [draft, setDraft] = useState(EMPTY);
  const set = (field: keyof TypedDocument) => (value: string) => setDraft((now) => ({ ...now, [field]: value }));
  const country = (field: 'issuer' | 'nationality') => (
    <SelectField
      label={t(`fields.${field}`)}
      value={draft[field] || null}
      onChange={set(field)}
      placeholder="…"
      choices={countries}
    />
  );
  const text = (field: 'number' | 'surname' | 'givenNames') => (
    <TextField
      label={t(`fields.${field}`)}
      dir="ltr"
      value={draft[field]}
      onChange={(value) => set(field)(value.toUpperCase())}
    />
  );
  const day = (field: 'birthDate' | 'expiresOn') => (
    <TextField label={t(`fields.${field}`)} hint={t('fields.dayHint')} dir="ltr" value={draft[field]} onChange={set(field)} />
  );
  const isReady =
    draft.issuer !== '' &&
    draft.nationality !== '' &&
    draft.number.trim() !== '' &&
    draft.surname + draft.givenNames !== '' &&
    isDay(draft.birthDate) &&
    isDay(draft.expiresOn);
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField
          label={t('fields.type')}
          value={draft.type}
          onChange={set('type')}
          placeholder="…"
          choices={TYPES.map((id) => ({ id, name: t(`fields.${id}`) }))}
        />
        {country('issuer')}
        {text('number')}
        {country('nationality')}
        {text('surname')}
        {text('givenNames')}
        {day('birthDate')}
        <SelectField
          label={t('fields.sex')}
          value={draft.sex}
          onChange={set('sex')}
          placeholder="…"
          choices={['F', 'M', 'X'].map((id) => ({ id, name: id }))}
        />
        {day('expiresOn')}
      </div>
      <div className="flex justify-end">
        <Button look="primary" size="l" isDisabled={!isReady} isPending={busy} onPress={() => onShow(draft)}>
          {t('find')}
        </Button>
      </div>
    </div>
  );
}
