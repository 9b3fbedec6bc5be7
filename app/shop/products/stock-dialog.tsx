'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { quantityMilliOf, quantityTextOf } from '#lib/catalogue/measure.ts';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { nameIn } from '../../_ui/names.ts';
import { useToast } from '../../_ui/toast.tsx';
import type { ProductDialogProps } from './price-dialog.tsx';

const KINDS = ['receipt', 'stocktake', 'loss'] as const;
type Kind = (typeof KINDS)[number];

const milliOf = (text: string): number | undefined => (/^0+$/.test(text) ? 0 : quantityMilliOf(text));

/** Goods received, counted or lost, and why. */
export function StockDialog({ product, onClose, onDone }: ProductDialogProps) {
  const t = useTranslations('shop.stock');
  const products = useTranslations('shop.products');
  const desk = useTranslations('desk');
  const language = useLocale();
  const act = useAct();
  const say = useToast();
  const [kind, setKind] = useState<Kind>('receipt');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const before = Math.round(Number(product.onHand) * 1000);
  const milli = milliOf(typed.replace(',', '.'));
  const whole = product.unit === 'kg' || (milli !== undefined && milli % 1000 === 0);
  const quantity = milli === undefined || !whole || (milli === 0 && kind !== 'stocktake') ? undefined : milli;
  const reasonBad = reason.trim().length < 3;
  const after =
    quantity === undefined ? undefined : { receipt: before + quantity, stocktake: quantity, loss: before - quantity }[kind];

  async function submit(): Promise<void> {
    setAsked(true);
    if (quantity === undefined || reasonBad) return;
    const fields = { kind, quantity: quantityTextOf(quantity), reason: reason.trim() };
    if ((await act.run(`products/${product.id}/stock-movements`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('done'), tone: 'good' });
    onDone();
    onClose();
  }

  const ltr = (text: string) => `\u2066${text}\u2069`;
  return (
    <FormDialog
      title={products('stockOf', { name: nameIn(product.names, language) })}
      label={t('act')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <SelectField
        label={t('kind')}
        hint={t(`kindNotes.${kind}`)}
        choices={KINDS.map((id) => ({ id, name: t(`kinds.${id}`) }))}
        value={kind}
        onChange={(id) => setKind(id as Kind)}
        placeholder={desk('choose')}
      />
      <TextField
        label={t(product.unit === 'kg' ? 'kilograms' : 'pieces')}
        hint={
          after === undefined
            ? t('onHand', { quantity: ltr(product.onHand) })
            : t('after', { quantity: ltr(quantityTextOf(after)) })
        }
        dir="ltr"
        inputMode="decimal"
        value={typed}
        onChange={setTyped}
        maxLength={10}
        error={asked && quantity === undefined ? t(product.unit === 'kg' ? 'kilogramsBad' : 'quantityBad') : undefined}
      />
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={300}
        error={asked && reasonBad ? desk('missing') : undefined}
      />
    </FormDialog>
  );
}
