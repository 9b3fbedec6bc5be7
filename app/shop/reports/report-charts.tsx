'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ColumnBars, RowBars } from '../../_desk/bars.tsx';
import { ChartCard, type ChartRow } from '../../_desk/chart-card.tsx';
import { useClock } from '../../_desk/clock.tsx';
import { useNumber } from '../../_desk/number-text.tsx';
import { DateText, MoneyText } from '../../_ui/figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import type { Amount } from '../../_ui/views.ts';
import type { ReportView } from './report-views.ts';

type Money = { readonly total: Amount };

/** One report in five shapes. Bars are compared within a currency only. */
export function ReportCharts({ report }: { readonly report: ReportView }) {
  const t = useTranslations('shop.reports');
  const language = useLocale();
  const number = useNumber();
  const { market } = useClock();
  const kinds = new Map(market?.categories.map(({ id, names }) => [id, nameIn(names, language, id)]));
  const rowsOf = <Row extends Money>(rows: readonly Row[], id: (row: Row) => string, label: (row: Row) => ReactNode, note?: (row: Row) => string): Rows =>
    rows.map((row) => ({
      id: `${id(row)} ${row.total.currency}`,
      currency: row.total.currency,
      label: label(row),
      value: Number(row.total.amount),
      text: <MoneyText amount={row.total} />,
      ...(note === undefined ? {} : { note: <bdi dir="ltr">{note(row)}</bdi> }),
    })); // biome-ignore format: one signature
  const common = { empty: t('empty') };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <div className="grid gap-4">
        <MoneyChart
          {...common}
          title={t('byDay')}
          heads={[t('day'), t('takings'), t('sales')]}
          rows={rowsOf(
            report.days,
            ({ day }) => day,
            ({ day }) => <DateText at={day} />,
            ({ sales }) => number(sales),
          )}
        />
        <MoneyChart
          {...common}
          title={t('byProduct')}
          heads={[t('product'), t('takings'), t('quantity')]}
          rows={rowsOf(
            report.products,
            ({ product }) => product,
            ({ names }) => <bdi>{nameIn(names, language)}</bdi>,
            ({ quantity }) => number(quantity, { maximumFractionDigits: 3 }),
          )}
        />
      </div>
      <div className="grid gap-4">
        <HoursChart report={report} />
        <MoneyChart
          {...common}
          title={t('byCategory')}
          heads={[t('category'), t('takings')]}
          rows={rowsOf(
            report.categories,
            ({ category }) => category,
            ({ category }) => kinds.get(category) ?? category,
          )}
        />
        <MoneyChart
          {...common}
          title={t('byCashier')}
          heads={[t('cashier'), t('takings'), t('sales')]}
          rows={rowsOf(
            report.cashiers,
            ({ subject }) => subject,
            ({ cashier }) => (cashier === null ? t('nobody') : <bdi>{cashier}</bdi>),
            ({ sales }) => number(sales),
          )}
        />
      </div>
    </div>
  );
}

const COLUMNS_IN_SIGHT = 12;

/** Sales by the hour, from the first that sold anything to the last; many hours lie, lest a phone cut them off. */
function HoursChart({ report: { hours, days } }: { readonly report: ReportView }) {
  const t = useTranslations('shop.reports');
  const number = useNumber();
  const sold = hours.filter(({ sales }) => sales > 0).map(({ hour }) => hour);
  const shown = days.length === 0 ? [] : hours.filter(({ hour }) => hour >= (sold[0] ?? 0) && hour <= (sold.at(-1) ?? 0));
  const rows = shown.map(({ hour, sales }) => ({
    id: String(hour),
    label: <bdi dir="ltr">{String(hour).padStart(2, '0')}</bdi>,
    value: sales,
    text: number(sales),
  }));
  return (
    <ChartCard
      title={t('byHour')}
      note={t('byHourNote')}
      rows={rows}
      heads={[t('hour'), t('sales')]}
      empty={t('empty')}
      chart={rows.length > COLUMNS_IN_SIGHT ? <RowBars rows={rows} /> : <ColumnBars rows={rows} label={t('byHour')} />}
    />
  );
}

type Rows = readonly (ChartRow & { readonly currency: string })[];
type ChartProps = {
  readonly title: string;
  readonly heads: readonly [string, string, ...string[]];
  readonly rows: Rows;
  readonly empty: string;
};

/** Bars of money, a group for each currency. */
function MoneyChart({ rows, ...card }: ChartProps) {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return (
    <ChartCard
      {...card}
      rows={rows}
      chart={
        <div className="grid gap-6">
          {currencies.map((currency) => (
            <section key={currency} aria-label={currency} className="grid gap-2.5">
              {currencies.length > 1 && (
                <h3 className="font-semibold text-s text-soft">
                  <bdi dir="ltr">{currency}</bdi>
                </h3>
              )}
              <RowBars rows={rows.filter((row) => row.currency === currency)} />
            </section>
          ))}
        </div>
      }
    />
  );
}
