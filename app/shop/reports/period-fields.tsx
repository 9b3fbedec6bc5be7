'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { faultOf, PERIODS, type Period, type PeriodName, periodOf } from './period.ts';
import type { ReportView } from './report-views.ts';

type Props = {
  readonly today: string;
  readonly period: Period;
  readonly stall: string | null;
  readonly stalls: ReportView['stalls'];
  readonly onPeriod: (period: Period) => void;
  readonly onStall: (stall: string | null) => void;
};

const ALL = 'all';

/** A period by its name or by its days; a report is asked for once they make sense. */
export function PeriodFields({ today, period, stall, stalls, onPeriod, onStall }: Props) {
  const t = useTranslations('shop.reports');
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
      {stalls.length > 1 && (
        <SelectField
          label={t('stall')}
          choices={[
            { id: ALL, name: t('allStalls') },
            ...stalls.map(({ id, code, name }) => ({ id, name: `\u2066${code}\u2069 · ${name}` })),
          ]}
          value={stall ?? ALL}
          onChange={(id) => onStall(id === ALL ? null : id)}
          placeholder={t('stall')}
        />
      )}
    </div>
  );
}
