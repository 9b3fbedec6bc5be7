'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Custody } from '#lib/till/cash-count.ts';
import { TextField } from '../_ui/fields.tsx';
import { CASH_REASONS, type CashReason } from './cash-kinds.ts';
import { ChipRow } from './chip-row.tsx';

/** Whose money: the stall's own, or what it holds for the market. */
export function Whose({ custody, onChange }: { readonly custody: Custody; readonly onChange: (custody: Custody) => void }) {
  const t = useTranslations('drawer.custody');
  return (
    <ChipRow
      label={t('whose')}
      wraps
      value={custody}
      onChange={(whose) => onChange(whose as Custody)}
      chips={[
        { id: 'stall', name: t('stall') },
        { id: 'market', name: t('market') },
      ]}
    />
  );
}

/** Why, from a few; another one in words. */
export function Reasons({ onChange }: { readonly onChange: (reason: string) => void }) {
  const t = useTranslations('drawer.cash');
  const [chosen, setChosen] = useState<CashReason | ''>('');
  const [words, setWords] = useState('');
  return (
    <>
      <ChipRow
        label={t('reason')}
        wraps
        value={chosen}
        onChange={(one) => {
          setChosen(one as CashReason);
          onChange(one === 'other' ? words.trim() : t(`reasons.${one as CashReason}`));
        }}
        chips={CASH_REASONS.map((one) => ({ id: one, name: t(`reasons.${one}`) }))}
      />
      {chosen === 'other' && (
        <TextField
          label={t('words')}
          value={words}
          maxLength={200}
          onChange={(text) => {
            setWords(text);
            onChange(text.trim());
          }}
        />
      )}
    </>
  );
}
