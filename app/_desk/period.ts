import { addDays, isDay } from '#lib/calendar/day.ts';

/** A run of days, both ends included. */
export type Period = { readonly from: string; readonly to: string };

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'lastMonth', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** What a name means on a day. */
export function periodOf(name: PeriodName, today: string): Period {
  const monthBegan = `${today.slice(0, 7)}-01`;
  const lastMonthEnded = addDays(monthBegan, -1);
  const periods: Readonly<Record<PeriodName, Period>> = {
    today: { from: today, to: today },
    yesterday: { from: addDays(today, -1), to: addDays(today, -1) },
    week: { from: addDays(today, -6), to: today },
    month: { from: monthBegan, to: today },
    lastMonth: { from: `${lastMonthEnded.slice(0, 7)}-01`, to: lastMonthEnded },
    year: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
  return periods[name];
}

/** What is wrong with a period that somebody types. */
export function faultOf({ from, to }: Period): 'badDay' | 'badPeriod' | undefined {
  if (!isDay(from) || !isDay(to)) return 'badDay';
  return to < from ? 'badPeriod' : undefined;
}
