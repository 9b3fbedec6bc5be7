'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Receipt } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { ChipRow } from './chip-row.tsx';
import { Unanswered } from './unanswered.tsx';
import { useAct } from './use-act.ts';

const REASONS = ['wrongGoods', 'changedMind', 'wrongPass', 'other'] as const;
type Reason = (typeof REASONS)[number];
const SHORTEST = 3;

type Props = { readonly receipt: Receipt; readonly onBack: () => void; readonly onDone: () => Promise<void> };

/** Undoes a whole sale, with a reason that stays in the record. */
export function VoidForm({ receipt, onBack, onDone }: Props) {
  const t = useTranslations('till.void');
  const c = useTranslations('everywhere');
  const act = useAct();
  const say = useToast();
  const [reason, setReason] = useState<Reason>('wrongGoods');
  const [words, setWords] = useState('');
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const text = reason === 'other' ? words.trim() : t(`reasons.${reason}`);

  const send = async (): Promise<void> => {
    setFault(null);
    const answer = await act.run(`sales/${receipt.id}/voids`, { reason: text });
    setRefusals(answer.kind === 'refused' ? answer.refusals : []);
    setFault(answer.kind === 'fault' ? answer.status : null);
    if (answer.kind !== 'done') return;
    say({ text: t('done', { number: receipt.number }), tone: 'good' });
    await onDone();
  };
  return (
    <div className="grid gap-4 pb-4">
      <p>
        {t('note')}{' '}
        <b>
          <MoneyText amount={receipt.total} />
        </b>
      </p>
      <Refusal refusals={refusals} />
      <Unanswered act={act} fault={fault} />
      <ChipRow
        label={t('reason')}
        wraps
        value={reason}
        onChange={(id) => setReason(id as Reason)}
        chips={REASONS.map((id) => ({ id, name: t(`reasons.${id}`) }))}
      />
      {reason === 'other' && <TextField label={t('words')} value={words} onChange={setWords} autoFocus maxLength={500} />}
      <div className="flex justify-between gap-3">
        <Button onPress={onBack}>{c('back')}</Button>
        <Button
          look="danger"
          size="l"
          isDisabled={text.length < SHORTEST}
          isPending={act.state !== 'idle'}
          onPress={() => void send()}
        >
          {t('act')}
        </Button>
      </div>
    </div>
  );
}
