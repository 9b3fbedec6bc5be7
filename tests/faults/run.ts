import { aMarket } from '../support/a-market.ts';
import setup from '../support/seeded-image.ts';
import { aTrack, race } from './race.ts';

// npm run faults: the promises at full size. The last lines are the figures.
const RACES = 1000;

const tearDown = await setup();
const market = await aMarket();
const track = await aTrack(market);
let faults = 0;
for (const rough of [false, true]) {
  const tally = { races: 0, winners: 0, over: 0, lost: 0, control: 0 };
  for (let i = 0; i < RACES; i += 1) {
    const raced = await race(market, track, rough);
    tally.races += 1;
    tally.winners += raced.winners;
    if (raced.held > raced.limit || raced.salesSaved > 1) tally.over += 1;
    if (raced.winners !== raced.salesSaved || raced.winners !== 1) tally.lost += 1;
    if (raced.readThenSell > 1) tally.control += 1;
  }
  faults += tally.over + tally.lost + (tally.control === RACES ? 0 : 1);
  console.log(
    `races ${rough ? 'with retries and dropped replies' : 'plain'}: ${tally.races} of 16 sales, ${tally.winners} winners, ${tally.over} overspent, ${tally.lost} lost; control (ask, then sell) oversold ${tally.control}`,
  );
}
await market.close();
tearDown();
console.log(faults === 0 ? 'faults: none' : `faults: ${faults}`);
process.exit(faults === 0 ? 0 : 1);
