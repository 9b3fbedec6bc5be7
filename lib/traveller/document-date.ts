import { isDay } from '#lib/calendar/day.ts';

/** The day of birth meant by YYMMDD: the latest that is not after `today`. */
export function birthDayOf(yymmdd: string, today: string): string | undefined {
  return centuries(today)
    .map((century) => dayOf(century, yymmdd))
    .findLast((day) => isDay(day) && day <= today);
}

/** The day of expiry meant by YYMMDD: the one from 20 years before `today` to 50 years after. */
export function expiryDayOf(yymmdd: string, today: string): string | undefined {
  const [from, to] = [yearsAfter(today, -20), yearsAfter(today, 50)];
  return centuries(today)
    .map((century) => dayOf(century, yymmdd))
    .find((day) => isDay(day) && day >= from && day <= to);
}

const centuries = (today: string): readonly number[] => {
  const century = Math.floor(Number(today.slice(0, 4)) / 100);
  return [century - 1, century, century + 1];
};

const dayOf = (century: number, yymmdd: string) =>
  `${String(century).padStart(2, '0')}${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4, 6)}`;

const yearsAfter = (day: string, years: number) => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
