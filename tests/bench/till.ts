import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import Database from 'better-sqlite3';
import { scan } from '../journeys/support/doors.ts';
import { readyForTheStorm, shopperInside } from '../journeys/support/offline-till.ts';
import { OwnChromium } from '../journeys/support/own-chromium.ts';
import { type OwnMarket, openOwnMarket } from '../journeys/support/own-market.ts';
import { fillShelf } from '../support/large-market.ts';
import { atShare, type Row } from './measure.ts';
import { filled, openSlowed, QUIET_MS, residentOf, type Stall, scanned, searched, started } from './till-tablet.ts';

const FULL = { products: 100_000, fewer: 75, starts: 5, scans: 30, signs: 8 };
const PORT = 3900;
const ORIGIN = `http://localhost:${PORT}`;
const NOON = '2026-11-18T07:00:00.000Z';

type Times = ReadonlyMap<string, { readonly ms: readonly number[]; readonly note: string }>;

/**
 * A till of a stall with 100,000 products beside one with 100, in Chromium on a processor slowed four times: the first fill of its disk, a
 * start from that disk with and without the network, scans, searches as they are typed, and memory.
 */
export async function tillRows(size = FULL): Promise<readonly Row[]> {
  execFileSync(process.execPath, ['-e', "import('./bin/build.mjs').then(({ build }) => build())"], { stdio: 'inherit' });
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
    const first = await filled(await tablet.start(), stall, ORIGIN);
    note('first fill of the disk', [first.ms], `${first.requests} requests, ${first.megabytes.toFixed(1)} MB of answers`);
    await scan(first.page, shopper);
    await readyForTheStorm(first.page);
    await tablet.close(first.page);
    for (const network of ['with the network', 'without'] as const) {
      if (network === 'without') await market().stop();
      const starts: (readonly [number, number])[] = [];
      for (let i = 0; i < size.starts; i += 1) starts.push(await started(tablet, shopper, ORIGIN));
      const [lines, pays] = [starts.map(([line]) => line), starts.map(([, pay]) => pay)];
      note(`start ${network} to the first line`, lines, `${size.starts} cold starts`);
      note(`start ${network} to Pay open`, pays, 'a pass was scanned as soon as the line was there');
    }
    await back();
    const page = await tablet.start();
    await openSlowed(page, ORIGIN);
    await page.waitForTimeout(QUIET_MS);
    const megabytes = (await residentOf(page)).toFixed(0);
    note('scan to painted line', await scanned(page, stall, size.scans), `${size.scans} scans; its process has ${megabytes} MB`);
    note('scan with a shopper', await scanned(page, stall, size.scans, shopper), 'the line, its total and the meter');
    for (const [script, name] of stall.names)
      note(`search, ${script}, a key`, await searched(page, [...name].slice(0, size.signs)), name);
    await tablet.close(page);
    return times;
  } finally {
    await tablet.remove();
  }
}
