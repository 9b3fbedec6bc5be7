'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { isSigned, type Signature, SignField } from './sign-field.tsx';
import { Unanswered } from './unanswered.tsx';
import { useApprovers } from './use-signers.ts';
import type { ToldAct } from './use-told-act.ts';

type Props = {
  readonly title: string;
  readonly act: string;
  readonly told: ToldAct;
  readonly approval: Signature;
  readonly onApproval: (approval: Signature) => void;
  readonly isReady?: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** What it is about, and what else has to be said. */
  readonly note: ReactNode;
  readonly children?: ReactNode;
};

/** The owner, or at the market's desk a second of its people, gives their word by PIN where somebody else stays. */
export function OwnerDialog({ title, act, told, approval, onApproval, isReady = true, onSend, onClose, note, children }: Props) {
  const s = useTranslations('drawer.sign');
  const approvers = useApprovers();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          size="l"
          isDisabled={!isReady || !isSigned(approval)}
          isPending={told.act.state !== 'idle'}
          onPress={onSend}
        >
          {act}
        </Button>
      }
    >
      <div className="grid gap-4">
        {note}
        <Refusal refusals={told.refusals} />
        <Unanswered act={told.act} fault={told.fault} />
        {children}
        <SignField {...approvers} value={approval} onChange={onApproval} note={s('ownerNote')} />
      </div>
    </Dialog>
  );
}
