import { join } from 'node:path';
import { moveMarket } from '#db/engine/move.ts';
import { openPostgres } from '#db/engine/postgres.ts';
import { connect } from '#db/engine/sqlite.ts';
import { id, type Market, marketOver } from '../support/a-market.ts';
import { aDay, aDocument, inside } from '../support/a-visit.ts';
import { aPostgresPair, type PostgresPair } from '../support/postgres-pair.ts';
import { postgresPrograms } from '../support/postgres-server.ts';
import { until } from '../support/until.ts';
import type { Fault } from './fault.ts';
import { INTERRUPTIONS, type Interruption, interrupt, interruptingUntil, waitingIn } from './interruption.ts';
import { withoutAssurance, withoutDoubt } from './trusting-driver.ts';

const STALLS = ['A-001', 'A-002'];
const TRIES = 2;
const DATABASE = 'market';

/** A standby is cut off, the commits that wait for it are interrupted, tills send again and ask; then the standby takes over. */
export const standby: Fault = {
  about: 'a sale that waits for a cut standby, interrupted and sent again: nothing is answered that a failover would lose',
  engines: ['postgres'],
  full: 30,
  small: 3,
  async run(size) {
    const program = postgresPrograms().find(({ version }) => version === Number(process.env.SERAI_TEST_POSTGRES ?? 15));
    if (program === undefined) throw new Error(`There is no PostgreSQL ${process.env.SERAI_TEST_POSTGRES} here.`);
    const pair = await aPostgresPair(program);
    try {
      const shop = await aShop(pair);
      const unassured = await selling(pair, shop, ['cancelled'], withoutAssurance);
      const trusting = await selling(pair, shop, ['cancelled'], withoutDoubt);
      const cuts = Array.from({ length: size }, (_, i) => INTERRUPTIONS[i % INTERRUPTIONS.length] as Interruption);
      const kept = await selling(pair, shop, cuts);
      const after = await takeOver(pair, shop, kept);
      return {
        said: `PostgreSQL ${program.version}: ${size} cuts, ${kept.tries} tries to sell and ${kept.asked} to see a receipt while cut: ${kept.early} answered before the standby had it; the standby took over: ${after.lost} of ${kept.answers.size} answers lost or changed, ${after.doubled} sales doubled; control that assures no replay: ${unassured.early} early; control that trusts the driver: ${trusting.early} early`,
        broken: kept.early + after.lost + after.doubled,
        control: Math.min(unassured.early, trusting.early),
      };
    } finally {
      await pair.stop();
    }
  },
};

type Sale = { readonly token: string; readonly body: { readonly id: string } };
/** The next sale of each of its tills: one thing to one traveller of its own, so that none waits for another. */
type Shop = { readonly next: () => readonly Sale[] };
type Book = { early: number; tries: number; asked: number; readonly answers: Map<Sale, string> };

const opened = async (url: string): Promise<Market> => marketOver(await openPostgres(url));

async function aShop({ primary }: PostgresPair): Promise<Shop> {
  await primary.run(`CREATE DATABASE ${DATABASE}`);
  const image = connect(join(process.env.SERAI_TEST_FOLDER ?? '', 'image.db'), { readonly: true });
  await moveMarket(image, primary.url(DATABASE));
  image.close();
  const market = await opened(primary.url(DATABASE));
  const day = await aDay(market);
  const tills: { readonly token: string; readonly body: object }[] = [];
  for (const stall of STALLS) {
    const goods = await day.stock(stall, { price: '5.00' });
    const lines = [{ product: goods.id, quantity: '1' }];
    const tenders = [{ kind: 'cash', amount: goods.price }];
    const pass = await inside(day, 'CN', aDocument());
    tills.push({ token: await day.till(stall), body: { pass, lines, tenders } });
  }
  await market.close();
  return { next: () => tills.map(({ token, body }) => ({ token, body: { id: id(), ...body } })) };
}

/** One cut for each interruption; a control takes a protection away and puts it back. */
async function selling(pair: PostgresPair, shop: Shop, cuts: readonly Interruption[], control?: () => () => void): Promise<Book> {
  const book: Book = { early: 0, tries: 0, asked: 0, answers: new Map() };
  const putBack = control?.();
  const market = await opened(pair.primary.url(DATABASE));
  for (const interruption of cuts) await aCut(pair, market, shop.next(), interruption, book);
  await market.close();
  putBack?.();
  return book;
}

async function aCut(pair: PostgresPair, market: Market, sales: readonly Sale[], how: Interruption, book: Book): Promise<void> {
  await pair.cut();
  const early = new Set<string>();
  const sell = async (sale: Sale) => {
    book.tries += 1;
    if ((await sold(market, sale)) !== undefined) early.add(sale.body.id);
  };
  const see = async ({ token, body }: Sale) => {
    book.asked += 1;
    if ((await market.ask(token, 'GET', `/api/v1/sales/${body.id}`)).status === 200) early.add(body.id);
  };
  const first = Promise.all(sales.map(sell));
  await until(async () => (await waitingIn(pair)).length > 0);
  await interrupt(pair, how);
  await interruptingUntil(pair, first);
  for (let tried = 0; tried < TRIES; tried += 1) {
    await interruptingUntil(pair, Promise.all(sales.map(sell)));
    await interruptingUntil(pair, Promise.all(sales.map(see)));
  }
  const there = new Set((await pair.standby.run('SELECT id FROM payment', DATABASE)).map(({ id }) => id));
  book.early += [...early].filter((id) => !there.has(id)).length;
  await pair.mend();
  for (const sale of sales) book.answers.set(sale, await untilSold(market, sale));
}

/** @returns the receipt, or undefined where the market does not know yet. */
async function sold(market: Market, { token, body }: Sale): Promise<string | undefined> {
  const reply = await market.ask(token, 'POST', '/api/v1/sales', body);
  if (reply.status === 503) return undefined;
  if (reply.status !== 201 && reply.status !== 200) throw new Error(`a sale was answered ${reply.status}`);
  return JSON.stringify(reply.body);
}

async function untilSold(market: Market, sale: Sale): Promise<string> {
  let text: string | undefined;
  await until(async () => {
    text = await sold(market, sale);
    return text !== undefined;
  });
  return text ?? '';
}

/** The primary is lost while sales are in doubt; the standby must have every answer, and each of those sales once. */
async function takeOver(pair: PostgresPair, shop: Shop, { answers }: Book): Promise<{ lost: number; doubled: number }> {
  const before = await opened(pair.primary.url(DATABASE));
  await pair.cut();
  const doubtful = shop.next();
  const unanswered = doubtful.map((sale) => sold(before, sale));
  await until(async () => (await waitingIn(pair)).length > 0);
  await pair.takeOver();
  const early = (await Promise.all(unanswered)).filter((answer) => answer !== undefined).length;
  await before.close();
  const after = await opened(pair.standby.url(DATABASE));
  let lost = early;
  for (const [sale, text] of answers) if ((await untilSold(after, sale)) !== text) lost += 1;
  for (const sale of doubtful) await untilSold(after, sale);
  await after.close();
  const moved = await pair.standby.run("SELECT act FROM stock_movement WHERE kind = 'sale'", DATABASE);
  const ids = [...answers.keys(), ...doubtful].map(({ body }) => body.id);
  return { lost, doubled: ids.filter((id) => moved.filter(({ act }) => act === id).length !== 1).length };
}
