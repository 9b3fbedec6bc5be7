'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { moneyOf } from '#lib/money/money.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import { Button } from '../_ui/button.tsx';
import { AmountField, TextField } from '../_ui/fields.tsx';
import { moneyWords } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import { CASH_KINDS, CASH_REASONS, type CashKind, type CashReason, MOVES } from './cash-kinds.ts';
import { ChipRow } from './chip-row.tsx';
import { isSigned, type Signature, SignField, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';
import { Unanswered } from './unanswered.tsx';
import { useToldAct } from './use-told-act.ts';

/** Cash in, cash out, and cash between drawer, safe and the market's bank: what, how much, why, and who signs. */
export function CashForm({ session }: { readonly session: SessionView }) {
  const t = useTranslations('drawer.cash');
  const { market, currency: own, reload } = useStall();
  const { act, refusals, fault, send } = useToldAct();
  const language = useLocale();
  const say = useToast();
  const [kind, setKind] = useState<CashKind>('in');
  const [custody, setCustody] = useState<Custody>('stall');
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
          <Whose custody={custody} onChange={setCustody} />
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

type Signed = { readonly giver: Signature; readonly taker: Signature };
type Signer = {
  readonly side: keyof Signed;
  readonly label: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly note?: string;
};

/** Who must sign: for cash out the owner, unless they stand here; for a move both who give and who take. */
function useSigners(kind: CashKind): readonly Signer[] {
  const t = useTranslations('drawer.sign');
  const { till } = useStall();
  const owners = till.operators.filter(({ role }) => role === 'owner');
  if (kind === 'in' || (kind === 'out' && till.operator?.role === 'owner')) return [];
  if (kind === 'out') return [{ side: 'giver', label: t('owner'), people: owners, note: t('ownerNote') }];
  return [
    { side: 'giver', label: t('giver'), people: till.operators },
    { side: 'taker', label: t('taker'), people: kind === 'toBank' ? till.marketStaff : till.operators },
  ];
}

function Whose({ custody, onChange }: { readonly custody: Custody; readonly onChange: (custody: Custody) => void }) {
  const t = useTranslations('drawer.custody');
  return (
    <ChipRow
      label={t('whose')}
      wraps
      value={custody}
      onChange={(whose) => onChange(whose as Custody)}
      chips={[
        { id: 'stall', name: t('stall') },
        { id: 'market', name: t('market') },
      ]}
    />
  );
}

/** Why, from a few; another one in words. */
function Reasons({ onChange }: { readonly onChange: (reason: string) => void }) {
  const t = useTranslations('drawer.cash');
  const [chosen, setChosen] = useState<CashReason | ''>('');
  const [words, setWords] = useState('');
  return (
    <>
      <ChipRow
        label={t('reason')}
        wraps
        value={chosen}
        onChange={(one) => {
          setChosen(one as CashReason);
          onChange(one === 'other' ? words.trim() : t(`reasons.${one as CashReason}`));
        }}
        chips={CASH_REASONS.map((one) => ({ id: one, name: t(`reasons.${one}`) }))}
      />
      {chosen === 'other' && (
        <TextField
          label={t('words')}
          value={words}
          maxLength={200}
          onChange={(text) => {
            setWords(text);
            onChange(text.trim());
          }}
        />
      )}
    </>
  );
}
