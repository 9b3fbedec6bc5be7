'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { DeviceRow } from '../office-views.ts';

type Props = { readonly till: DeviceRow; readonly onClose: () => void; readonly onDone: () => void };

/** Where on the market's network a till prints. The market says which addresses no printer can have. */
export function SetPrinter({ till, onClose, onDone }: Props) {
  const t = useTranslations('office.devices');
  const act = useAct();
  const say = useToast();
  const [address, setAddress] = useState(till.printer ?? '');

  async function submit(): Promise<void> {
    const fields = { address: address.trim() === '' ? null : address.trim() };
    if ((await act.run(`devices/${till.id}/printers`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('printerSet', { name: till.name }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('printerOf', { name: till.name })}
      label={t('printerSave')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="text-soft">{t('printerNote')}</p>
      <TextField
        label={t('printerAddress')}
        dir="ltr"
        inputMode="decimal"
        value={address}
        onChange={setAddress}
        maxLength={40}
        hint={t('printerHint')}
      />
    </FormDialog>
  );
}
