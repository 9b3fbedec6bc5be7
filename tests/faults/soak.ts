import { statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyFolder } from '#db/evidence/verify-folder.ts';
import { aGround, ended, type Ground, type Served, serve } from './a-process.ts';
import type { Fault } from './fault.ts';
import { aSale, ask, send } from './tills.ts';

const ACTS_A_SECOND = 400;
const MOST_WAL_BYTES = 64 * 1024 * 1024;
const MOST_GROWTH = 1.1;
const SALES_A_PASS = 12;

/** Sales at a steady pace for as many seconds, and a question with each tenth: memory stays flat, the log bounded, and nothing goes wrong. */
export const soak: Fault = {
  about: `${ACTS_A_SECOND} acts a second for twenty minutes: flat memory, bounded write-ahead log, no error`,
  full: 1200,
  small: 8,
  async run(size) {
    const ground = await aGround(Math.max(60, Math.ceil((size * ACTS_A_SECOND) / SALES_A_PASS)));
    try {
      const served = await serve(ground.folder);
      const seen = await pace(ground, served, size);
      await ended(served, 'SIGTERM');
      const { faults } = await verifyFolder(ground.folder);
      const growth = seen.lateMemory / seen.earlyMemory;
      const grew = size >= 300 && growth > MOST_GROWTH ? 1 : 0;
      const slow = size >= 300 && seen.sold / size < ACTS_A_SECOND * 0.95 ? 1 : 0;
      const swelled = seen.mostWal > MOST_WAL_BYTES ? 1 : 0;
      return {
        said: `${size} s: ${seen.asked} sales asked for, ${seen.sold} sold (${Math.round(seen.sold / size)} a second), ${seen.told} questions answered, ${seen.errors} errors, memory ${mb(seen.earlyMemory)} -> ${mb(seen.lateMemory)} MB, write-ahead log at most ${mb(seen.mostWal)} MB, ${faults.length} false rows`,
        broken: seen.errors + grew + slow + swelled + faults.length,
        control: undefined,
      };
    } finally {
      ground.remove();
    }
  },
};

const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);

async function pace(ground: Ground, served: Served, seconds: number) {
  const seen = { asked: 0, sold: 0, told: 0, errors: 0, earlyMemory: 0, lateMemory: 0, mostWal: 0 };
  const waiting = new Set<Promise<void>>();
  const began = performance.now();
  for (let tick = 1; performance.now() - began < seconds * 1000; tick += 1) {
    // What the market cannot take at this pace waits with the caller, as people would.
    for (let i = 0; i < ACTS_A_SECOND / 20 && waiting.size < 256; i += 1) {
      seen.asked += 1;
      const act = one(ground, served, seen.asked, seen).finally(() => waiting.delete(act));
      waiting.add(act);
    }
    if (tick % 20 === 0) await look(ground, served, seen, performance.now() - began < seconds * 500);
    await new Promise((later) => setTimeout(later, Math.max(0, tick * 50 - (performance.now() - began))));
  }
  await Promise.all(waiting);
  return seen;
}

type Seen = { sold: number; told: number; errors: number };

/** A sale; after each tenth its till asks for goods. */
async function one(ground: Ground, { origin }: Served, n: number, seen: Seen): Promise<void> {
  const sale = aSale(ground, n);
  if ((await send(origin, sale))?.status === 201) seen.sold += 1;
  else seen.errors += 1;
  if (n % 10 !== 0) return;
  const answer = await ask(origin, 'GET', '/api/v1/products?limit=5', undefined, sale.token).catch(() => undefined);
  if (answer?.status === 200) seen.told += 1;
  else seen.errors += 1;
}

async function look(
  ground: Ground,
  { origin }: Served,
  seen: { earlyMemory: number; lateMemory: number; mostWal: number },
  early: boolean,
) {
  const { text } = await ask(origin, 'GET', '/metrics');
  const memory = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  if (early) seen.earlyMemory = Math.max(seen.earlyMemory, memory);
  else seen.lateMemory = Math.max(seen.lateMemory, memory);
  seen.mostWal = Math.max(seen.mostWal, statSync(join(ground.folder, 'serai.db-wal'), { throwIfNoEntry: false })?.size ?? 0);
}
