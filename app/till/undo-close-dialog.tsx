'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '../_ui/fields.tsx';
import { OwnerDialog } from './owner-dialog.tsx';
import { type Signature, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import { useToldAct } from './use-told-act.ts';

type Props = { readonly session: string; readonly onClose: () => void; readonly onUndone: () => void };

/** Takes a mistaken close back, with a reason and the owner's word. */
export function UndoCloseDialog({ session, onClose, onUndone }: Props) {
  const t = useTranslations('drawer.undo');
  const c = useTranslations('drawer.cash');
  const { reload } = useStall();
  const told = useToldAct();
  const [reason, setReason] = useState('');
  const [approval, setApproval] = useState<Signature>(UNSIGNED);
  const undo = async (): Promise<void> => {
    if ((await told.send(`till-sessions/${session}/undone-closes`, { reason: reason.trim(), approval })) === undefined) return;
    await reload();
    onUndone();
  };
  return (
    <OwnerDialog
      title={t('title')}
      act={t('act')}
      told={told}
      approval={approval}
      onApproval={setApproval}
      isReady={reason.trim().length >= 3}
      onSend={() => void undo()}
      onClose={onClose}
      note={<p className="text-soft">{t('note')}</p>}
    >
      <TextField label={c('reason')} value={reason} onChange={setReason} maxLength={200} autoFocus />
    </OwnerDialog>
  );
}
