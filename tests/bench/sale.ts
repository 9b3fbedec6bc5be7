import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aGround, ended, type Ground, type Served, serve } from '../faults/a-process.ts';
import { aSale, send } from '../faults/tills.ts';
import setup from '../support/seeded-image.ts';
import type { Row } from './measure.ts';

const CLIENTS = 32;
/** So that nobody buys much more than the six times of a usual visit: a sale is decided together with all that came before it. */
const PASSES = 1_600;
const WARM_MS = 2_000;
const MEASURE_MS = Number(process.env.SERAI_BENCH_SECONDS ?? 10) * 1_000;
/** What Linux counts a process's time in. */
export const TICK_US = 10_000;

/** A sale over HTTP, on the disk before the answer, from 32 tills that each wait for theirs; against a bare server that writes the same rows. */
export async function saleRows(): Promise<readonly Row[]> {
  const tearDown = await setup();
  const ground = await aGround(PASSES);
  try {
    const market = await serve(ground.folder);
    const sold = await load(market, ground);
    await ended(market, 'SIGTERM');
    const bare = await serve(ground.folder, { file: 'tests/bench/bare-process.ts', words: [ground.folder] });
    const plain = await load(bare, ground);
    await ended(bare, 'SIGTERM');
    return [
      {
        name: 'sale over HTTP, CPU of the server',
        took: sold.cpuUs,
        baseline: plain.cpuUs,
        against: 'a bare node:http server that writes the same rows',
        note: `${wordsOf(sold)}; bare: ${wordsOf(plain)}; ${((100 * sold.perSecond) / plain.perSecond).toFixed(1)} % of its sales a second`,
      },
    ];
  } finally {
    ground.remove();
    tearDown();
  }
}

type Load = Awaited<ReturnType<typeof load>>;
const wordsOf = ({ perSecond, p50, p99, residentMb }: Load) =>
  `${perSecond.toFixed(0)} /s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${residentMb.toFixed(0)} MB resident`;

async function load(server: Served, ground: Ground) {
  const pid = server.child.pid as number;
  let running = true;
  let waits: number[] = [];
  let refused = 0;
  let n = 0;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (running) {
      const asked = performance.now();
      const answered = await send(server.origin, aSale(ground, n++));
      if (answered?.status === 201) waits.push(performance.now() - asked);
      else refused += 1;
    }
  });
  await pause(WARM_MS);
  waits = [];
  const [cpu, began] = [ticksOf(pid), performance.now()];
  await pause(MEASURE_MS);
  const seconds = (performance.now() - began) / 1000;
  const [sales, ticks] = [waits.length, ticksOf(pid) - cpu];
  const sorted = waits.slice(0, sales).sort((a, b) => a - b);
  const residentMb = residentOf(pid);
  running = false;
  await Promise.all(clients);
  if (refused > 0) throw new Error(`${refused} sales were not answered well: ${server.said()}`);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { perSecond: sales / seconds, cpuUs: (ticks * TICK_US) / sales, p50: at(0.5), p99: at(0.99), residentMb };
}

export function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

export const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
