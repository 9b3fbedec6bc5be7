'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { amountOf, type Money } from '#lib/money/money.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { moneyWords, percentWords } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import type { Amount } from '../_ui/views.ts';
import type { Approval } from './basket.ts';
import { ownLimit } from './discount-above.ts';
import { isSigned, type Signature, SignField, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import { useToldAct } from './use-told-act.ts';

type Props = { readonly off: Money; readonly onClose: () => void; readonly onAllowed: (approval: Approval) => void };
type Answered = {
  readonly approval: { readonly id: string; readonly upTo: Amount; readonly approvedBy: { readonly name: string } };
};

/** An owner allows by PIN what a cashier may not give alone. The cashier stays who stands at the till. */
export function ApprovalDialog({ off, onClose, onAllowed }: Props) {
  const t = useTranslations('counter.approval');
  const s = useTranslations('drawer.sign');
  const language = useLocale();
  const { till } = useStall();
  const { act, refusals, fault, send } = useToldAct();
  const [approval, setApproval] = useState<Signature>(UNSIGNED);
  const allow = async (): Promise<void> => {
    const answer = await send<Answered>('discount-approvals', { upTo: amountOf(off), approval });
    if (answer === undefined) return;
    const { id, upTo, approvedBy } = answer.approval;
    onAllowed({ id, upTo, by: approvedBy.name });
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
          isDisabled={!isSigned(approval)}
          isPending={act.state !== 'idle'}
          onPress={() => void allow()}
        >
          {t('act')}
        </Button>
      }
    >
      <p>{t('note', { off: moneyWords(amountOf(off), language), percent: percentWords(ownLimit(till)) })}</p>
      <Refusal refusals={refusals} />
      <Unanswered act={act} fault={fault} />
      <SignField
        label={s('owner')}
        people={till.operators.filter(({ role }) => role === 'owner')}
        value={approval}
        onChange={setApproval}
        note={s('ownerNote')}
      />
    </Dialog>
  );
}
