import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aGround, ended, type Ground, type Served, serve } from '../faults/a-process.ts';
import { aSale, send } from '../faults/tills.ts';
import setup from '../support/seeded-image.ts';
import type { Row } from './measure.ts';
import { type Paced, pacedSales } from './paced.ts';

const CLIENTS = 32;
/** So that nobody buys much more than the six times of a usual visit: a sale is decided together with all that came before it. */
const PASSES = 2_400;
/** Sales a second of all tills together: a busy hour of fifty thousand visitors, five and ten times over. */
const RATES = [200, 400];
const WARM_MS = 2_000;
const MEASURE_MS = Number(process.env.SERAI_BENCH_SECONDS ?? 10) * 1_000;
/** What Linux counts a process's time in. */
export const TICK_US = 10_000;

/**
 * A sale over HTTP, on the disk before the answer, from 32 tills that each wait for theirs; against a bare server that writes the same rows, and
 * what they wait where they sell at a steady rate, as tills do.
 */
export async function saleRows(): Promise<readonly Row[]> {
  const tearDown = await setup();
  const ground = await aGround(PASSES);
  try {
    const [sold, sells] = await measured(await serve(ground.folder), ground);
    const bare = await serve(ground.folder, { file: 'tests/bench/bare-process.ts', words: [ground.folder] });
    const [plain, plainly] = await measured(bare, ground);
    return [
      {
        name: 'sale over HTTP, CPU of the server',
        took: sold.cpuUs,
        baseline: plain.cpuUs,
        against: 'a bare node:http server that writes the same rows',
        note: `${wordsOf(sold)}; bare: ${wordsOf(plain)}; ${((100 * sold.perSecond) / plain.perSecond).toFixed(1)} % of its sales a second`,
      },
      ...RATES.map((perSecond, nth) => pacedRow(perSecond, sells[nth] as Paced, plainly[nth] as Paced)),
    ];
  } finally {
    ground.remove();
    tearDown();
  }
}

/** As fast as it goes, and then at each of the rates. */
async function measured(server: Served, ground: Ground): Promise<readonly [Load, readonly Paced[]]> {
  let sales = 0;
  const next = () => sales++;
  const fast = await load(server, ground, next);
  const paced = await Array.fromAsync(RATES, (perSecond) =>
    pacedSales(server, ground, { tills: CLIENTS, perSecond, ms: MEASURE_MS, next }),
  );
  await ended(server, 'SIGTERM');
  return [fast, paced];
}

const pacedRow = (perSecond: number, sold: Paced, plain: Paced): Row => ({
  name: `sale over HTTP, ${perSecond} a second in all, p99`,
  took: sold.p99 * 1000,
  baseline: plain.p99 * 1000,
  against: 'the bare server',
  note: `from when it was due; p50 ${sold.p50.toFixed(1)} ms, worst ${sold.worst.toFixed(1)} ms; bare: p50 ${plain.p50.toFixed(1)} ms, worst ${plain.worst.toFixed(1)} ms`,
});

type Load = Awaited<ReturnType<typeof load>>;
const wordsOf = ({ perSecond, p50, p99, residentMb }: Load) =>
  `${perSecond.toFixed(0)} /s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${residentMb.toFixed(0)} MB resident`;

async function load(server: Served, ground: Ground, next: () => number) {
  const pid = server.child.pid as number;
  let running = true;
  let waits: number[] = [];
  let refused = 0;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (running) {
      const asked = performance.now();
      const answered = await send(server.origin, aSale(ground, next()));
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
