import { beaconAt } from '#lib/till/beacon.ts';

/** The market's signed word of what time it is, with this tablet's own two clocks at that moment. */
export type Beacon = {
  readonly text: string;
  /** The wall clock, which anybody can set. */
  readonly wall: number;
  /** The clock that only runs, and the page that it belongs to: another page's began elsewhere. */
  readonly running: number;
  readonly page: number;
};

export type MarketTime = {
  readonly occurredAt: string;
  /** By which clock the time since the beacon was measured. */
  readonly clock: 'monotonic' | 'wall';
  readonly deviceClock: string;
};

export type Clocks = Pick<Beacon, 'wall' | 'running' | 'page'>;

export const clocksNow = (): Clocks => ({
  wall: Date.now(),
  running: performance.now(),
  page: performance.timeOrigin,
});

/** What time it is in the market: its last word, and what has gone by since. A tablet's clock that was set meanwhile changes nothing, unless the page was loaded again. */
export function marketTime(beacon: Beacon, now: Clocks): MarketTime {
  const isSamePage = beacon.page === now.page;
  const gone = isSamePage ? now.running - beacon.running : now.wall - beacon.wall;
  const said = Date.parse(beaconAt(beacon.text));
  return {
    occurredAt: new Date(said + Math.max(0, Math.round(gone))).toISOString(),
    clock: isSamePage ? 'monotonic' : 'wall',
    deviceClock: new Date(now.wall).toISOString(),
  };
}
