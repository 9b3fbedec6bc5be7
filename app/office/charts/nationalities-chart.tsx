'use client';
import { useLocale, useTranslations } from 'next-intl';
import { RowBars } from '../../_desk/bars.tsx';
import { ChartCard } from '../../_desk/chart-card.tsx';
import { useNumber } from '../../_desk/number-text.tsx';
import { countryName } from '../../_ui/countries.ts';
import type { Overview } from '../office-views.ts';

/** Who is inside, by the nationality on the pass; both sides together. */
export function NationalitiesChart({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('office.now');
  const language = useLocale();
  const number = useNumber();
  const counts = new Map<string, number>();
  for (const { nationality, count } of overview.inside) counts.set(nationality, (counts.get(nationality) ?? 0) + count);
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([id, value]) => ({ id, label: countryName(id, language), value, text: number(value) }));
  return (
    <ChartCard
      title={t('byNationality')}
      rows={rows}
      heads={[t('country'), t('inside')]}
      empty={t('nobodyInside')}
      chart={<RowBars rows={rows.slice(0, 8)} />}
    />
  );
}
