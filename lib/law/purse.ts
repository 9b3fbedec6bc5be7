import { addDays } from '#lib/calendar/day.ts';
import { type Day, dayIn } from '#lib/calendar/zone.ts';
import { type Exchange, exchangeAlong, exchanged, pathBetween, type Rate } from '#lib/money/rate.ts';
import type { Facts } from './decision.ts';
import type { Good } from './good.ts';
import type { Side } from './pack.ts';

export type Purse = ((line: Good, minor: number, to: string, from?: string) => number | undefined) & {
  readonly ratesUsed: () => readonly Rate[];
};

type Way = {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  readonly path: readonly Rate[] | undefined;
  readonly exchange: Exchange | undefined;
};

/** Converts at the rate of the day that the side's law names; later rates are not yet known then. */
export function purseOf(facts: Facts, side: Side): Purse {
  const ways: Way[] = [];
  let ownDay: Day | undefined;
  let last: Way | undefined;
  const dayOf = (line: Good): Day => {
    if (line.soldAt !== undefined && side.rateDay === 'sale') return rateDayOf(side, facts, line);
    ownDay ??= rateDayOf(side, facts, {});
    return ownDay;
  };
  const purse = (line: Good, minor: number, to: string, from: string = line.currency): number | undefined => {
    if (from === to) return minor;
    const day = dayOf(line);
    if (last?.from !== from || last.to !== to || last.day !== day) last = wayFor(from, to, day);
    return last.exchange && exchanged(minor, last.exchange);
  };
  function wayFor(from: string, to: string, day: Day): Way {
    const known = ways.find((way) => way.from === from && way.to === to && way.day === day);
    if (known !== undefined) return known;
    const path = pathBetween(
      from,
      to,
      facts.rates.filter(({ date }) => date <= day),
    );
    const way = { from, to, day, path, exchange: path && exchangeAlong(path, from, to) };
    ways.push(way);
    return way;
  }
  return Object.assign(purse, { ratesUsed: () => [...new Set(ways.flatMap(({ path }) => path ?? []))] });
}

/** The day whose official rate the law of the side takes for a line. */
export function rateDayOf(side: Side, { at, enteredAt }: Pick<Facts, 'at' | 'enteredAt'>, line: Pick<Good, 'soldAt'>): Day {
  const exitDay = dayIn(side.zone, at);
  if (side.rateDay === 'sale') return dayIn(side.zone, line.soldAt ?? at);
  if (side.rateDay === 'entry') return dayIn(side.zone, enteredAt ?? at);
  if (side.rateDay === 'first-of-month') return `${exitDay.slice(0, 7)}-01`;
  return side.rateDay === 'exit' ? exitDay : thirdWednesdayBefore(exitDay);
}

/** The central parity that China's customs uses for a month. */
function thirdWednesdayBefore(day: Day): Day {
  const first = `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  const weekday = new Date(`${first}T00:00:00.000Z`).getUTCDay();
  return addDays(first, ((3 - weekday + 7) % 7) + 14);
}
