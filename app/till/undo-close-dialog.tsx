'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { TextField } from '../_ui/fields.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { isSigned, type Signature, SignField, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import { useToldAct } from './use-told-act.ts';

type Props = { readonly session: string; readonly onClose: () => void; readonly onUndone: () => void };

/** Takes a mistaken close back, with a reason and the owner's word. */
export function UndoCloseDialog({ session, onClose, onUndone }: Props) {
  const t = useTranslations('drawer.undo');
  const c = useTranslations('drawer.cash');
  const s = useTranslations('drawer.sign');
  const { till, reload } = useStall();
  const { act, refusals, fault, send } = useToldAct();
  const [reason, setReason] = useState('');
  const [approval, setApproval] = useState<Signature>(UNSIGNED);
  const undo = async (): Promise<void> => {
    if ((await send(`till-sessions/${session}/undone-closes`, { reason: reason.trim(), approval })) === undefined) return;
    await reload();
    onUndone();
  };
  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          size="l"
          isDisabled={reason.trim().length < 3 || !isSigned(approval)}
          isPending={act.state !== 'idle'}
          onPress={() => void undo()}
        >
          {t('act')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="text-soft">{t('note')}</p>
        <Refusal refusals={refusals} />
        <Unanswered act={act} fault={fault} />
        <TextField label={c('reason')} value={reason} onChange={setReason} maxLength={200} autoFocus />
        <SignField
          label={s('owner')}
          people={till.operators.filter(({ role }) => role === 'owner')}
          value={approval}
          onChange={setApproval}
          note={s('ownerNote')}
        />
      </div>
    </Dialog>
  );
}
