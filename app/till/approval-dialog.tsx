'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { amountOf, type Money } from '#lib/money/money.ts';
import { moneyWords, percentWords } from '../_ui/figures.tsx';
import type { Amount } from '../_ui/views.ts';
import type { Approval } from './basket.ts';
import { ownLimit } from './discount-above.ts';
import { OwnerDialog } from './owner-dialog.tsx';
import { type Signature, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import { useToldAct } from './use-told-act.ts';

type Props = { readonly off: Money; readonly onClose: () => void; readonly onAllowed: (approval: Approval) => void };
type Answered = {
  readonly approval: { readonly id: string; readonly upTo: Amount; readonly approvedBy: { readonly name: string } };
};

/** An owner allows by PIN what a cashier may not give alone. */
export function ApprovalDialog({ off, onClose, onAllowed }: Props) {
  const t = useTranslations('counter.approval');
  const language = useLocale();
  const { till } = useStall();
  const told = useToldAct();
  const [approval, setApproval] = useState<Signature>(UNSIGNED);
  const allow = async (): Promise<void> => {
    const answer = await told.send<Answered>('discount-approvals', { upTo: amountOf(off), approval });
    if (answer === undefined) return;
    const { id, upTo, approvedBy } = answer.approval;
    onAllowed({ id, upTo, by: approvedBy.name });
  };
  return (
    <OwnerDialog
      title={t('title')}
      act={t('act')}
      told={told}
      approval={approval}
      onApproval={setApproval}
      onSend={() => void allow()}
      onClose={onClose}
      note={<p>{t('note', { off: moneyWords(amountOf(off), language), percent: percentWords(ownLimit(till)) })}</p>}
    />
  );
}
