'use client';
import { useTranslations } from 'next-intl';
import { ColumnBars } from '../../_desk/bars.tsx';
import { ChartCard } from '../../_desk/chart-card.tsx';
import { useClock } from '../../_desk/clock.tsx';
import { useNumber } from '../../_desk/number-text.tsx';
import type { Overview } from '../office-views.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURS_IN_SIGHT = 8;

/** Sales in each hour of the desk's clock, from the first hour that sold anything until now. */
export function HoursChart({ overview }: { readonly overview: Overview }) {
  const t = useTranslations('office.now');
  const number = useNumber();
  const { offsetMinutes } = useClock();
  const rows = hoursOf(overview, offsetMinutes).map(({ at, hour, count }) => ({
    id: at,
    label: <bdi dir="ltr">{hour}</bdi>,
    value: count,
    text: number(count),
  }));
  return (
    <ChartCard
      title={t('byHour')}
      rows={rows}
      heads={[t('hour'), t('sale')]}
      empty={t('noSales')}
      chart={<ColumnBars rows={rows} label={t('byHour')} />}
    />
  );
}

/** Hours without a sale are there too: a gap is a fact. A young day begins a few hours back, but never before its own midnight. */
function hoursOf({ byHour, now }: Overview, offsetMinutes: number | undefined) {
  const first = byHour[0];
  if (first === undefined) return [];
  const countOf = new Map(byHour.map(({ hour, count }) => [hour, count]));
  const ahead = (offsetMinutes ?? -new Date(now).getTimezoneOffset()) * 60_000;
  const until = Date.parse(now);
  const midnight = until - ((until + ahead) % DAY_MS);
  const from = Math.min(
    Date.parse(`${first.hour}:00:00Z`),
    Math.max(midnight, until - (until % HOUR_MS) - HOURS_IN_SIGHT * HOUR_MS),
  );
  const hours: { at: string; hour: string; count: number }[] = [];
  for (let at = from; at <= until && hours.length < 36; at += HOUR_MS) {
    const key = new Date(at).toISOString().slice(0, 13);
    hours.push({ at: key, hour: new Date(at + ahead).toISOString().slice(11, 13), count: countOf.get(key) ?? 0 });
  }
  return hours;
}
