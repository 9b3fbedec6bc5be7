'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Decision } from '#lib/law/decision.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { AmountField, SelectField, TextField } from '../_ui/fields.tsx';
import { moneyWords, useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import type { GateMarket, KnownLine } from './gate-views.ts';
import { kindsIn } from './goods-fields.tsx';
import { ReasonField } from './reason-field.tsx';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly line: KnownLine;
  readonly visit: string;
  readonly market: GateMarket;
  readonly onClose: () => void;
  readonly onDone: (outcome: Decision['outcome']) => void;
};

/** What an officer found out about a line. Fields that stay empty stay as they are known. */
export function CorrectLineDialog({ line, visit, market, onClose, onDone }: Props) {
  const t = useTranslations('gate.record');
  const missing = useTranslations('gate.resolve');
  const language = useLocale();
  const words = useMeasureWords();
  const [category, setCategory] = useState(line.category);
  const [quantity, setQuantity] = useState('');
  const [weightG, setWeightG] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const hasReason = reason.trim().length >= 3;

  const save = async (): Promise<void> => {
    setTried(true);
    if (!hasReason) return;
    const answer = await run<{ decision: Decision }>(`visits/${visit}/corrections`, {
      line: line.id,
      ...(quantity === '' ? {} : { quantity }),
      ...(weightG === '' ? {} : { weightG: Number(weightG) }),
      ...(amount === '' ? {} : { value: { amount, currency: line.value.currency } }),
      ...(category === line.category ? {} : { category }),
      reason: reason.trim(),
    });
    setTrouble(troubleOf(answer));
    if (answer.kind === 'done') onDone(answer.body.decision.outcome);
  };
  const takeQuantity = (text: string): void => {
    const plain = text.replace(',', '.');
    if (/^\d{0,6}(\.\d{0,3})?$/.test(plain)) setQuantity(plain);
  };
  return (
    <Dialog
      wide
      title={t('correctTitle', { name: nameIn(line.names, language, line.category) })}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" size="l" isPending={busy} onPress={() => void save()}>
          {t('act')}
        </Button>
      }
    >
      <Trouble trouble={trouble} />
      <p>{t('note')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label={t('quantity', { known: line.quantity })}
          inputMode="decimal"
          dir="ltr"
          value={quantity}
          onChange={takeQuantity}
        />
        <TextField
          label={t('weight', { known: words({ value: line.weightG, unit: 'g' }) })}
          inputMode="numeric"
          dir="ltr"
          value={weightG}
          onChange={(text) => setWeightG(text.replace(/\D/g, '').slice(0, 7))}
        />
        <AmountField
          label={t('value', { known: moneyWords(line.value, language) })}
          currency={line.value.currency}
          value={amount}
          onChange={setAmount}
        />
        <SelectField
          label={t('category')}
          value={category}
          onChange={setCategory}
          placeholder={t('choose')}
          choices={kindsIn(market, language)}
        />
      </div>
      <ReasonField value={reason} onChange={setReason} error={tried && !hasReason ? missing('reasonMissing') : undefined} />
    </Dialog>
  );
}
