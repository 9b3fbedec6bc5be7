/** One line of the table: microseconds, and those of the baseline of the same run. */
export type Row = {
  readonly name: string;
  readonly took: number;
  readonly baseline: number;
  readonly against: string;
  readonly note: string;
};

const ROUNDS = 15;
const ROUND_MS = 40;
/** What else the processor does comes in bursts of a second: rounds close to each other would all be in one. */
const PAUSE_MS = 120;

/** What the machine makes of a function settles after some fifty thousand runs; a market that has sold for a day is past that. */
const WARM_MICROSECONDS = 4_000_000;

/**
 * Microseconds of CPU of this process, warm: the least over rounds of the mean of each. The machine is noisy, and noise only adds: time
 * which others had is not counted, and what they did to the caches is least in the quietest round. Each has its share of garbage.
 */
export function microseconds(run: () => unknown): number {
  warm([run], WARM_MICROSECONDS);
  return leastOf(run, ROUND_MS);
}

/** The same of each of several, warmed together: they go by the same paths. */
export function microsecondsOfEach(runs: readonly (() => unknown)[]): readonly number[] {
  warm(runs, WARM_MICROSECONDS);
  return runs.map((run) => leastOf(run, ROUND_MS / 4));
}

/** By time that this process had: on a busy machine that is a small part of what passes. */
function warm(runs: readonly (() => unknown)[], microseconds: number): void {
  for (const before = process.cpuUsage(); cpuSince(before) < microseconds; )
    for (let times = 0; times < 16; times++) for (const run of runs) run();
}

function roundOf(run: () => unknown, ms: number): number {
  let count = 0;
  const before = process.cpuUsage();
  for (let start = performance.now(); performance.now() - start < ms; count += 1) run();
  return cpuSince(before) / count;
}

function leastOf(run: () => unknown, ms: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    Atomics.wait(asleep, 0, 0, (PAUSE_MS * ms) / ROUND_MS);
    least = Math.min(least, roundOf(run, ms));
  }
  return least;
}

const asleep = new Int32Array(new SharedArrayBuffer(4));

/** The figure below which that share of them lies; they are in order. */
export const atShare = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** Microseconds of CPU, for the machine is shared. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
