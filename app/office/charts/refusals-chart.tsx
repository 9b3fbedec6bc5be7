'use client';
import { useTranslations } from 'next-intl';
import { RowBars } from '../../_desk/bars.tsx';
import { ChartCard } from '../../_desk/chart-card.tsx';
import { useNumber } from '../../_desk/number-text.tsx';
import { useRefusalWords } from '../../_ui/refusal.tsx';
import type { Overview } from '../office-views.ts';

/** What the doors refused today, in the words that people read there. */
export function RefusalsChart({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('office.now');
  const number = useNumber();
  const words = useRefusalWords();
  const rows = overview.refusals.map(({ reason, count }) => ({
    id: reason,
    label: words({ reason, facts: {} }).what,
    value: count,
    text: number(count),
  }));
  return (
    <ChartCard
      title={t('refusals')}
      rows={rows}
      heads={[t('why'), t('times')]}
      empty={t('noRefusals')}
      chart={<RowBars rows={rows.slice(0, 8)} />}
    />
  );
}
