/** RFC 3339, UTC: '2026-11-22T03:04:05.000Z'. */
export type Instant = string;

/** 'YYYY-MM-DD'. */
export type Day = string;

/** A time zone as dated data: minutes east of UTC from each instant on, ascending. Decrees move zones; no ICU table is asked. */
export type Zone = { readonly name: string; readonly offsets: readonly { readonly from: Instant; readonly minutes: number }[] };

const MINUTE = 60_000;

/** The local day at an instant. @throws RangeError if the instant is not RFC 3339. */
export const dayIn = (zone: Zone, instant: Instant): Day => localAt(zone, instant).day;

/** The local month at an instant, 'YYYY-MM'. */
export const monthIn = (zone: Zone, instant: Instant): string => localTime(zone, instant).slice(0, 7);

/** The local year at an instant, 'YYYY'. */
export const yearIn = (zone: Zone, instant: Instant): string => localTime(zone, instant).slice(0, 4);

type Read = { readonly from: readonly number[]; instant: Instant; local: string; day: Day };

/** The offsets of a zone as numbers, and the last instant that was asked: a decision asks for the same one many times. */
const read = new WeakMap<Zone, Read>();

/** Local wall clock as 'YYYY-MM-DDThh:mm:ss.sss', without an offset. */
export const localTime = (zone: Zone, instant: Instant): string => localAt(zone, instant).local;

function localAt(zone: Zone, instant: Instant): Pick<Read, 'local' | 'day'> {
  const known = readOf(zone);
  if (known.instant === instant) return known;
  const ms = Date.parse(instant);
  const local = new Date(ms + offsetAt(zone, ms) * MINUTE).toISOString().slice(0, -1);
  known.instant = instant;
  known.local = local;
  known.day = local.slice(0, 10);
  return known;
}

function readOf(zone: Zone): Read {
  const known = read.get(zone);
  if (known !== undefined) return known;
  const made = { from: zone.offsets.map(({ from }) => Date.parse(from)), instant: '', local: '', day: '' };
  read.set(zone, made);
  return made;
}

/** The first instant of a local day: what was counted for the day before is free again from here. */
export function startOfDay(zone: Zone, day: Day): Instant {
  const local = Date.parse(`${day}T00:00:00.000Z`);
  const first = zone.offsets.map(({ minutes }) => local - minutes * MINUTE).filter((ms) => dayIn(zone, iso(ms)) === day);
  return iso(first.length > 0 ? Math.min(...first) : local - offsetAt(zone, local) * MINUTE);
}

function offsetAt(zone: Zone, ms: number): number {
  const { from } = readOf(zone);
  let minutes = zone.offsets[0]?.minutes ?? 0;
  for (const [index, offset] of zone.offsets.entries()) if ((from[index] as number) <= ms) minutes = offset.minutes;
  return minutes;
}

const iso = (ms: number): Instant => new Date(ms).toISOString();
