'use client';
import { useLocale, useTranslations } from 'next-intl';
import { AmountField, SelectField, TextField } from '../_ui/fields.tsx';
import { nameIn } from '../_ui/names.ts';
import type { GateMarket } from './gate-views.ts';
import type { GoodsDraft } from './goods-draft.ts';

type Props = { readonly market: GateMarket; readonly draft: GoodsDraft; readonly onChange: (draft: GoodsDraft) => void };

/** What goods are and how much of them: for those brought in, and for lines added at the exit. */
export function GoodsFields({ market, draft, onChange }: Props) {
  const t = useTranslations('gate.goods');
  const language = useLocale();
  const set = (field: keyof GoodsDraft) => (text: string) => onChange({ ...draft, [field]: text });
  const setNumber = (field: keyof GoodsDraft) => (text: string) =>
    onChange({ ...draft, [field]: text.replace(/\D/g, '').slice(0, 7) });
  const setQuantity = (text: string): void => {
    const plain = text.replace(',', '.');
    if (/^\d{0,6}(\.\d{0,3})?$/.test(plain)) onChange({ ...draft, quantity: plain });
  };
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        label={t('category')}
        value={draft.category}
        onChange={set('category')}
        placeholder={t('choose')}
        choices={kindsIn(market, language)}
      />
      <TextField label={t('description')} value={draft.description} maxLength={120} onChange={set('description')} />
      <TextField label={t('quantity')} inputMode="decimal" dir="ltr" value={draft.quantity} onChange={setQuantity} />
      <TextField label={t('weight')} inputMode="numeric" dir="ltr" value={draft.weightG} onChange={setNumber('weightG')} />
      <TextField label={t('volume')} inputMode="numeric" dir="ltr" value={draft.volumeMl} onChange={setNumber('volumeMl')} />
      <TextField label={t('pieces')} inputMode="numeric" dir="ltr" value={draft.pieces} onChange={setNumber('pieces')} />
      <AmountField label={t('value')} currency={draft.currency} value={draft.amount} onChange={set('amount')} />
      <SelectField
        label={t('currency')}
        value={draft.currency}
        onChange={set('currency')}
        placeholder={t('choose')}
        choices={market.currencies.map((code) => ({ id: code, name: code }))}
      />
    </div>
  );
}

/** The kinds of goods that have no kinds below them, by name. */
export function kindsIn({ categories }: GateMarket, language: string): readonly { readonly id: string; readonly name: string }[] {
  const parents = new Set(categories.map(({ parent }) => parent));
  return categories.filter(({ id }) => !parents.has(id)).map(({ id, names }) => ({ id, name: nameIn(names, language, id) }));
}
