'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { moneyOf } from '#lib/money/money.ts';
import { type Custody, ownCustody } from '#lib/till/cash-count.ts';
import { Button } from '../_ui/button.tsx';
import { AmountField } from '../_ui/fields.tsx';
import { moneyWords } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import { Reasons, Whose } from './cash-choices.tsx';
import { CASH_KINDS, type CashKind, MOVES } from './cash-kinds.ts';
import { ChipRow } from './chip-row.tsx';
import { isSigned, SignField, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';
import { Unanswered } from './unanswered.tsx';
import { type Signed, useSigners } from './use-signers.ts';
import { useToldAct } from './use-told-act.ts';

/** Cash in, cash out, and cash between drawer, safe and the market's bank: what, how much, why, and who signs. */
export function CashForm({ session }: { readonly session: SessionView }) {
  const t = useTranslations('drawer.cash');
  const { till, market, currency: own, reload } = useStall();
  const { act, refusals, fault, send } = useToldAct();
  const language = useLocale();
  const say = useToast();
  const [kind, setKind] = useState<CashKind>('in');
  const [custody, setCustody] = useState<Custody>(ownCustody(till));
  const [currency, setCurrency] = useState(own);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [signed, setSigned] = useState<Signed>({ giver: UNSIGNED, taker: UNSIGNED });
  const needs = useSigners(kind);
  const amount = { amount: typed.replace(/\.$/, ''), currency };
  const move = MOVES[kind];
  const isReady =
    (moneyOf(amount)?.minor ?? 0) > 0 &&
    (move !== undefined || reason.length >= 3) &&
    needs.every(({ side }) => isSigned(signed[side]));

  const record = async (): Promise<void> => {
    const done =
      move === undefined
        ? await send(`till-sessions/${session.id}/entries`, {
            kind,
            custody,
            amount,
            reason,
            ...(needs.length === 0 ? {} : { approval: signed.giver }),
          })
        : await send('cash-moves', { ...move, custody, amounts: [amount], ...signed });
    if (done === undefined) return;
    say({ text: t('done', { amount: moneyWords(amount, language) }), tone: 'good' });
    setTyped('');
    setSigned({ giver: UNSIGNED, taker: UNSIGNED });
    await reload();
  };
  return (
    <div className="grid gap-4">
      <ChipRow
        label={t('kind')}
        wraps
        value={kind}
        onChange={(one) => {
          setKind(one as CashKind);
          setSigned({ giver: UNSIGNED, taker: UNSIGNED });
        }}
        chips={CASH_KINDS.map((one) => ({ id: one, name: t(`kinds.${one}`) }))}
      />
      <Refusal refusals={refusals} />
      <Unanswered act={act} fault={fault} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <div className="grid gap-4">
          {till.stall !== null && <Whose custody={custody} onChange={setCustody} />}
          <ChipRow
            label={t('currency')}
            wraps
            value={currency}
            onChange={setCurrency}
            chips={[own, ...market.currencies.filter((one) => one !== own)].map((code) => ({
              id: code,
              name: <bdi dir="ltr">{code}</bdi>,
            }))}
          />
          <AmountField label={t('amount')} currency={currency} value={typed} onChange={setTyped} />
          {move === undefined && <Reasons onChange={setReason} />}
        </div>
        <div className="grid gap-4">
          {needs.map(({ side, label, people, note }) => (
            <SignField
              key={`${kind} ${side}`}
              label={label}
              people={people}
              value={signed[side]}
              onChange={(signature) => setSigned((now) => ({ ...now, [side]: signature }))}
              {...(note === undefined ? {} : { note })}
            />
          ))}
          <Button look="primary" size="l" isDisabled={!isReady} isPending={act.state !== 'idle'} onPress={() => void record()}>
            {t('act')}
          </Button>
        </div>
      </div>
    </div>
  );
}
