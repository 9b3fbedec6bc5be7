import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aTrack, race, type Track } from '../faults/race.ts';
import { aMarket, type Market } from '../support/a-market.ts';

const RACES = 12;

let market: Market;
let track: Track;
beforeAll(async () => {
  market = await aMarket();
  track = await aTrack(market);
});
afterAll(() => market.close());

describe('Sixteen tills at once for the last of an allowance', () => {
  test.each([false, true])('one wins and nothing is overspent (retries and dropped replies: %s)', async (rough) => {
    for (let i = 0; i < RACES; i += 1) {
      const { readThenSell, ...raced } = await race(market, track, rough);
      expect(raced).toEqual({ winners: 1, salesSaved: 1, held: 8000_00, limit: 8000_00 });
      expect(readThenSell, 'the control must oversell').toBe(16);
    }
  });
});
