import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Tx } from '#db/engine/engine.ts';
import { openSqlite } from '#db/engine/sqlite.ts';
import { auditTrail } from '#db/reads/audit-trail.ts';
import { findGoods } from '#db/reads/goods.ts';
import { vendors } from '#db/reads/office.ts';
import { overview } from '#db/reads/overview.ts';
import { passList } from '#db/reads/pass-list.ts';
import { receipts } from '#db/reads/sales.ts';
import { shopDay } from '#db/reads/shop.ts';
import { aGround, ended, type Ground, type Served, serve } from '../faults/a-process.ts';
import { enlarge } from '../support/large-market.ts';
import { BYTES_A_SALE, sellInThePast } from '../support/past-sales.ts';
import setup from '../support/seeded-image.ts';
import { atShare, cpuSince, type Row } from './measure.ts';
import { type Sold, salesOf } from './sales-of.ts';

const FULL = {
  vendors: 5_400,
  products: 540_000,
  past: pastSizes(process.env.SERAI_BENCH_PAST ?? '0,1000000,10000000'),
  passes: 384,
  salesAPass: 8,
};
/** Of each size the first part warms the processes up. */
const WARM = 1 / 3;
/** The rest is sold in so many turns, at the grown market and at the young one. */
const TURNS = 6;
const ASKED = 9;
/** Left free for others. */
const SPARE_BYTES = 15e9;

/** A market at one of its sizes. */
type Grown = {
  readonly past: number;
  /** More than that, if the disk has no room. */
  readonly wanted: number;
  readonly sold: Sold;
  /** The same sales at a market of the same vendors and products without any before them, in turn with these. */
  readonly young: Sold;
  readonly took: ReadonlyMap<string, number>;
};

/**
 * What a sale over HTTP costs, and each report, in a market of 5,400 vendors and 540,000 products with no, a million and ten million past
 * sales; with fewer, where the disk has no room for those.
 */
export async function growthRows(size = FULL): Promise<readonly Row[]> {
  const tearDown = await setup();
  const [ground, young] = [await aGround(size.passes * size.past.length), await aGround(size.passes * size.past.length)];
  try {
    await sellOnce(ground);
    for (const each of [ground, young]) withFile(each, (file) => enlarge(file, size));
    const grown: Grown[] = [];
    for (const [nth, wanted] of size.past.entries()) {
      const before = grown.at(-1)?.past ?? 0;
      const past = Math.min(wanted, before + roomFor());
      withFile(ground, (file) => sellInThePast(file, { from: before, to: past, now: new Date().toISOString() }));
      const sold = await sellInTurn([ground, young], size, nth);
      grown.push({ past, wanted, ...sold, took: await reportsOf(ground.folder) });
    }
    return [...grown.map(saleRow), ...reportRows(grown)];
  } finally {
    ground.remove();
    young.remove();
    tearDown();
  }
}

function pastSizes(text: string): readonly number[] {
  return text.split(',').map(Number);
}

function roomFor(): number {
  const { bavail, bsize } = statfsSync(tmpdir());
  return Math.max(0, Math.floor((bavail * bsize - SPARE_BYTES) / BYTES_A_SALE));
}

function withFile(ground: Ground, run: (file: Database.Database) => void): void {
  const file = new Database(join(ground.folder, 'serai.db'));
  run(file);
  file.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
}

/** Every past sale is like this one. */
async function sellOnce(ground: Ground): Promise<void> {
  const market = await serve(ground.folder);
  await salesOf(market, { ...ground, passes: ground.passes.slice(-1) }, 1);
  await ended(market, 'SIGTERM');
}

/** In turn, so that what else the machine does falls on both. */
async function sellInTurn(
  grounds: readonly [Ground, Ground],
  { passes, salesAPass }: typeof FULL,
  nth: number,
): Promise<Pick<Grown, 'sold' | 'young'>> {
  const warm = Math.ceil(passes * WARM);
  const own = grounds.map((ground) => ({ ...ground, passes: ground.passes.slice(nth * passes, (nth + 1) * passes) }));
  const markets = [await serve(grounds[0].folder), await serve(grounds[1].folder)];
  const sell = async (which: 0 | 1, from: number, to: number): Promise<Sold> => {
    const ground = own[which] as Ground;
    const some = ground.passes.slice(from, to);
    return salesOf(markets[which] as Served, { ...ground, passes: some }, some.length * salesAPass);
  };
  for (const which of [0, 1] as const) await sell(which, 0, warm);
  const turns: (readonly [Sold, Sold])[] = [];
  const each = Math.max(1, Math.floor((passes - warm) / TURNS));
  for (let from = warm; from + each <= passes; from += each)
    turns.push([await sell(0, from, from + each), await sell(1, from, from + each)]);
  for (const market of markets) await ended(market, 'SIGTERM');
  return { sold: middleOf(turns.map(([sold]) => sold)), young: middleOf(turns.map(([, sold]) => sold)) };
}

/** The turn whose sales cost the median. */
function middleOf(turns: readonly Sold[]): Sold {
  const sorted = turns.toSorted((a, b) => a.cpuUs - b.cpuUs);
  return sorted[Math.floor((sorted.length - 1) / 2)] as Sold;
}

function saleRow({ past, wanted, sold, young }: Grown): Row {
  const short = past < wanted ? ` (the disk has no room for ${inWords(wanted)})` : '';
  return {
    name: `sale over HTTP, ${inWords(past)} past sales${short}`,
    took: sold.cpuUs,
    baseline: young.cpuUs,
    against: 'with none, in turn with these',
    note: `CPU of the server; ${sold.perSecond.toFixed(0)} /s, p50 ${sold.p50.toFixed(1)} ms, p99 ${sold.p99.toFixed(1)} ms, ${sold.residentMb.toFixed(0)} MB resident`,
  };
}

const inWords = (count: number): string => count.toLocaleString('en');

/** Microseconds of CPU of each report, the median of some. */
async function reportsOf(folder: string): Promise<Map<string, number>> {
  const engine = openSqlite(folder);
  const now = new Date().toISOString();
  const took = new Map<string, number>();
  const vendor = await engine.read(async (tx) => (await findGoods(tx, { stall: 'A-002', limit: 1 })).products[0]?.vendor ?? '');
  for (const [name, read] of Object.entries(reports(vendor, now))) {
    const each: number[] = [];
    for (let i = 0; i < ASKED; i += 1) {
      const before = process.cpuUsage();
      await engine.read(read);
      each.push(cpuSince(before));
    }
    took.set(
      name,
      atShare(
        each.sort((a, b) => a - b),
        0.5,
      ),
    );
  }
  await engine.close();
  return took;
}

/** Everything that office and shop show, with the questions that find least. */
const reports = (vendor: string, now: string): Readonly<Record<string, (tx: Tx) => Promise<unknown>>> => ({
  'the market now': (tx) => overview(tx, now),
  'a shop’s day': (tx) => shopDay(tx, vendor, now),
  'a shop’s receipts': (tx) => receipts(tx, { vendor, limit: 50 }),
  'a shop’s goods with stock': (tx) => findGoods(tx, { vendor, limit: 200 }),
  vendors: (tx) => vendors(tx),
  passes: (tx) => passList(tx, { limit: 50 }, now),
  'passes by code': (tx) => passList(tx, { q: '00', limit: 50 }, now),
  'passes by nationality': (tx) => passList(tx, { q: 'PAK', limit: 50 }, now),
  'audit trail': (tx) => auditTrail(tx, { limit: 50 }),
  'audit trail of a kind': (tx) => auditTrail(tx, { q: 'add-staff', limit: 50 }),
  'audit trail of an actor': (tx) => auditTrail(tx, { q: 'till:TA-002', limit: 50 }),
  'audit trail of nobody': (tx) => auditTrail(tx, { q: 'nobody is so called', limit: 50 }),
});

/** Each report of the largest market. */
function reportRows(grown: readonly Grown[]): readonly Row[] {
  const [first, last] = [grown[0] as Grown, grown.at(-1) as Grown];
  return [...last.took].map(([name, took]) => ({
    name: `report: ${name}, ${inWords(last.past)} past sales`,
    took,
    baseline: first.took.get(name) ?? took,
    against: 'with none',
    note: grown.map((each) => `${inWords(each.past)}: ${((each.took.get(name) ?? 0) / 1000).toFixed(1)} ms`).join(', '),
  }));
}
