'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { PersonRow } from '../office-views.ts';

type Props = { readonly person: PersonRow; readonly onClose: () => void; readonly onDone: () => void };

/** Says which pass is somebody's own, so that they never sell to themselves. The pass is on the desk: its code is typed or scanned. */
export function OwnPass({ person, onClose, onDone }: Props) {
  const t = useTranslations('office.staff');
  const desk = useTranslations('desk');
  const act = useAct();
  const say = useToast();
  const [pass, setPass] = useState('');
  const [tried, setTried] = useState(false);
  const isTyped = pass.trim().length >= 10;

  async function submit(): Promise<void> {
    setTried(true);
    if (!isTyped) return;
    const fields = { pass: pass.trim() };
    if ((await act.run(`staff/${person.id}/own-passes`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('ownPassNamed', { name: person.name }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('ownPassNameOne', { name: person.name })}
      label={t('ownPassName')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="text-soft">{t('ownPassNote')}</p>
      <TextField
        label={t('ownPassCode')}
        dir="ltr"
        value={pass}
        onChange={setPass}
        maxLength={600}
        autoFocus
        error={tried && !isTyped ? desk('missing') : undefined}
      />
    </FormDialog>
  );
}
