'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Fate } from '#lib/exit/fate.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { AmountField, SelectField, TextField } from '../_ui/fields.tsx';
import { moneyWords, useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { type DeclaredView, type ExitView, FATES } from './gate-views.ts';
import { ReasonField } from './reason-field.tsx';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly exit: ExitView;
  readonly line: DeclaredView;
  readonly onExit: (exit: ExitView) => void;
  readonly onClose: () => void;
};

/** An officer's word on a line, or on part of it: what becomes of it, what it weighs, what it is worth, and why. */
export function ResolveDialog({ exit, line, onExit, onClose }: Props) {
  const t = useTranslations('gate.resolve');
  const lines = useTranslations('gate.lines');
  const language = useLocale();
  const words = useMeasureWords();
  const [fate, setFate] = useState<Fate>(line.fate);
  const [quantity, setQuantity] = useState(line.quantity);
  const [weightG, setWeightG] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const hasReason = reason.trim().length >= 3;
  const name = nameIn(line.names, language, line.category);

  const save = async (): Promise<void> => {
    setTried(true);
    if (!hasReason) return;
    const answer = await run<{ exit: ExitView }>(`exits/${exit.id}/resolutions`, {
      line: line.id,
      fate,
      ...(quantity === line.quantity || quantity === '' ? {} : { quantity }),
      ...(weightG === '' ? {} : { weightG: Number(weightG) }),
      ...(amount === '' ? {} : { value: { amount, currency: line.value.currency } }),
      reason: reason.trim(),
    });
    setTrouble(troubleOf(answer));
    if (answer.kind !== 'done') return;
    onExit(answer.body.exit);
    onClose();
  };
  const takeQuantity = (text: string): void => {
    const plain = text.replace(',', '.');
    if (/^\d{0,6}(\.\d{0,3})?$/.test(plain)) setQuantity(plain);
  };
  return (
    <Dialog
      wide
      title={t('title', { name })}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" size="l" isPending={busy} onPress={() => void save()}>
          {t('act')}
        </Button>
      }
    >
      <Trouble trouble={trouble} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label={t('fate')}
          value={fate}
          onChange={(id) => setFate(id as Fate)}
          placeholder="…"
          choices={FATES.map((id) => ({ id, name: lines(`fates.${id}`) }))}
        />
        <TextField
          label={t('part', { quantity: line.quantity })}
          inputMode="decimal"
          dir="ltr"
          value={quantity}
          onChange={takeQuantity}
        />
        <TextField
          label={t('weighed')}
          hint={t('weighedHint', { weight: words({ value: line.weightG, unit: 'g' }) })}
          inputMode="numeric"
          dir="ltr"
          value={weightG}
          onChange={(text) => setWeightG(text.replace(/\D/g, '').slice(0, 7))}
        />
        <AmountField
          label={t('valued')}
          hint={t('valuedHint', { value: moneyWords(line.value, language) })}
          currency={line.value.currency}
          value={amount}
          onChange={setAmount}
        />
      </div>
      <ReasonField value={reason} onChange={setReason} error={tried && !hasReason ? t('reasonMissing') : undefined} />
    </Dialog>
  );
}
