import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#app/_ui/api.ts';
import { REST_MS } from '#app/till/outbox-pace.ts';
import { connect } from '#db/engine/sqlite.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import { setOfflineFloor } from '#lib/operations/set-offline-floor.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { pacedSales } from '../bench/paced.ts';
import { id } from '../support/a-market.ts';
import { body } from '../support/a-visit.ts';
import { aGround, ended, type Ground, type Served, serve } from './a-process.ts';
import { diceFrom } from './dice.ts';
import type { Fault } from './fault.ts';
import { soldTimes } from './sold-times.ts';
import { type Sale, send } from './tills.ts';

const stallsOf = (row: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${row}-${String(i + 1).padStart(3, '0')}`);
/** Twenty that come back, and four that were there all the time. */
const STALLS = [...stallsOf('A', 15), ...stallsOf('B', 9)];
const DARK = 20;
const SHIFT_MS = 8 * 3_600_000;
/** Of four tills in a busy market. */
const ONLINE_A_SECOND = 40;
const LOST_IN = 20;
const AGAIN_MS = 200;

/** A day without a network ends for all tills at the same instant. */
export const storm: Fault = {
  about:
    'twenty tills come back at once after eight hours without a network: every sale is in, once, and the others go on selling',
  full: 500,
  small: 6,
  async run(size) {
    const kept = await stormOver(size, (sale) => sale);
    const naive = await stormOver(Math.min(size, 6), (sale) => ({ ...sale, id: newId() }));
    return {
      said: `${DARK} tills with ${size} sales each: ${kept.sold} sent in ${kept.seconds.toFixed(1)} s, ${kept.repeated} of them again since their answer was lost: ${kept.lost} lost, ${kept.doubled} doubled, ${kept.flagged} flagged, ${kept.faults} false rows; four tills online waited p95 ${kept.calm.toFixed(1)} ms before and ${kept.during.toFixed(1)} ms meanwhile; control that sends again under another id: ${naive.doubled} doubled`,
      broken: kept.lost + kept.doubled + kept.flagged + kept.faults,
      control: naive.doubled,
    };
  },
};

type Dark = { readonly token: string; readonly sales: readonly OfflineSale[] };
type OfflineSale = { readonly id: string } & Readonly<Record<string, unknown>>;

/** @param again what a till sends where it got no answer: the same sale. */
async function stormOver(size: number, again: (sale: OfflineSale) => OfflineSale) {
  const shift = await aShift(size);
  const { ground, tills } = shift;
  try {
    const served = await serve(ground.folder);
    let next = 0;
    const online = { ...ground, tokens: ground.tokens.slice(DARK), goods: ground.goods.slice(DARK) };
    const sell = (ms: number) =>
      pacedSales(served, online, { tills: 4, perSecond: ONLINE_A_SECOND, ms, next: () => (next += 1) });
    await sell(1_000);
    const calm = await sell(size * 20);
    let isOver = false;
    const began = performance.now();
    const dice = diceFrom(size);
    const repeated = Promise.all(tills.map((till) => drained(served, till, { again, dice }))).finally(() => {
      isOver = true;
    });
    const seconds = repeated.then(() => (performance.now() - began) / 1000);
    let during = 0;
    while (!isOver) during = Math.max(during, (await sell(Math.min(2_000, size * 20))).p95);
    const took = { seconds: await seconds, calm: calm.p95, during };
    await ended(served, 'SIGTERM');
    const sold = tills.flatMap(({ sales }) => sales.map((sale) => sale.id));
    const all = (await repeated).reduce((sum, count) => sum + count, 0);
    return { ...took, sold: sold.length, repeated: all, ...inTheFile(ground, sold) };
  } finally {
    ground.remove();
  }
}

/** Eight hours ago the network went; the tills had heard the market just before, and sold by the floor. */
async function aShift(size: number): Promise<{ readonly ground: Ground; readonly tills: readonly Dark[] }> {
  const since = Date.now() - SHIFT_MS;
  const beacons: string[] = [];
  const ground = await aGround(Math.max(40, (DARK * size) / 4), {
    stalls: STALLS,
    at: new Date(since).toISOString(),
    async prepare(market, tokens) {
      await setOfflineFloor(market.serai.contextOf(MACHINE), { id: id(), floor: { amount: '100.00', currency: 'CNY' } });
      for (const token of tokens.slice(0, DARK)) {
        const { offline } = body<{ offline: { beacon: string } }>(await market.ask(token, 'GET', '/api/v1/till'), 200);
        beacons.push(offline.beacon);
      }
    },
  });
  const tills = beacons.map((beacon, nth) => ({
    token: ground.tokens[nth] as string,
    sales: Array.from({ length: size }, (_, i) => {
      const at = since + ((i + 1) * SHIFT_MS) / (size + 1);
      return soldOffline(ground, { nth, number: i + 1, beacon, at, pass: (nth * size + i) % ground.passes.length });
    }),
  }));
  return { ground, tills };
}

function soldOffline(
  { goods, passes }: Ground,
  of: { readonly nth: number; readonly number: number; readonly beacon: string; readonly at: number; readonly pass: number },
): OfflineSale {
  const product = goods[of.nth];
  const at = new Date(of.at).toISOString();
  return {
    id: newId(of.at),
    pass: passes[of.pass],
    lines: [{ product: product?.id, quantity: '1' }],
    tenders: [{ kind: 'cash', amount: product?.price }],
    origin: 'offline',
    occurredAt: at,
    offline: {
      number: of.number,
      beacon: of.beacon,
      clock: 'monotonic',
      deviceClock: at,
      prices: [product?.price],
      change: { amount: '0.00', currency: product?.price.currency },
      session: null,
      operator: null,
    },
  };
}

/** Sends what waits, in its order and one at a time, as the till does; now and then an answer is lost. @returns how many it sent again. */
async function drained(
  { origin }: Served,
  { token, sales }: Dark,
  { again, dice }: { again: (sale: OfflineSale) => OfflineSale; dice: (sides: number) => number },
): Promise<number> {
  let repeated = 0;
  for (const first of sales) {
    for (let sale = first; ; sale = again(sale)) {
      const sent: Sale = { id: sale.id, token, body: JSON.stringify(sale) };
      const answer = await send(origin, sent);
      const isLost = dice(LOST_IN) === 0;
      if (answer !== undefined && answer.status >= 400 && answer.status !== 503)
        throw new Error(`a sale that was made came back ${answer.status}: ${answer.text.slice(0, 500)}`);
      if (answer !== undefined && answer.status < 300 && !isLost) break;
      repeated += 1;
      if (!isLost) await pause(AGAIN_MS);
    }
    await pause(REST_MS);
  }
  return repeated;
}

function inTheFile({ folder }: Ground, made: readonly string[]) {
  const file = connect(join(folder, 'serai.db'), { readonly: true });
  const sold = soldTimes(file);
  const offline = file.prepare<[], { sales: number; flagged: number }>(
    "SELECT count(*) AS sales, sum(flags <> '[]') AS flagged FROM offline_sale",
  );
  const { sales = 0, flagged = 0 } = offline.get() ?? {};
  const found = {
    lost: made.filter((id) => !sold.has(id)).length,
    doubled: sales - made.length + made.filter((id) => (sold.get(id) ?? 0) > 1).length,
    flagged,
    faults: verifyMarket(file).faults.length,
  };
  file.close();
  return found;
}
