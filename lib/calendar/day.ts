import type { Day } from './zone.ts';

const DAY_MS = 86_400_000;

/** True for a day that exists: '2024-02-29' but not '2025-02-29'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Whole years on a day. Who was born on 29 February is a year older on 1 March where the year has no such day. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day that many days later (earlier if negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one day to another; negative if the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS);

/** '2026-12' -> '2027-01'. */
export function monthAfter(month: string): string {
  const [year = 0, one = 1] = month.split('-').map(Number);
  return one === 12 ? `${year + 1}-01` : `${year}-${String(one + 1).padStart(2, '0')}`;
}
