import { describe, expect, test } from 'vitest';
import { addDays, ageOn, daysBetween, isDay } from '#lib/calendar/day.ts';
import { dayIn, monthIn, startOfDay, type Zone } from '#lib/calendar/zone.ts';

const china: Zone = { name: 'China', offsets: [{ from: '1949-10-01T00:00:00.000Z', minutes: 480 }] };
const kazakhstan: Zone = {
  name: 'Kazakhstan',
  offsets: [
    { from: '2004-10-30T21:00:00.000Z', minutes: 360 },
    { from: '2024-02-29T18:00:00.000Z', minutes: 300 },
  ],
};

describe('a local day', () => {
  test.each([
    [china, '2026-11-22T15:59:59.999Z', '2026-11-22'],
    [china, '2026-11-22T16:00:00.000Z', '2026-11-23'],
    [kazakhstan, '2026-11-22T18:59:59.999Z', '2026-11-22'],
    [kazakhstan, '2026-11-22T19:00:00.000Z', '2026-11-23'],
    [kazakhstan, '2024-02-28T18:00:00.000Z', '2024-02-29'],
    [kazakhstan, '2024-02-29T17:59:59.999Z', '2024-02-29'],
    [kazakhstan, '2024-02-29T18:30:00.000Z', '2024-02-29'],
    [kazakhstan, '2024-02-29T19:00:00.000Z', '2024-03-01'],
  ])('%#', (zone, instant, day) => expect(dayIn(zone, instant)).toBe(day));

  test('turns the month with it', () => {
    expect(monthIn(china, '2026-11-30T15:59:59.000Z')).toBe('2026-11');
    expect(monthIn(china, '2026-11-30T16:00:00.000Z')).toBe('2026-12');
  });

  test.each([
    [china, '2026-11-22', '2026-11-21T16:00:00.000Z'],
    [kazakhstan, '2026-11-22', '2026-11-21T19:00:00.000Z'],
    [kazakhstan, '2024-03-01', '2024-02-29T19:00:00.000Z'],
    [kazakhstan, '2024-02-29', '2024-02-28T18:00:00.000Z'],
  ])('begins at its first instant %#', (zone, day, instant) => expect(startOfDay(zone, day)).toBe(instant));
});

describe('an age', () => {
  test.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s is on %s %i', (birth, day, age) => expect(ageOn(birth, day)).toBe(age));
});

describe('days', () => {
  test('cross months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  });
  test('exist or not', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2025-02-29')).toBe(false);
    expect(isDay('2025-2-9')).toBe(false);
  });
});
