'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { CUSTOMS_STATUSES } from '#lib/catalogue/product.ts';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { nameIn } from '../../_ui/names.ts';
import { useToast } from '../../_ui/toast.tsx';
import { CountCompared } from './count-compared.tsx';
import type { ProductDialogProps } from './price-dialog.tsx';
import { KINDS, type Kind, movedTo, quantityIn } from './stock-moves.ts';

/** Goods received (a lot of their own), counted blind, or lost; and why. */
export function StockDialog({ product, onClose, onDone }: ProductDialogProps) {
  const t = useTranslations('shop.stock');
  const products = useTranslations('shop.products');
  const customs = useTranslations('shop.add.customsStates');
  const desk = useTranslations('desk');
  const language = useLocale();
  const act = useAct();
  const say = useToast();
  const [kind, setKind] = useState<Kind>('receipt');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [status, setStatus] = useState(product.customsStatus);
  const [manifest, setManifest] = useState('');
  const [compared, setCompared] = useState(false);
  const [asked, setAsked] = useState(false);
  const before = Math.round(Number(product.onHand) * 1000);
  const quantity = quantityIn(typed, kind, product.unit);
  const isBlind = kind === 'stocktake' && !compared;
  const isSame = kind === 'stocktake' && quantity === before;
  const reasonBad = !isSame && reason.trim().length < 3;

  async function submit(): Promise<void> {
    setAsked(true);
    if (quantity === undefined) return;
    if (isBlind) {
      setAsked(false);
      return setCompared(true);
    }
    if (reasonBad) return;
    const lot = { customsStatus: status, ...(manifest.trim() === '' ? {} : { manifest: manifest.trim() }) };
    const fields = {
      kind,
      quantity: quantityTextOf(quantity),
      reason: isSame ? t('same') : reason.trim(),
      ...(kind === 'receipt' ? { lot } : {}),
      ...(kind === 'stocktake' ? { onHand: product.onHand } : {}),
    };
    if ((await act.run(`products/${product.id}/stock-movements`, fields, (id) => ({ id, ...fields }))) === undefined)
      return onDone();
    say({ text: t('done'), tone: 'good' });
    onDone();
    onClose();
  }

  const ltr = (text: string) => `\u2066${text}\u2069`;
  const after = quantity === undefined ? undefined : movedTo(kind, before, quantity);
  const hint =
    after === undefined ? t('onHand', { quantity: ltr(product.onHand) }) : t('after', { quantity: ltr(quantityTextOf(after)) });
  return (
    <FormDialog
      title={products('stockOf', { name: nameIn(product.names, language) })}
      label={t(isBlind ? 'compare' : 'act')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <SelectField
        label={t('kind')}
        hint={t(`kindNotes.${kind}`)}
        choices={KINDS.map((id) => ({ id, name: t(`kinds.${id}`) }))}
        value={kind}
        onChange={(id) => {
          setKind(id as Kind);
          setCompared(false);
        }}
        placeholder={desk('choose')}
      />
      {kind === 'stocktake' && compared && quantity !== undefined ? (
        <CountCompared before={before} counted={quantity} onRecount={() => setCompared(false)} />
      ) : (
        <TextField
          label={t(product.unit === 'kg' ? 'kilograms' : 'pieces')}
          hint={kind === 'stocktake' ? t('blind') : hint}
          dir="ltr"
          inputMode="decimal"
          value={typed}
          onChange={setTyped}
          maxLength={10}
          error={asked && quantity === undefined ? t(product.unit === 'kg' ? 'kilogramsBad' : 'quantityBad') : undefined}
        />
      )}
      {kind === 'receipt' && (
        <>
          <SelectField
            label={t('customs')}
            choices={CUSTOMS_STATUSES.map((id) => ({ id, name: customs(id) }))}
            value={status}
            onChange={setStatus}
            placeholder={desk('choose')}
          />
          <TextField label={t('manifest')} hint={t('manifestHint')} value={manifest} onChange={setManifest} maxLength={80} />
        </>
      )}
      {!isBlind && !isSame && (
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={300}
          error={asked && reasonBad ? desk('missing') : undefined}
        />
      )}
    </FormDialog>
  );
}
