import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { messages } from '#lib/words/messages.ts';
import { openDoor, scan, standAtTill } from '../journeys/support/doors.ts';
import { readyForTheStorm, shopperInside } from '../journeys/support/offline-till.ts';
import { OwnChromium } from '../journeys/support/own-chromium.ts';
import { type OwnMarket, openOwnMarket } from '../journeys/support/own-market.ts';
import { fillShelf } from '../support/large-market.ts';
import { atShare, type Row } from './measure.ts';
import { fromKeyToPaint, readBarcode, type, watch } from './till-watch.ts';

const FULL = { products: 100_000, fewer: 75, starts: 5, scans: 30, signs: 8 };
const PORT = 3900;
const ORIGIN = `http://localhost:${PORT}`;
const NOON = '2026-11-18T07:00:00.000Z';
const SLOWED = 4;
/** After the last page of a shelf its words are still being indexed. */
const QUIET_MS = 5_000;

type Stall = { readonly code: string; readonly place: 'CN' | 'bags'; readonly gtins: readonly string[]; readonly names: Names };
type Names = readonly (readonly [script: string, name: string])[];
type Times = ReadonlyMap<string, { readonly ms: readonly number[]; readonly note: string }>;

/**
 * A till of a stall with 100,000 products beside one with 100, in Chromium on a processor slowed four times: the first fill of its disk, a
 * start from that disk with and without the network, scans, searches as they are typed, and memory.
 */
export async function tillRows(size = FULL): Promise<readonly Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'serai-till-bench-'));
  const opening = await openOwnMarket({ data, now: NOON, port: PORT });
  await opening.stop();
  const [many, few] = [stallOf(data, 'A-009', 'bags', size.products), stallOf(data, 'A-002', 'CN', size.fewer)];
  let market = await openOwnMarket({ data, now: NOON, port: PORT });
  const shopper = await shopperOf();
  const back = async () => {
    market = await openOwnMarket({ data, now: NOON, port: PORT });
  };
  try {
    const [base, large] = [
      await timesOf(few, shopper, { market: () => market, back }, size),
      await timesOf(many, shopper, { market: () => market, back }, size),
    ];
    return [...large].flatMap(([name, { ms, note }]) => {
      const [sorted, before] = [ms, base.get(name)?.ms ?? []].map((all) => [...all].sort((a, b) => a - b));
      return [0.5, 0.95].map((share) => ({
        name: `till, ${size.products.toLocaleString('en')} products: ${name}, ${share === 0.5 ? 'p50' : 'p95'}`,
        took: atShare(sorted ?? [], share) * 1000,
        baseline: atShare(before ?? [], share) * 1000,
        against: `with ${size.fewer + 25}`,
        note: `${note}; load ${loadavg()[0]?.toFixed(1)}`,
      }));
    });
  } finally {
    await market.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** A stall of the demo, with so many more goods. */
function stallOf(data: string, code: string, place: Stall['place'], products: number): Stall {
  const file = new Database(join(data, 'serai.db'));
  const gtins = fillShelf(file, code, products);
  const names = JSON.parse(
    file
      .prepare<[string], string>('SELECT names FROM product WHERE gtin = ? ORDER BY id DESC')
      .pluck()
      .get(gtins.at(-7) ?? '') ?? '{}',
  ) as Readonly<Record<string, string>>;
  file.close();
  return { code, place, gtins, names: Object.entries(names) };
}

async function shopperOf(): Promise<string> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const { code } = await shopperInside(at(browser), 'en', 'EJ8800991');
  await browser.close();
  return code;
}

/** Doors are opened by their paths. */
const at = (browser: Browser): Browser =>
  ({
    newContext: (options: object) => browser.newContext({ ...options, baseURL: ORIGIN }),
  }) as Browser;

type Served = { readonly market: () => OwnMarket; readonly back: () => Promise<void> };

async function timesOf(stall: Stall, shopper: string, { market, back }: Served, size: typeof FULL): Promise<Times> {
  const tablet = new OwnChromium();
  const times = new Map<string, { ms: number[]; note: string }>();
  const note = (name: string, ms: readonly number[], what = '') => times.set(name, { ms: [...ms], note: what });
  try {
    const first = await filled(await tablet.start(), stall);
    note('first fill of the disk', [first.ms], `${first.requests} requests, ${first.megabytes.toFixed(1)} MB of answers`);
    await scan(first.page, shopper);
    await readyForTheStorm(first.page);
    await tablet.close(first.page);
    for (const network of ['with the network', 'without'] as const) {
      if (network === 'without') await market().stop();
      const starts: (readonly [number, number])[] = [];
      for (let i = 0; i < size.starts; i += 1) starts.push(await started(tablet, shopper));
      const [lines, pays] = [starts.map(([line]) => line), starts.map(([, pay]) => pay)];
      note(`start ${network} to the first line`, lines, `${size.starts} cold starts`);
      note(`start ${network} to Pay open`, pays, 'a pass was scanned as soon as the line was there');
    }
    await back();
    const page = await tablet.start();
    await openSlowed(page);
    await page.waitForTimeout(QUIET_MS);
    note('scan to painted line', await scanned(page, stall, size.scans), `${size.scans} scans`);
    for (const [script, name] of stall.names)
      note(`search, ${script}, a key`, await searched(page, [...name].slice(0, size.signs)), name);
    note('memory of the page', [await residentOf(page)], 'thousandths of a megabyte, private, of its process');
    await tablet.close(page);
    return times;
  } finally {
    await tablet.remove();
  }
}

const words = messages.en.till;

/** A new till, up to the last page of its shelf. */
async function filled(page: Page, { place }: Stall) {
  const door = await openDoor(inOwn(page), 'till', place, 'en');
  const began = Date.now();
  let [requests, bytes, ms] = [0, 0, 0];
  const whole = new Promise<void>((done) => {
    door.on('response', async (answer) => {
      if (!answer.url().includes('/products?')) return;
      requests += 1;
      ms = Date.now() - began;
      const text = await answer.body().catch(() => Buffer.alloc(0));
      bytes += text.length;
      if (text.length > 0 && (JSON.parse(text.toString()) as { next: string | null }).next === null) done();
    });
  });
  await slow(door);
  await door.reload();
  await standAtTill(door, 'en');
  await whole;
  await door.waitForTimeout(QUIET_MS);
  return { page: door, ms, requests, megabytes: bytes / 1e6 };
}

/** A tablet has one window. */
const inOwn = (page: Page): Browser => {
  const open = { newPage: async () => page };
  const goto = page.goto.bind(page);
  page.goto = (url, options) => goto(new URL(url, ORIGIN).href, options);
  return { newContext: async () => open } as unknown as Browser;
};

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
}

async function openSlowed(page: Page): Promise<void> {
  await watch(page, { tiles: words.goods.tiles, lines: words.basket.lines, pay: words.foot.pay });
  await slow(page);
  await page.goto(`${ORIGIN}/till`, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window.watch?.line ?? 0) > 0, undefined, { timeout: 300_000 });
}

/** A browser that has just been started. @returns milliseconds from navigation to the first painted line, and to Pay. */
async function started(tablet: OwnChromium, shopper: string): Promise<readonly [number, number]> {
  const page = await tablet.start();
  await openSlowed(page);
  await scan(page, shopper);
  await page.waitForFunction(() => window.watch.pay !== undefined, undefined, { timeout: 60_000 });
  const { line = 0, pay = 0 } = await page.evaluate(() => window.watch);
  await tablet.close(page);
  return [line, pay];
}

async function scanned(page: Page, { gtins }: Stall, count: number): Promise<readonly number[]> {
  const keyboard = await page.context().newCDPSession(page);
  const lines = page.getByRole('list', { name: words.basket.lines }).getByRole('listitem');
  const took: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    if (nth % 6 === 0) await page.getByRole('button', { name: words.foot.clear, exact: true }).click();
    const gtin = gtins[(nth * 7_907) % gtins.length] ?? '';
    took.push(await fromKeyToPaint(page, () => readBarcode(keyboard, gtin)));
    if ((await lines.count()) !== (nth % 6) + 1) throw new Error(`${gtin} was scanned, and is no line of its own`);
  }
  await keyboard.detach();
  return took;
}

/** Types the beginning of a name, sign by sign; something has to be found at the end. */
async function searched(page: Page, name: readonly string[]): Promise<readonly number[]> {
  const keyboard = await page.context().newCDPSession(page);
  const search = page.getByRole('searchbox', { name: words.goods.search });
  await search.focus();
  const took: number[] = [];
  for (const sign of name) took.push(await fromKeyToPaint(page, () => type(keyboard, sign)));
  if ((await page.getByRole('group', { name: words.goods.tiles }).getByRole('button').count()) === 0)
    throw new Error(`${name.join('')} is on the shelf, and was not found`);
  await search.fill('');
  await keyboard.detach();
  return took;
}

/** What the process that draws the page has for itself. */
async function residentOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const root = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await root?.send('SystemInfo.getProcessInfo')) ?? {};
  const sizes = processInfo.filter(({ type: kind }) => kind === 'renderer').map(({ id }) => privateOf(id));
  return Math.max(...sizes);
}

const privateOf = (id: number): number => {
  const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0);
  return (of('Private_Clean') + of('Private_Dirty')) / 1024;
};
