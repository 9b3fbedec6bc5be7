import { addDays } from '#lib/calendar/day.ts';
import { type Day, dayIn, type Instant, monthIn, yearIn, type Zone } from '#lib/calendar/zone.ts';
import type { Rule } from './pack.ts';

type Period = Rule['period'];

/**
 * The name of the period that an instant falls in, as accounts are kept under it: '2026-11-22', '2026-W47', '2026-11', '2026',
 * 'FY2026' (by the year it starts in), 'S2026', 'rolling-30', 'rolling-3-years', 'once'. 'visit', 'item' and 'model' stay as they are: whoever keeps the
 * account adds whose. Undefined outside a season.
 */
export function periodOf(period: Period, at: Instant, sideZone: Zone): string | undefined {
  const zone = zoneOf(period, sideZone);
  const day = dayIn(zone, at);
  if (period.kind === 'day') return day;
  if (period.kind === 'week') return weekOf(day);
  if (period.kind === 'month') return monthIn(zone, at);
  if (period.kind === 'year') return yearIn(zone, at);
  if (period.kind === 'rolling') return `rolling-${period.days}`;
  if (period.kind === 'rolling-years') return `rolling-${period.years}-years`;
  if (period.kind === 'financial-year') return `FY${yearStarting(day, `${String(period.startsMonth).padStart(2, '0')}-01`)}`;
  if (period.kind === 'season') return isInSeason(period, day) ? `S${yearStarting(day, period.from)}` : undefined;
  return period.kind;
}

/** The zone whose days a period counts. */
export const zoneOf = (period: Period, sideZone: Zone): Zone => ('zone' in period && period.zone ? period.zone : sideZone);

/** The first and last day of the period that a day falls in; undefined where no calendar bounds it. */
export function daysOf(period: Period, day: Day): { readonly first: Day; readonly last: Day } | undefined {
  const year = Number(day.slice(0, 4));
  if (period.kind === 'day') return { first: day, last: day };
  if (period.kind === 'rolling') return { first: addDays(day, 1 - period.days), last: day };
  if (period.kind === 'rolling-years') return { first: `${year + 1 - period.years}-01-01`, last: day };
  if (period.kind === 'week') {
    const first = addDays(day, 1 - weekday(day));
    return { first, last: addDays(first, 6) };
  }
  if (period.kind === 'month') return { first: `${day.slice(0, 7)}-01`, last: `${day.slice(0, 7)}-31` };
  if (period.kind === 'year') return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (period.kind === 'financial-year') {
    const start = `${String(period.startsMonth).padStart(2, '0')}-01`;
    const from = yearStarting(day, start);
    return { first: `${from}-${start}`, last: addDays(`${from + 1}-${start}`, -1) };
  }
  return undefined;
}

/** Is it a window that ends today, by the period's name. */
export const rolls = (periodName: string): boolean => leavesOn(periodName, '2000-01-01') !== undefined;

/** The day on which what was counted on a day leaves a rolling window again; undefined for a period that does not roll. */
export function leavesOn(periodName: string, day: Day): Day | undefined {
  const [, length, years] = /^rolling-(\d+)(-years)?$/.exec(periodName) ?? [];
  if (length === undefined) return undefined;
  return years === undefined ? addDays(day, Number(length)) : `${Number(day.slice(0, 4)) + Number(length)}-01-01`;
}

const weekday = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day));
  const january = `${thursday.slice(0, 4)}-01-01`;
  const nth = Math.round((Date.parse(thursday) - Date.parse(january)) / 86_400_000);
  return `${thursday.slice(0, 4)}-W${String(Math.floor(nth / 7) + 1).padStart(2, '0')}`;
}

const yearStarting = (day: Day, monthDay: string): number => Number(day.slice(0, 4)) - (day.slice(5) < monthDay ? 1 : 0);

const isInSeason = ({ from, to }: { readonly from: string; readonly to: string }, day: Day): boolean => {
  const here = day.slice(5);
  return from <= to ? from <= here && here <= to : here >= from || here <= to;
};
