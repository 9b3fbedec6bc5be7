import { addDays } from '#lib/calendar/day.ts';
import { type Day, dayIn, type Instant } from '#lib/calendar/zone.ts';
import type { LawPack } from './pack.ts';

type Sided = Pick<LawPack, 'sides'>;

/** The law of a side changes at that side's own midnight; what holds for the whole market waits for the last of them. */
export function hasBegun({ sides }: Sided, effectiveFrom: Day, now: Instant, side?: string): boolean {
  const asked = side === undefined ? sides : sides.filter(({ code }) => code === side);
  return asked.length > 0 && asked.every(({ zone }) => effectiveFrom <= dayIn(zone, now));
}

/** The first day on which a change may begin: tomorrow on the side whose day is the furthest. */
export const firstDayOfChange = ({ sides }: Sided, now: Instant): Day =>
  addDays(
    sides
      .map(({ zone }) => dayIn(zone, now))
      .sort()
      .at(-1) ?? now.slice(0, 10),
    1,
  );
