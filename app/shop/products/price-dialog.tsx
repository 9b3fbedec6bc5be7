'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { AmountField } from '../../_ui/fields.tsx';
import { moneyWords } from '../../_ui/figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import { useToast } from '../../_ui/toast.tsx';
import type { ProductView } from '../shop-views.ts';

export type ProductDialogProps = {
  readonly product: ProductView;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

export function PriceDialog({ product, onClose, onDone }: ProductDialogProps) {
  const t = useTranslations('shop');
  const desk = useTranslations('desk');
  const language = useLocale();
  const act = useAct();
  const say = useToast();
  const { currency } = product.price;
  const [amount, setAmount] = useState('');
  const [asked, setAsked] = useState(false);
  const bad = !/^\d{1,12}(\.\d{1,2})?$/.test(amount) || Number(amount) === 0;

  async function submit(): Promise<void> {
    setAsked(true);
    if (bad) return;
    const fields = { price: { amount, currency } };
    if ((await act.run(`products/${product.id}/changes`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('price.done'), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('products.changePriceOf', { name: nameIn(product.names, language) })}
      label={t('price.act')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <AmountField
        label={t('price.label')}
        hint={t('price.now', { price: moneyWords(product.price, language) })}
        size="l"
        currency={currency}
        value={amount}
        onChange={setAmount}
        autoFocus
        error={asked && bad ? desk('missing') : undefined}
      />
    </FormDialog>
  );
}
