import { describe, expect, test } from 'vitest';
import { type Beacon, marketTime } from '#app/till/market-clock.ts';

const HOUR = 3_600_000;
const SAID = '2026-11-18T07:00:00.000Z';
const heard: Beacon = { text: `${SAID}|device|signature`, wall: Date.parse(SAID) - 3 * 24 * HOUR, running: 5000, page: 111 };

describe('The time of a sale without the market', () => {
  test('T13: is the market’s last word and what has run since, though the tablet’s clock is three days off and set meanwhile', () => {
    const now = { wall: heard.wall + 77 * HOUR, running: 5000 + HOUR, page: 111 };
    expect(marketTime(heard, now)).toEqual({
      occurredAt: '2026-11-18T08:00:00.000Z',
      clock: 'monotonic',
      deviceClock: new Date(now.wall).toISOString(),
    });
  });

  test('is by the wall clock once the page was loaded again, and says so', () => {
    const now = { wall: heard.wall + 2 * HOUR, running: 10, page: 222 };
    expect(marketTime(heard, now)).toMatchObject({ occurredAt: '2026-11-18T09:00:00.000Z', clock: 'wall' });
  });

  test('is never before the market’s last word', () => {
    expect(marketTime(heard, { wall: heard.wall - HOUR, running: 0, page: 222 }).occurredAt).toBe(SAID);
  });
});
