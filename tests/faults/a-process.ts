import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FLAGS from '../../bin/server-flags.json' with { type: 'json' };
import { aMarket, type Market } from '../support/a-market.ts';
import { aDay, aDocument, type Goods, inside } from '../support/a-visit.ts';

/** A market in a folder of its own with a till and people inside, ready to be served by a process. */
export type Ground = {
  readonly folder: string;
  readonly tokens: readonly string[];
  readonly gate: string;
  readonly passes: readonly string[];
  readonly goods: readonly Goods[];
  readonly remove: () => void;
};

const STALLS = ['A-001', 'A-002', 'A-003', 'A-004'];

type Beginning = {
  readonly stalls?: readonly string[];
  readonly at?: string;
  /** What else happens there while it is still in this process. */
  readonly prepare?: (market: Market, tokens: readonly string[]) => Promise<void>;
};

export async function aGround(
  passes: number,
  { stalls = STALLS, at = new Date().toISOString(), prepare = async () => {} }: Beginning = {},
): Promise<Ground> {
  const market = await aMarket(at);
  const day = await aDay(market);
  const tokens = [];
  const goods = [];
  for (const stall of stalls) {
    tokens.push(await day.till(stall));
    goods.push(await day.stock(stall, { price: '5.00' }));
  }
  const codes = [];
  for (let i = 0; i < passes; i += 1) codes.push(await inside(day, 'CN', aDocument()));
  await prepare(market, tokens);
  const folder = mkdtempSync(join(tmpdir(), 'serai-process-'));
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, 'serai.db'), (market.serai.engine as unknown as { image(): Buffer }).image());
  cpSync(join(process.env.SERAI_TEST_FOLDER ?? '', 'keys'), join(folder, 'keys'), { recursive: true });
  await market.close();
  return {
    folder,
    tokens,
    gate: day.at.CN.gate,
    passes: codes,
    goods,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Served = { readonly child: ChildProcess; readonly origin: string; readonly said: () => string };

type How = {
  readonly file?: string;
  readonly words?: readonly string[];
  readonly at?: number;
  readonly settings?: Readonly<Record<string, string>>;
};

/** Serves a folder by a process, as npm start does, and waits until it may be asked. @throws with what it said if it ends first. */
export async function serve(
  folder: string,
  { file = 'tests/faults/market-process.ts', words = [], at, settings = {} }: How = {},
): Promise<Served> {
  const port = at ?? (await freePort());
  const child = spawn(process.execPath, [...FLAGS, file, String(port), ...words], {
    env: { ...process.env, SERAI_DATA: folder, SERAI_LOG: 'error', PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let said = '';
  const ready = new Promise<void>((yes, no) => {
    child.stdout?.on('data', (text) => {
      said += text;
      if (said.includes('READY')) yes();
    });
    child.stderr?.on('data', (text) => {
      said += text;
    });
    child.once('exit', (code, signal) => no(new Error(`the market ended (${signal ?? code}): ${said.slice(-3000)}`)));
  });
  await ready;
  return { child, origin: `http://127.0.0.1:${port}`, said: () => said };
}

/** Ends a process and waits until it has. */
export function ended({ child }: Served, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((done) => {
    child.once('exit', (code) => done(code));
    child.kill(signal);
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
