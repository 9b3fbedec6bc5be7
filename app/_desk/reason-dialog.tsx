'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '../_ui/fields.tsx';
import { useToast } from '../_ui/toast.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly note: string;
  /** The act's name on its button. */
  readonly label: string;
  readonly path: string;
  /** Said when it is done. */
  readonly done: string;
  /** An act that needs no reason, such as lifting a suspension. */
  readonly withoutReason?: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** An act that has to be thought about: says what happens, asks why, does it. */
export function ReasonDialog({ title, note, label, path, done, withoutReason = false, onClose, onDone }: Props) {
  const t = useTranslations('desk');
  const act = useAct();
  const say = useToast();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = !withoutReason && reason.trim().length < 3;

  async function submit(): Promise<void> {
    setAsked(true);
    if (tooShort) return;
    const fields = withoutReason ? {} : { reason: reason.trim() };
    if ((await act.run(path, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: done, tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={title}
      label={label}
      look={withoutReason ? 'primary' : 'danger'}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{note}</p>
      {!withoutReason && (
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
          error={asked && tooShort ? t('missing') : undefined}
        />
      )}
    </FormDialog>
  );
}
