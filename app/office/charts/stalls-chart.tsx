'use client';
import { useTranslations } from 'next-intl';
import { RowBars } from '../../_desk/bars.tsx';
import { ChartCard } from '../../_desk/chart-card.tsx';
import { MoneyText } from '../../_ui/figures.tsx';
import type { Overview } from '../office-views.ts';

/** The stalls that took most. Bars are only compared within a currency: a tenge is not a yuan. */
export function StallsChart({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('office.now');
  const currencies = [...new Set(overview.stalls.map(({ total }) => total.currency))].sort();
  const rowsIn = (currency: string) =>
    overview.stalls
      .filter(({ total }) => total.currency === currency)
      .map(({ code, name, total, count }) => ({
        id: `${code} ${currency}`,
        label: (
          <>
            <span className="me-2 text-soft">
              <bdi dir="ltr">{code}</bdi>
            </span>
            <bdi>{name}</bdi>
          </>
        ),
        value: Number(total.amount),
        text: <MoneyText amount={total} />,
        note: t('salesOf', { count }),
      }));
  const rows = currencies.flatMap(rowsIn);
  return (
    <div className="md:col-span-2">
      <ChartCard
        title={t('stalls')}
        note={t('stallsNote', { count: overview.stallCount })}
        rows={rows}
        heads={[t('stall'), t('takings'), t('sale')]}
        empty={t('noSales')}
        chart={
          <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
            {currencies.map((currency) => (
              <section key={currency} aria-label={currency} className="grid content-start gap-2.5">
                <h3 className="font-semibold text-s text-soft">
                  <bdi dir="ltr">{currency}</bdi>
                </h3>
                <RowBars rows={rowsIn(currency)} />
              </section>
            ))}
          </div>
        }
      />
    </div>
  );
}
