import { and, eq, inArray } from 'drizzle-orm';
import { lease } from '#db/schema/allowance.ts';
import { offlineSale, sale as saleTable } from '#db/schema/sale.ts';
import { setOfflineFloor } from '#lib/operations/set-offline-floor.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { aMarket, id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, inside } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';
import { aMannedTill, type MannedTill, PlayedTill } from './dark-till.ts';
import { diceFrom } from './dice.ts';
import type { Fault } from './fault.ts';

const STALLS = ['A-002', 'A-009', 'B-007'];
/** What the China side lets one pass take out, in fen. */
const LIMIT = 8_000_00;
const FLOOR = 600_00;
const STEPS = 40;

type Played = {
  readonly over: number;
  readonly exposed: number;
  readonly flagged: number;
  readonly lost: number;
  readonly stuck: number;
};

/** One shopper between three tills whose network comes and goes. */
export const leases: Fault = {
  about:
    'three tills sell to one pass while their networks, replies, clocks and stores fail: never over a limit unseen, and no sale lost or doubled',
  full: 5_000,
  small: 24,
  async run(size) {
    const market = await aMarket();
    const day = await aDay(market);
    const tills: MannedTill[] = [];
    for (const stall of STALLS) tills.push(await aMannedTill(market, day, stall));
    const tally = { over: 0, unseen: 0, lost: 0, stuck: 0, control: 0 };
    const wrong: number[] = [];
    for (let seed = 1; seed <= size; seed += 1) {
      const floor = seed % 2 === 0 ? FLOOR : 0;
      const played = await play(market, day, tills, { seed, floor, lapses: false });
      // Without a floor nothing may lie over the limit; with one, no more than was sold under it, and somebody is told.
      const isOver = played.over > played.exposed;
      const isUnseen = played.over > 0 && played.flagged === 0;
      if (isOver) tally.over += 1;
      if (isUnseen) tally.unseen += 1;
      tally.lost += played.lost;
      tally.stuck += played.stuck;
      if (isOver || isUnseen || played.lost + played.stuck > 0) wrong.push(seed);
      const control = await play(market, day, tills, { seed, floor: 0, lapses: true });
      tally.control += control.over > 0 ? 1 : 0;
    }
    await market.close();
    const seeds = wrong.length === 0 ? '' : `; seeds ${wrong.slice(0, 10).join(' ')}`;
    return {
      said: `${size} histories of ${STEPS} steps at three tills: ${tally.over} over a limit, ${tally.unseen} unseen, ${tally.lost} sales lost or doubled, ${tally.stuck} held for nobody; control (leases lapse by the clock) went over ${tally.control} times${seeds}`,
      broken: tally.over + tally.unseen + tally.lost + tally.stuck,
      control: tally.control,
    };
  },
};

/** @param of `lapses`: the control, where what a till holds is given to others once it has been silent for a while. */
async function play(
  market: Market,
  day: Day,
  stalls: readonly MannedTill[],
  of: { readonly seed: number; readonly floor: number; readonly lapses: boolean },
): Promise<Played> {
  const dice = diceFrom(of.seed);
  market.at(TEST_NOW);
  await setFloor(market, of.floor);
  const pass = await inside(day, 'CN', aDocument());
  const tills = stalls.map((till) => new PlayedTill(till, pass, of.floor, dice));
  for (const till of tills) await till.listen();
  for (let step = 1; step <= STEPS; step += 1) {
    market.at(new Date(Date.parse(TEST_NOW) + step * 20_000).toISOString());
    for (const till of tills) till.tick(20_000);
    const till = tills[dice(tills.length)] as PlayedTill;
    await doSomething(till, dice);
    if (of.lapses) await letLapse(market, day);
  }
  for (const till of tills) {
    till.isOnline = true;
    await till.drain();
    for (const receipt of till.lost) await market.ask(day.at.CN.gate, 'POST', '/api/v1/receipts', { receipt });
  }
  // Answers are lost at the end, too.
  for (const till of tills) {
    while (till.outbox.length > 0) await till.drain();
    await till.settle();
  }
  return outcomeOf(market, tills);
}

async function doSomething(till: PlayedTill, dice: (sides: number) => number): Promise<void> {
  const act = dice(32);
  if (act < 11) {
    till.add();
    // As a rule the market is asked at once, and what is held is sold while nobody answers.
    if (dice(4) > 0) await till.hold();
    if (dice(3) === 0) till.isOnline = false;
    return;
  }
  if (act < 13) return till.hold();
  if (act < 22) return till.pay();
  if (act < 29) {
    till.isOnline = !till.isOnline;
    return till.listen();
  }
  return act < 31 ? till.drain() : till.evict();
}

async function setFloor(market: Market, minor: number): Promise<void> {
  const floor = { amount: (minor / 100).toFixed(2), currency: 'CNY' };
  await setOfflineFloor(market.serai.contextOf(MACHINE), { id: id(), floor });
}

async function letLapse(market: Market, day: Day): Promise<void> {
  const { leases: held } = body<{ leases: readonly { id: string }[] }>(
    await market.ask(await market.signIn('administrator', 'office'), 'GET', '/api/v1/office/offline'),
    200,
  );
  for (const { id: basket } of held)
    await market.ask(day.at.CN.gate, 'POST', `/api/v1/leases/${basket}/recalls`, { id: id(), reason: 'nobody was heard' });
}

async function outcomeOf(market: Market, tills: readonly PlayedTill[]): Promise<Played> {
  const sold = tills.flatMap((till) => till.sold);
  const ids = sold.map((sale) => sale.id);
  const rows = await market.serai.engine.read((tx) => tx.select().from(saleTable).where(inArray(saleTable.id, ids)));
  const offline = await market.serai.engine.read((tx) => tx.select().from(offlineSale).where(inArray(offlineSale.sale, ids)));
  const visits = [...new Set(rows.map(({ visit }) => visit))];
  const held = await market.serai.engine.read((tx) =>
    tx
      .select({ id: lease.id })
      .from(lease)
      .where(and(inArray(lease.visit, visits), eq(lease.state, 'held'))),
  );
  const forgotten = new Set(tills.flatMap((till) => till.forgotten));
  const total = rows.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  return {
    over: Math.max(0, total - LIMIT),
    exposed: sold.reduce((sum, { unheldMinor }) => sum + unheldMinor, 0),
    flagged: offline.filter(({ flags }) => flags.length > 0).length,
    lost: Math.abs(rows.length - ids.length),
    stuck: held.filter(({ id }) => !forgotten.has(id)).length,
  };
}
