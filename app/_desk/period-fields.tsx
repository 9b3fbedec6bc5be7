'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { SelectField, TextField } from '../_ui/fields.tsx';
import { faultOf, PERIODS, type Period, type PeriodName, periodOf } from './period.ts';

type Props = {
  readonly today: string;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
  /** What else the question is narrowed by. */
  readonly children?: ReactNode;
};

/** A period by its name or by its days; a report is asked for once they make sense. */
export function PeriodFields({ today, period, onPeriod, children }: Props) {
  const t = useTranslations('desk.files');
  const [typed, setTyped] = useState(period);
  const fault = faultOf(typed);
  const named = PERIODS.find((name) => {
    const { from, to } = periodOf(name, today);
    return from === typed.from && to === typed.to;
  });
  const take = (next: Period): void => {
    setTyped(next);
    if (faultOf(next) === undefined) onPeriod(next);
  };
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <SelectField
        label={t('period')}
        choices={PERIODS.map((id) => ({ id, name: t(`periods.${id}`) }))}
        value={named ?? null}
        onChange={(name) => take(periodOf(name as PeriodName, today))}
        placeholder={`\u2066${typed.from} – ${typed.to}\u2069`}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          label={t(end)}
          dir="ltr"
          inputMode="numeric"
          maxLength={10}
          value={typed[end]}
          onChange={(day) => take({ ...typed, [end]: day.trim() })}
          error={fault === undefined || (fault === 'badPeriod' && end === 'from') ? undefined : t(fault)}
        />
      ))}
      {children}
    </div>
  );
}
