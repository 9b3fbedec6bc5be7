import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { messages } from '#lib/words/messages.ts';
import { openDoor, scan, standAtTill } from '../journeys/support/doors.ts';
import type { OwnChromium } from '../journeys/support/own-chromium.ts';
import { fromKeyToPaint, readBarcode, type, watch } from './till-watch.ts';

const SLOWED = 4;
/** After the last page of a shelf its words are still being indexed. */
export const QUIET_MS = 5_000;

export type Stall = {
  readonly code: string;
  readonly place: 'CN' | 'bags';
  readonly gtins: readonly string[];
  readonly names: Names;
};
type Names = readonly (readonly [script: string, name: string])[];

const words = messages.en.till;

/** A new till, up to the last page of its shelf. */
export async function filled(page: Page, { place }: Stall, origin: string) {
  const door = await openDoor(inOwn(page, origin), 'till', place, 'en');
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
const inOwn = (page: Page, origin: string): Browser => {
  const open = { newPage: async () => page };
  const goto = page.goto.bind(page);
  page.goto = (url, options) => goto(new URL(url, origin).href, options);
  return { newContext: async () => open } as unknown as Browser;
};

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
}

export async function openSlowed(page: Page, origin: string): Promise<void> {
  await watch(page, { tiles: words.goods.tiles, lines: words.basket.lines, pay: words.foot.pay });
  await slow(page);
  await page.goto(`${origin}/till`, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window.watch?.line ?? 0) > 0, undefined, { timeout: 300_000 });
}

/** A browser that has just been started. @returns milliseconds from navigation to the first painted line, and to Pay. */
export async function started(tablet: OwnChromium, shopper: string, origin: string): Promise<readonly [number, number]> {
  const page = await tablet.start();
  await openSlowed(page, origin);
  await scan(page, shopper);
  await page.waitForFunction(() => window.watch.pay !== undefined, undefined, { timeout: 60_000 });
  const { line = 0, pay = 0 } = await page.evaluate(() => window.watch);
  await tablet.close(page);
  return [line, pay];
}

/** With a shopper each line comes with its total and the meter; what the market answers to it later is not waited for. */
export async function scanned(page: Page, { gtins }: Stall, count: number, shopper?: string): Promise<readonly number[]> {
  const keyboard = await page.context().newCDPSession(page);
  const lines = page.getByRole('list', { name: words.basket.lines }).getByRole('listitem');
  const took: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    if (nth % 6 === 0) await cleared(page, shopper);
    const gtin = gtins[(nth * 7_907) % gtins.length] ?? '';
    took.push(await fromKeyToPaint(page, () => readBarcode(keyboard, gtin), shopper === undefined ? 'painted' : 'lined'));
    if ((await lines.count()) !== (nth % 6) + 1) throw new Error(`${gtin} was scanned, and is no line of its own`);
  }
  await keyboard.detach();
  return took;
}

async function cleared(page: Page, shopper?: string): Promise<void> {
  await page.getByRole('button', { name: words.foot.clear, exact: true }).click();
  if (shopper === undefined) return;
  await scan(page, shopper);
  await page.getByRole('meter').first().waitFor();
  await page.waitForTimeout(QUIET_MS);
}

/** Types the beginning of a name, sign by sign; something has to be found at the end. */
export async function searched(page: Page, name: readonly string[]): Promise<readonly number[]> {
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
export async function residentOf(page: Page): Promise<number> {
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
