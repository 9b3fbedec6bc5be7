'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { Amount } from '../../_ui/views.ts';

type Props = { readonly floor: Amount; readonly onClose: () => void; readonly onDone: () => void };

/** Up to how much a till may sell by itself. The market says what in the amount does not read. */
export function ChangeFloor({ floor: { amount: before, currency }, onClose, onDone }: Props) {
  const t = useTranslations('office.offline');
  const desk = useTranslations('desk');
  const act = useAct();
  const say = useToast();
  const [amount, setAmount] = useState(before);
  const [tried, setTried] = useState(false);
  const isAmount = /^\d{1,12}([.,]\d{1,2})?$/.test(amount.trim());

  async function submit(): Promise<void> {
    setTried(true);
    if (!isAmount) return;
    const fields = { floor: { amount: amount.trim().replace(',', '.'), currency } };
    if ((await act.run('offline-floors', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('changed'), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('changeOne', { currency })}
      label={t('change')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="text-soft">{t('changeNote')}</p>
      <TextField
        label={`${t('amount')} (${currency})`}
        dir="ltr"
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
        maxLength={15}
        hint={t('amountHint')}
        error={tried && !isAmount ? desk('missing') : undefined}
      />
    </FormDialog>
  );
}
