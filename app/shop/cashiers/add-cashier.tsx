'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';

type Props = { readonly onClose: () => void; readonly onDone: () => void };

export function AddCashier({ onClose, onDone }: Props) {
  const t = useTranslations('shop.cashiers');
  const act = useAct();
  const say = useToast();
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [asked, setAsked] = useState(false);
  const nameBad = name.trim().length < 2;
  const pinBad = !/^\d{6,8}$/.test(pin);

  async function submit(): Promise<void> {
    setAsked(true);
    if (nameBad || pinBad) return;
    const fields = { name: name.trim(), pin };
    if ((await act.run('cashiers', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('done', { name: fields.name }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog title={t('add')} label={t('act')} act={act} onClose={onClose} onSubmit={() => void submit()}>
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        error={asked && nameBad ? t('nameBad') : undefined}
      />
      <TextField
        label={t('pin')}
        hint={t('pinHint')}
        dir="ltr"
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        value={pin}
        onChange={setPin}
        maxLength={8}
        error={asked && pinBad ? t('pinBad') : undefined}
      />
    </FormDialog>
  );
}
