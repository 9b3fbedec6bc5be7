import { describe, expect, test } from 'vitest';
import { type Lanes, lanesOf } from '#app/fiscal-lanes.ts';

const AGAIN_MS = 1000;
const LANES = 16;

/** Sends for a register at an instant, which ends at once. */
function sent(lanes: Lanes, device: string, ended: 'done' | 'away', now: number): void {
  lanes.start(device);
  lanes.end(device, ended, now);
}

describe('Registers that are sent for beside each other', () => {
  test('are at most sixteen, and a register that is on its way is not sent for again', () => {
    const lanes = lanesOf(AGAIN_MS);
    for (let n = 0; n < LANES; n += 1) {
      expect(lanes.room(0)).toBe(LANES - n);
      lanes.start(`till ${n}`);
    }
    expect([lanes.room(0), lanes.closed(0).length, lanes.nextIn(0)]).toEqual([0, LANES, undefined]);
    lanes.end('till 3', 'done', 0);
    expect([lanes.room(0), lanes.closed(0).includes('till 3')]).toEqual([1, false]);
  });

  test('go on when one was not heard, which waits twice as long each time, a minute at most', () => {
    const lanes = lanesOf(AGAIN_MS);
    let now = 0;
    for (const wait of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      sent(lanes, 'slow', 'away', now);
      sent(lanes, 'well', 'done', now);
      expect([lanes.room(now), lanes.closed(now), lanes.nextIn(now)]).toEqual([LANES, ['slow'], wait]);
      expect(lanes.closed(now + wait - 1)).toEqual(['slow']);
      now += wait;
      expect([lanes.closed(now), lanes.nextIn(now)]).toEqual([[], undefined]);
    }
  });

  test('are one at a time once one was not heard, and none for a while once two in a row were not', () => {
    const lanes = lanesOf(AGAIN_MS);
    sent(lanes, 'first', 'away', 0);
    expect(lanes.room(0)).toBe(1);
    sent(lanes, 'second', 'away', 0);
    expect([lanes.room(0), lanes.nextIn(0), lanes.room(999), lanes.room(1000)]).toEqual([0, 1000, 0, 1]);
    sent(lanes, 'third', 'away', 1000);
    expect([lanes.room(1000), lanes.nextIn(1000), lanes.room(3000)]).toEqual([0, 2000, 1]);
  });

  test('that were on their way together when nobody answered are one silence', () => {
    const lanes = lanesOf(AGAIN_MS);
    for (let n = 0; n < LANES; n += 1) lanes.start(`till ${n}`);
    for (let n = 0; n < LANES; n += 1) lanes.end(`till ${n}`, 'away', 0);
    expect(lanes.nextIn(0)).toBe(1000);
  });

  test('all try at once as soon as one was heard after a silence', () => {
    const lanes = lanesOf(AGAIN_MS);
    for (const device of ['first', 'second', 'third']) sent(lanes, device, 'away', 0);
    sent(lanes, 'first', 'done', 5000);
    expect([lanes.room(5000), lanes.closed(5000), lanes.nextIn(5000)]).toEqual([LANES, [], undefined]);
  });
});
