'use client';
import { Banknote, CreditCard, QrCode } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Money } from '#lib/money/money.ts';
import { AmountField, TextField } from '../_ui/fields.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { ChipRow } from './chip-row.tsx';
import { useStall } from './stall-context.tsx';
import { type Entry, TENDER_KINDS, type TenderKind } from './tenders.ts';

const ICONS = { cash: Banknote, card: CreditCard, qr: QrCode } as const;

type Props = {
  readonly entry: Entry;
  readonly onChange: (change: Partial<Entry>) => void;
  /** What is still due in the currency of the entry; undefined where there is no rate. */
  readonly due: Money | undefined;
};

/** One part of the payment: how, in which money, how much. */
export function TenderEntry({ entry, onChange, due }: Props) {
  const t = useTranslations('till.pay');
  const { market, currency } = useStall();
  const currencies = [currency, ...market.currencies.filter((one) => one !== currency)];
  return (
    <div data-digits className="grid gap-3">
      <ChipRow
        label={t('kind')}
        value={entry.kind}
        onChange={(kind) => onChange({ kind: kind as TenderKind })}
        wraps
        chips={TENDER_KINDS.map((kind) => {
          const Icon = ICONS[kind];
          return {
            id: kind,
            name: (
              <span className="flex items-center gap-2">
                <Icon aria-hidden size={20} />
                {t(`kinds.${kind}`)}
              </span>
            ),
          };
        })}
      />
      <ChipRow
        label={t('currency')}
        value={entry.currency}
        onChange={(code) => onChange({ currency: code, amount: '' })}
        wraps
        chips={currencies.map((code) => ({ id: code, name: <bdi dir="ltr">{code}</bdi> }))}
      />
      <AmountField
        label={t('amount')}
        currency={entry.currency}
        value={entry.amount}
        onChange={(amount) => onChange({ amount })}
        error={due ? undefined : t('noRate')}
      />
      {entry.kind !== 'cash' && (
        <TextField
          label={entry.kind === 'qr' ? t('reference') : t('referenceMay')}
          dir="ltr"
          value={entry.reference}
          onChange={(reference) => onChange({ reference })}
          maxLength={80}
        />
      )}
      {entry.kind === 'cash' && (
        <KeyPad
          label={t('keypad')}
          decimal
          value={entry.amount}
          onChange={(amount) => /^\d*(\.\d{0,2})?$/.test(amount) && onChange({ amount })}
        />
      )}
    </div>
  );
}
