'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { KNOWN_FROM, type PassRecordView } from '#lib/exit/pass-record.ts';
import { exponentOf } from '#lib/money/money.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { SelectField, TextField } from '../_ui/fields.tsx';
import { nameIn } from '../_ui/names.ts';
import type { GateMarket, OutsideView } from './gate-views.ts';
import { ReasonField } from './reason-field.tsx';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly pass: string;
  readonly record: PassRecordView;
  readonly market: GateMarket;
  /** The entry that turned out wrong. */
  readonly corrects: OutsideView | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

type KnownFrom = (typeof KNOWN_FROM)[number];

/** Decimals that an officer writes: kilograms, litres and per cent where accounts count grams, millilitres and millionths. */
const DECIMALS = { exit: 0, day: 0, unit: 0, piece: 0, g: 3, ml: 3, ppm: 4 } as const;
const decimalsOf = (unit: string): number => (unit in DECIMALS ? DECIMALS[unit as keyof typeof DECIMALS] : exponentOf(unit));

/** A crossing or an amount from elsewhere: which limit, how much, when, and how it is known. */
export function OutsideDialog({ pass, record, market, corrects, onClose, onDone }: Props) {
  const t = useTranslations('gate.record');
  const missing = useTranslations('gate.resolve');
  const language = useLocale();
  const today = market.sides.find(({ code }) => code === record.visit?.side)?.today ?? market.sides[0]?.today ?? '';
  const [rule, setRule] = useState(corrects?.rule ?? '');
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState(/^\d{4}-\d{2}-\d{2}$/.test(corrects?.period ?? '') ? (corrects?.period ?? '') : today);
  const [knownFrom, setKnownFrom] = useState<KnownFrom>(corrects?.knownFrom ?? 'stamp');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const account = record.accounts.find((each) => each.rule === rule);
  const hasReason = reason.trim().length >= 3;
  const unit = account?.unit;
  const decimals = unit === undefined ? 0 : decimalsOf(unit);
  const isWhole = account !== undefined && /^\d+(\.\d*)?$/.test(amount) && /^\d{4}-\d{2}-\d{2}$/.test(day);

  const save = async (): Promise<void> => {
    setTried(true);
    if (!hasReason || !isWhole) return;
    const answer = await run(`passes/${encodeURIComponent(pass)}/outside-entries`, {
      rule,
      amount: scaledFrom(amount, decimals),
      happenedAt: startOf(day, market.sides.find(({ code }) => code === account.side)?.offsetMinutes ?? 0),
      knownFrom,
      reason: reason.trim(),
      ...(corrects === undefined ? {} : { corrects: corrects.id }),
    });
    setTrouble(troubleOf(answer));
    if (answer.kind === 'done') onDone();
  };
  const takeRule = (id: string): void => {
    setRule(id);
    setAmount('');
  };
  const takeAmount = (typed: string): void => {
    const plain = typed.replace(',', '.');
    if (new RegExp(decimals === 0 ? '^\\d{0,9}$' : `^\\d{0,6}(\\.\\d{0,${decimals}})?$`).test(plain)) setAmount(plain);
  };
  const unitWords = unit !== undefined && unit in DECIMALS ? t(`units.${unit as keyof typeof DECIMALS}`) : (unit ?? '');
  return (
    <Dialog
      wide
      title={t('addTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" size="l" isPending={busy} isDisabled={!isWhole} onPress={() => void save()}>
          {t('act')}
        </Button>
      }
    >
      <Trouble trouble={trouble} />
      <p>{t('note')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label={t('limit')}
          value={rule}
          onChange={takeRule}
          placeholder={t('choose')}
          choices={[...new Set(record.accounts.map((each) => each.rule))].map((id) => ({
            id,
            name: nameIn(market.rules.find((each) => each.id === id)?.names, language, id),
          }))}
        />
        <TextField
          label={unit === undefined ? t('howMuch') : t('amount', { unit: unitWords })}
          inputMode="decimal"
          dir="ltr"
          value={amount}
          isDisabled={account === undefined}
          onChange={takeAmount}
        />
        <TextField label={t('day')} dir="ltr" value={day} maxLength={10} onChange={setDay} />
        <SelectField
          label={t('knownFrom')}
          value={knownFrom}
          onChange={(id) => setKnownFrom(id as KnownFrom)}
          placeholder={t('choose')}
          choices={KNOWN_FROM.map((id) => ({ id, name: t(`sources.${id}`) }))}
        />
      </div>
      <ReasonField value={reason} onChange={setReason} error={tried && !hasReason ? missing('reasonMissing') : undefined} />
    </Dialog>
  );
}

/** '12.5' with three decimals is 12500. */
function scaledFrom(amount: string, decimals: number): number {
  const [whole = '', fraction = ''] = amount.split('.');
  return Number(whole + fraction.padEnd(decimals, '0'));
}

/** The first instant of a day on the clock of the side: what is known by the day is past when the day has begun. */
function startOf(day: string, offsetMinutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMinutes * 60_000).toISOString();
}
