'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { isDay } from '#lib/calendar/day.ts';
import { useClock } from '../../_desk/clock.tsx';
import type { StatementView } from '../../_desk/statement-figures.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { AmountField, SelectField, TextField } from '../../_ui/fields.tsx';
import { nameIn } from '../../_ui/names.ts';
import { ActForm } from './act-form.tsx';

type Props = { readonly vendor: string; readonly statement: StatementView; readonly onDone: () => void };

/** What the office may say of a vendor's money: the commission, its bounds, and what was paid out. */
export function StatementActs(props: Props) {
  return (
    <>
      <ChangeCommission {...props} />
      <ChangeBounds {...props} />
      <WritePayout {...props} />
    </>
  );
}

const ALL = 'all';

function ChangeCommission({ vendor, onDone }: Props) {
  const t = useTranslations('office.statement');
  const language = useLocale();
  const { market } = useClock();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState(ALL);
  const permille = Math.round(Number(typed.trim().replace(',', '.')) * 10);
  const isRate = /^\d{1,3}([.,]\d)?$/.test(typed.trim()) && permille <= 1000;
  const kinds = market?.categories.map(({ id, names }) => ({ id, name: nameIn(names, language, id) })) ?? [];

  async function submit(): Promise<void> {
    const fields = { vendor, permille, ...(category === ALL ? {} : { category }) };
    if ((await act.run('commissions', fields, (id) => ({ id, ...fields }))) === undefined) return;
    setTyped('');
    onDone();
  }

  return (
    <ActForm act={act} title={t('change')} label={t('set')} isReady={isRate} onSubmit={() => void submit()}>
      <SelectField
        label={t('category')}
        choices={[{ id: ALL, name: t('allGoods') }, ...kinds]}
        value={category}
        onChange={setCategory}
        placeholder={t('allGoods')}
      />
      <TextField label="%" dir="ltr" inputMode="decimal" value={typed} onChange={setTyped} maxLength={5} />
    </ActForm>
  );
}

/** The currency of a form: the statement's first, unless another is chosen. */
function useCurrency({ standing }: StatementView) {
  const { market } = useClock();
  const currencies = market?.currencies ?? [];
  const [chosen, setCurrency] = useState('');
  return { currencies, currency: chosen || (standing[0]?.currency ?? currencies[0] ?? ''), setCurrency };
}

function ChangeBounds({ vendor, statement, onDone }: Props) {
  const t = useTranslations('office.statement');
  const act = useAct();
  const { currencies, currency, setCurrency } = useCurrency(statement);
  const [floor, setFloor] = useState('');
  const [cap, setCap] = useState('');

  async function submit(): Promise<void> {
    const fields = { vendor, currency, floor: floor || null, cap: cap || null };
    if ((await act.run('commission-bounds', fields, (id) => ({ id, ...fields }))) === undefined) return;
    setFloor('');
    setCap('');
    onDone();
  }

  return (
    <ActForm
      act={act}
      title={t('bounds')}
      label={t('boundSet')}
      isReady={floor !== '' || cap !== ''}
      onSubmit={() => void submit()}
    >
      <CurrencyField {...{ currencies, currency, setCurrency }} />
      <AmountField label={t('floorOf')} currency={currency} value={floor} onChange={setFloor} />
      <AmountField label={t('capOf')} currency={currency} value={cap} onChange={setCap} />
    </ActForm>
  );
}

function WritePayout({ vendor, statement, onDone }: Props) {
  const t = useTranslations('office.statement');
  const act = useAct();
  const { currencies, currency, setCurrency } = useCurrency(statement);
  const [amount, setAmount] = useState('');
  const [paidOn, setPaidOn] = useState('');
  const [reference, setReference] = useState('');
  const isReady = Number(amount) > 0 && isDay(paidOn) && reference.trim().length > 1;

  async function submit(): Promise<void> {
    const { month } = statement;
    const fields = { vendor, month, amount: { amount, currency }, paidOn, reference: reference.trim() };
    if ((await act.run('payouts', fields, (id) => ({ id, ...fields }))) === undefined) return;
    setAmount('');
    setReference('');
    onDone();
  }

  return (
    <ActForm act={act} title={t('payout')} label={t('payoutAct')} isReady={isReady} onSubmit={() => void submit()}>
      <CurrencyField {...{ currencies, currency, setCurrency }} />
      <AmountField label={t('payoutAmount')} currency={currency} value={amount} onChange={setAmount} />
      <TextField
        label={t('paidOn')}
        dir="ltr"
        inputMode="numeric"
        maxLength={10}
        value={paidOn}
        onChange={(day) => setPaidOn(day.trim())}
        error={paidOn.length < 10 || isDay(paidOn) ? undefined : t('badDay')}
      />
      <TextField label={t('reference')} dir="auto" maxLength={80} value={reference} onChange={setReference} />
    </ActForm>
  );
}

type CurrencyProps = {
  readonly currencies: readonly string[];
  readonly currency: string;
  readonly setCurrency: (currency: string) => void;
};

function CurrencyField({ currencies, currency, setCurrency }: CurrencyProps) {
  const t = useTranslations('office.statement');
  return (
    <SelectField
      label={t('currency')}
      choices={currencies.map((id) => ({ id, name: id }))}
      value={currency}
      onChange={setCurrency}
      placeholder={t('currency')}
    />
  );
}
