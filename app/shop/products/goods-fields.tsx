'use client';
import { useTranslations } from 'next-intl';
import { useClock } from '../../_desk/clock.tsx';
import { Button } from '../../_ui/button.tsx';
import { AmountField, SelectField, TextField } from '../../_ui/fields.tsx';
import type { ShopStall } from '../shop-views.ts';
import { type DraftProps, madeGtin } from './new-product.ts';

const UNITS = ['piece', 'kg'] as const;

/** What the till needs: where it stands, its barcode, its price. */
export function GoodsFields({ draft, onChange, fault, stalls }: DraftProps & { readonly stalls: readonly ShopStall[] }) {
  const t = useTranslations('shop.add');
  const desk = useTranslations('desk');
  const { market } = useClock();
  return (
    <>
      <SelectField
        label={t('stall')}
        choices={stalls.map(({ id, code, name }) => ({ id, name: `${code} · ${name}` }))}
        value={draft.stall || null}
        onChange={(stall) => onChange({ stall })}
        placeholder={desk('choose')}
        error={fault('stall')}
      />
      <SelectField
        label={t('unit')}
        choices={UNITS.map((id) => ({ id, name: t(`units.${id}`) }))}
        value={draft.unit}
        onChange={(unit) => onChange({ unit: unit as 'piece' })}
        placeholder={desk('choose')}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-end gap-3 md:col-span-2 md:grid-cols-[1fr_auto]">
        <TextField
          label={t('gtin')}
          hint={t('gtinHint')}
          dir="ltr"
          inputMode="numeric"
          maxLength={14}
          value={draft.gtin}
          onChange={(gtin) => onChange({ gtin: gtin.replace(/\s/g, '') })}
          error={fault('gtin')}
        />
        {/* Beside the field, below a line as high as its label, whatever the script. */}
        <div className="self-start md:mt-[calc(1lh+0.375rem)]">
          <Button onPress={() => onChange({ gtin: madeGtin() })}>{t('makeGtin')}</Button>
        </div>
      </div>
      <AmountField
        label={t('price')}
        currency={draft.currency}
        value={draft.price}
        onChange={(price) => onChange({ price })}
        error={fault('price')}
      />
      <SelectField
        label={t('currency')}
        choices={(market?.currencies ?? []).map((id) => ({ id, name: id }))}
        value={draft.currency || null}
        onChange={(currency) => onChange({ currency })}
        placeholder={desk('choose')}
        error={fault('currency')}
      />
      <TextField
        label={t('onHand')}
        hint={t('onHandHint')}
        dir="ltr"
        inputMode="decimal"
        value={draft.onHand}
        onChange={(onHand) => onChange({ onHand })}
        error={fault('onHand')}
      />
    </>
  );
}
