'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from 'react-aria-components';
import type { PackFault } from '#lib/law/fault.ts';
import { exponentOf, isCurrency, moneyOf } from '#lib/money/money.ts';
import { AmountField, TextField } from '../../../_ui/fields.tsx';
import { decimalOf } from '../../../_ui/figures.tsx';
import { nameIn } from '../../../_ui/names.ts';
import { useFaultText } from './fault-text.ts';

type RawMeasure = { readonly kind: string; readonly currency?: string; readonly of?: string } & Readonly<Record<string, unknown>>;
export type RawRule = {
  readonly id: string;
  readonly side: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly to?: string | null;
  readonly applies?: boolean;
  readonly measure: RawMeasure;
};

type Props = { readonly rule: RawRule; readonly faults: readonly PackFault[]; readonly onChange: (rule: RawRule) => void };

/** The common things of one rule: how much, from when to when, and whether it applies. */
export function RuleForm({ rule, faults, onChange }: Props) {
  const t = useTranslations('lawRoom.drafts');
  const language = useLocale();
  const name = nameIn(rule.names, language, rule.id);
  const text = useFaultText();
  const faultAt = (field: string) => {
    const fault = faults.find(({ pointer }) => pointer.endsWith(`/${field}`));
    return fault && text(fault);
  };
  return (
    <fieldset aria-label={name} className="grid gap-3 rounded-box border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-bold">
          {name}{' '}
          <bdi dir="ltr" className="font-normal text-s text-soft">
            {rule.id}
          </bdi>
        </p>
        <Checkbox
          isSelected={rule.applies ?? true}
          onChange={(applies) => onChange({ ...rule, applies })}
          className="group flex min-h-12 cursor-pointer items-center gap-2.5 rounded-md px-2 hover:bg-teal-tint"
        >
          <span
            aria-hidden
            className="grid size-5 place-items-center rounded border-2 border-edge font-bold text-on-teal leading-none group-selected:border-teal group-selected:bg-teal"
          >
            ✓
          </span>
          {t('applies')}
        </Checkbox>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <LimitField rule={rule} onChange={onChange} />
        <TextField
          label={t('from')}
          dir="ltr"
          value={rule.from ?? ''}
          onChange={(from) => onChange({ ...rule, from })}
          maxLength={10}
          error={faultAt('from')}
        />
        <TextField
          label={t('to')}
          dir="ltr"
          value={rule.to ?? ''}
          onChange={(to) => onChange({ ...rule, to: to === '' ? null : to })}
          maxLength={10}
          error={faultAt('to')}
        />
      </div>
      {faults.map((fault, place) => (
        <p key={`${fault.pointer}${place}`} className="wrap-anywhere text-red text-s">
          <bdi dir="ltr">{fault.pointer}</bdi>: {text(fault)}
        </p>
      ))}
    </fieldset>
  );
}

const LIMIT_FIELDS: Readonly<Record<string, string>> = {
  value: 'limitMinor',
  'duty-forgone': 'limitMinor',
  weight: 'limitG',
  volume: 'limitMl',
};

/** A limit in the units of its measure: money in its currency, else grams, millilitres, pieces, exits or days. */
function LimitField({ rule, onChange }: Pick<Props, 'rule' | 'onChange'>) {
  const t = useTranslations('lawRoom.drafts');
  const law = useTranslations('law.measures');
  const { measure } = rule;
  const field = LIMIT_FIELDS[measure.kind] ?? 'limit';
  const value = measure[field];
  const put = (limit: number) => onChange({ ...rule, measure: { ...measure, [field]: limit } });
  if (typeof value !== 'number') return <p className="self-center text-s text-soft">{t('mix')}</p>;
  const { currency } = measure;
  if (field === 'limitMinor' && currency !== undefined && isCurrency(currency))
    return (
      <AmountField
        label={t('limit', { unit: currency })}
        currency={currency}
        value={trimmed(decimalOf(value, currency), exponentOf(currency))}
        onChange={(amount) => put(moneyOf({ amount: amount === '' ? '0' : amount.replace(/\.$/, ''), currency })?.minor ?? value)}
      />
    );
  const unit = field === 'limitG' ? 'g' : field === 'limitMl' ? 'ml' : law(measure.kind as 'count');
  return (
    <TextField
      label={t('limit', { unit })}
      dir="ltr"
      inputMode="numeric"
      value={String(value)}
      onChange={(typed) => /^\d{0,12}$/.test(typed) && put(Number(typed))}
    />
  );
}

/** 8000.00 is typed as 8000. */
const trimmed = (amount: string, places: number): string =>
  places > 0 && /\.0+$/.test(amount) ? (amount.split('.')[0] ?? amount) : amount;
