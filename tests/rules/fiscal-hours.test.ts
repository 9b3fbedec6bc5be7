import { describe, expect, test } from 'vitest';
import { EMPTY_BASKET } from '#app/till/basket.ts';
import { fiscalHoursHere } from '#app/till/fiscal-hours.ts';
import { type OfflineTerms, whyNotOffline } from '#app/till/offline-receipt.ts';

const HOUR = 3_600_000;
const AT = '2026-11-01T00:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();
const TOLD = { wait: 'clear', hours: 0, onTimeMinutes: 15, loudHours: 60, shutHours: 72, waiting: 1, since: AT } as const;
const soldAt = (ms: number) => ({ receipt: { occurredAt: later(ms) } });

describe('A till without a network, of a side whose sales are documented', () => {
  test('goes on counting from the oldest document that the market told of, and shuts when the market would', () => {
    expect(fiscalHoursHere(TOLD, [], later(60 * HOUR))).toEqual({ wait: 'loud', hours: 60 });
    expect(fiscalHoursHere(TOLD, [], later(72 * HOUR - 1))).toEqual({ wait: 'loud', hours: 71 });
    expect(fiscalHoursHere(TOLD, [], later(72 * HOUR))).toEqual({ wait: 'shut', hours: 72 });
  });
  test('counts from the first sale that it made itself, where nothing waited before', () => {
    const none = { ...TOLD, waiting: 0, since: null };
    expect(fiscalHoursHere(none, [], later(500 * HOUR))).toEqual({ wait: 'clear', hours: 0 });
    const sales = [soldAt(11 * HOUR), soldAt(10 * HOUR)];
    expect(fiscalHoursHere(none, sales, later(82 * HOUR - 1))).toEqual({ wait: 'loud', hours: 71 });
    expect(fiscalHoursHere(none, sales, later(82 * HOUR))).toEqual({ wait: 'shut', hours: 72 });
    // What is on its way and was not made here has no receipt, and waits for the market alone.
    expect(fiscalHoursHere(none, [{}], later(82 * HOUR))).toEqual({ wait: 'clear', hours: 0 });
  });
  test('counts from whichever is older', () => {
    expect(fiscalHoursHere(TOLD, [soldAt(10 * HOUR)], later(72 * HOUR))?.wait).toBe('shut');
    expect(fiscalHoursHere({ ...TOLD, since: later(20 * HOUR) }, [soldAt(0)], later(72 * HOUR))?.wait).toBe('shut');
  });
  test('says what an older market said, and nothing where nobody is told', () => {
    expect(fiscalHoursHere({ wait: 'late', hours: 3, shutHours: 72, waiting: 1 }, [], later(99 * HOUR))).toEqual({
      wait: 'late',
      hours: 3,
    });
    expect([fiscalHoursHere(null, [], AT), fiscalHoursHere(undefined, [], AT)]).toEqual([null, null]);
  });
  test('keeps Pay shut once the time is over, whatever its leases hold', () => {
    const terms: OfflineTerms = { floor: null, hasClock: true, isShut: false, isLeased: () => true };
    expect(whyNotOffline(EMPTY_BASKET, terms)).toBeUndefined();
    expect(whyNotOffline(EMPTY_BASKET, { ...terms, isShut: true })).toBe('fiscal-shut');
  });
});
