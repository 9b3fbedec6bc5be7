import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { answer } from '#app/api/answer.ts';
import type { Reply } from '#app/api/problem.ts';
import { account } from '#db/schema/allowance.ts';
import { sale } from '#db/schema/sale.ts';
import { device } from '#db/schema/till.ts';
import { stall } from '#db/schema/vendor.ts';
import { pass as passTable } from '#db/schema/visit.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, type Goods, inside } from '../support/a-visit.ts';
import { diceFrom, shuffled } from './dice.ts';
import type { Fault } from './fault.ts';

const SALES = 3;
const SEEDS_A_TRAVELLER = 6;
const PRICE_MINOR = 500;

/** Tills whose requests arrive twice, late, out of order, or whose answers are lost, and who send again until they know. */
export const retries: Fault = {
  about: 'acts sent twice, reordered, dropped and replayed after their answer count once',
  engines: ['sqlite', 'postgres'],
  full: 5000,
  small: 60,
  async run(size) {
    const market = await aMarket();
    const track = await aTrack(market);
    const kept = { wrong: 0, sends: 0 };
    for (let seed = 0; seed < size; seed += 1) {
      if (seed % SEEDS_A_TRAVELLER === 0) await track.next();
      const said = await aSeed(market, track, seed, false);
      kept.wrong += said.wrong;
      kept.sends += said.sends;
    }
    await track.next();
    let control = 0;
    for (let seed = 0; seed < 5; seed += 1) control += (await aSeed(market, track, seed, true)).wrong;
    await market.close();
    return {
      said: `${size} seeds of ${SALES} sales sent ${kept.sends} times: ${kept.wrong} counted otherwise than once; control with a new id for each try: ${control} counted more than once`,
      broken: kept.wrong,
      control,
    };
  },
};

type Track = { readonly goods: Goods; readonly tills: readonly Actor[]; pass: string; next(): Promise<void> };

async function aTrack(market: Market): Promise<Track> {
  const day = await aDay(market);
  const goods = await day.stock('A-001', { price: (PRICE_MINOR / 100).toFixed(2) });
  await day.till('A-001');
  const [enrolled] = await market.serai.engine.read(async (tx) =>
    tx
      .select({ id: device.id, stall: device.stall, code: device.code })
      .from(device)
      .innerJoin(stall, eq(stall.id, device.stall))
      .where(and(eq(device.role, 'till'), eq(stall.code, 'A-001')))
      .orderBy(desc(device.enrolledAt), desc(device.code))
      .limit(1),
  );
  const till: Actor = {
    ...MACHINE,
    kind: 'device',
    role: 'till',
    id: enrolled?.id ?? '',
    stall: enrolled?.stall ?? null,
    code: enrolled?.code ?? '',
  };
  const track: Track = {
    goods,
    tills: [till],
    pass: '',
    async next() {
      track.pass = await inside(day, 'CN', aDocument());
    },
  };
  return track;
}

/** Every sale is sent once or twice, in any order, some answers never come; then each is sent until it is answered, and once more. */
async function aSeed(market: Market, track: Track, seed: number, newIds: boolean) {
  const dice = diceFrom(seed);
  const sales = Array.from({ length: SALES }, () => ({ id: randomUUID() }));
  const first = shuffled(
    sales.flatMap((sale) => (dice(3) === 0 ? [] : dice(2) === 0 ? [sale, sale] : [sale])),
    dice,
  );
  const before = await standing(market, track);
  const sent: Promise<Reply>[] = [];
  const sell = ({ id }: { id: string }) => {
    const reply = sellAt(market, track, newIds ? randomUUID() : id);
    sent.push(reply);
    return reply;
  };
  // Answers of the first tries are dropped unless the dice keep them: the till does not know.
  const known = new Map<string, string>();
  await Promise.all(
    first.map(async (sale) => {
      const reply = await sell(sale);
      if (dice(2) === 0) known.set(sale.id, JSON.stringify(reply.body));
    }),
  );
  let differs = 0;
  for (const sale of shuffled([...sales, ...sales], dice)) {
    const text = JSON.stringify((await sell(sale)).body);
    if (!newIds && (known.get(sale.id) ?? text) !== text) differs += 1;
    known.set(sale.id, text);
  }
  await Promise.all(sent);
  const now = await standing(market, track);
  const wrong = now.sales - before.sales === SALES && now.held - before.held === SALES * PRICE_MINOR ? differs : 1;
  return { wrong, sends: sent.length };
}

/** A till that is told to come back comes back, with the same id. */
async function sellAt(market: Market, track: Track, id: string): Promise<Reply> {
  for (;;) {
    const reply = await askToSell(market, track, id);
    if (reply.status !== 503) return reply;
  }
}

function askToSell(market: Market, { goods, tills, pass }: Track, id: string): Promise<Reply> {
  return answer(market.serai, {
    method: 'POST',
    path: '/api/v1/sales',
    query: {},
    contentType: 'application/json',
    body: JSON.stringify({
      id,
      pass,
      lines: [{ product: goods.id, quantity: '1' }],
      tenders: [{ kind: 'cash', amount: goods.price }],
    }),
    actor: tills[0],
  });
}

/** What the traveller's purse and the market's drawer say of them. */
async function standing(market: Market, { pass }: Track): Promise<{ readonly sales: number; readonly held: number }> {
  return market.serai.engine.read(async (tx) => {
    const [of] = await tx.select().from(passTable).where(eq(passTable.code, pass));
    const sales = await tx
      .select({ id: sale.id })
      .from(sale)
      .where(eq(sale.pass, of?.id ?? ''));
    const accounts = await tx
      .select({ held: account.held })
      .from(account)
      .where(and(eq(account.holder, of?.traveller ?? ''), eq(account.rule, 'CN-ICBC-VAL')));
    return { sales: sales.length, held: accounts.reduce((sum, { held }) => sum + held, 0) };
  });
}
