import { aMarket } from '../support/a-market.ts';
import type { Fault } from './fault.ts';
import { aTrack, race } from './race.ts';

const CONTROL_EVERY = 10;

/** Sixteen tills at once for the last of an allowance. */
export const races: Fault = {
  about: 'sixteen sales at once for the last of an allowance: one wins, with retries and dropped replies too',
  engines: ['sqlite', 'postgres'],
  full: 10_000,
  small: 24,
  async run(size) {
    const market = await aMarket();
    const track = await aTrack(market);
    const tally = { winners: 0, over: 0, lost: 0, control: 0 };
    for (let i = 0; i < size; i += 1) {
      const raced = await race(market, track, { rough: i % 2 === 1, control: i % CONTROL_EVERY === 0 });
      tally.winners += raced.winners;
      if (raced.held > raced.limit || raced.salesSaved > 1) tally.over += 1;
      if (raced.winners !== raced.salesSaved || raced.winners !== 1) tally.lost += 1;
      if (raced.readThenSell > 1) tally.control += 1;
    }
    await market.close();
    return {
      said: `${size} races of 16 sales, every other with retries and dropped replies: ${tally.winners} winners, ${tally.over} overspent, ${tally.lost} lost; control (ask, then sell) in every ${CONTROL_EVERY}th oversold ${tally.control}`,
      broken: tally.over + tally.lost,
      control: tally.control,
    };
  },
};
