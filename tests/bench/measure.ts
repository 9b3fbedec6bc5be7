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

/**
 * Microseconds of CPU of this process, warm: the median over rounds of the mean of each. The machine is noisy, so that time which
 * others had is not counted, and rounds that were disturbed fall off.
 */
export function microseconds(run: () => unknown): number {
  for (let start = performance.now(); performance.now() - start < 3 * ROUND_MS; ) run();
  const means = Array.from({ length: ROUNDS }, () => {
    let count = 0;
    const before = process.cpuUsage();
    for (let start = performance.now(); performance.now() - start < ROUND_MS; count += 1) run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / count;
  }).sort((a, b) => a - b);
  return means[Math.floor(ROUNDS / 2)] as number;
}

/** The figure below which that share of them lies; they are in order. */
export const atShare = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** Microseconds of CPU, for the machine is shared. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
