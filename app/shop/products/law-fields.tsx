'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CUSTOMS_STATUSES } from '#lib/catalogue/product.ts';
import { useClock } from '../../_desk/clock.tsx';
import type { DeskMarket } from '../../_desk/desk-market.ts';
import { countriesIn } from '../../_ui/countries.ts';
import { type Choice, SelectField, TextField } from '../../_ui/fields.tsx';
import { nameIn } from '../../_ui/names.ts';
import type { DraftProps } from './new-product.ts';

const MEASURES = [
  { field: 'netWeightG', label: 'netWeight', hint: 'netWeightHint', mode: 'numeric' },
  { field: 'packedWeightG', label: 'packedWeight', hint: 'packedWeightHint', mode: 'numeric' },
  { field: 'volumeMl', label: 'volume', hint: 'volumeHint', mode: 'numeric' },
  { field: 'strength', label: 'strength', hint: 'strengthHint', mode: 'decimal' },
  { field: 'pieces', label: 'pieces', hint: 'piecesHint', mode: 'numeric' },
] as const;

/** What the allowance and the duty are reckoned from. */
export function LawFields({ draft, onChange, fault }: DraftProps) {
  const t = useTranslations('shop.add');
  const desk = useTranslations('desk');
  const language = useLocale();
  const { market } = useClock();
  const countries = useMemo(() => countriesIn(language), [language]);
  const categories = useMemo(() => leavesOf(market?.categories ?? [], language), [market, language]);
  return (
    <>
      <SelectField
        label={t('category')}
        choices={categories}
        value={draft.category || null}
        onChange={(category) => onChange({ category })}
        placeholder={desk('choose')}
        error={fault('category')}
      />
      <TextField
        label={t('hs')}
        hint={t('hsHint')}
        dir="ltr"
        inputMode="numeric"
        maxLength={10}
        value={draft.hs}
        onChange={(hs) => onChange({ hs: hs.replace(/[\s.]/g, '') })}
        error={fault('hs')}
      />
      {MEASURES.map(({ field, label, hint, mode }) => (
        <TextField
          key={field}
          label={t(label)}
          hint={t(hint)}
          dir="ltr"
          inputMode={mode}
          maxLength={8}
          value={draft[field]}
          onChange={(typed) => onChange({ [field]: typed.trim() })}
          error={fault(field)}
        />
      ))}
      <SelectField
        label={t('origin')}
        choices={countries}
        value={draft.origin || null}
        onChange={(origin) => onChange({ origin })}
        placeholder={desk('choose')}
        error={fault('origin')}
      />
      <SelectField
        label={t('customs')}
        choices={CUSTOMS_STATUSES.map((id) => ({ id, name: t(`customsStates.${id}`) }))}
        value={draft.customsStatus}
        onChange={(customsStatus) => onChange({ customsStatus })}
        placeholder={desk('choose')}
      />
    </>
  );
}

/** The kinds of goods that have no kinds below them, each with the kind above it. */
function leavesOf(categories: DeskMarket['categories'], language: string): readonly Choice[] {
  const parents = new Set(categories.map(({ parent }) => parent));
  const nameOf = new Map(categories.map(({ id, names }) => [id, nameIn(names, language, id)]));
  return categories
    .filter(({ id }) => !parents.has(id))
    .map(({ id, parent }) => ({
      id,
      name: [parent === null ? undefined : nameOf.get(parent), nameOf.get(id)].filter(Boolean).join(' · '),
    }));
}
