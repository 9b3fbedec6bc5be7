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

/** What the machine makes of a function settles after some ten thousand runs; a till that has sold for a morning is past that. */
const WARM_MICROSECONDS = 1_500_000;

/**
 * Microseconds of CPU of this process, warm: the median over rounds of the mean of each. The machine is noisy, so that time which
 * others had is not counted, and rounds that were disturbed fall off.
 */
export function microseconds(run: () => unknown): number {
  warm([run], WARM_MICROSECONDS);
  return medianOf(Array.from({ length: ROUNDS }, () => roundOf(run, ROUND_MS)));
}

/** The same of each of several, warmed together: they go by the same paths. */
export function microsecondsOfEach(runs: readonly (() => unknown)[]): readonly number[] {
  warm(runs, 2 * WARM_MICROSECONDS);
  return runs.map((run) => medianOf(Array.from({ length: ROUNDS }, () => roundOf(run, ROUND_MS / 8))));
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

const medianOf = (means: readonly number[]): number =>
  atShare(
    means.toSorted((a, b) => a - b),
    0.5,
  );

/** The figure below which that share of them lies; they are in order. */
export const atShare = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** Microseconds of CPU, for the machine is shared. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
