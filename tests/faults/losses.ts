import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '../support/postgres-cluster.ts';

/** How a primary is lost: its power is cut; its lines to the standbys go first; or it stands still, and goes on when another is primary. */
export const LOSSES = ['killed', 'cut off, then killed', 'frozen, then thawed'] as const;
export type Loss = (typeof LOSSES)[number];

const CUT_MS = 1_500;

/** The primary's machine is lost. @returns what brings it back. */
export async function lose(cluster: Cluster, loss: Loss): Promise<() => Promise<void>> {
  const primary = await cluster.primary();
  if (loss === 'frozen, then thawed') {
    primary.freeze();
    return async () => primary.thaw();
  }
  if (loss === 'cut off, then killed') {
    for (const { pid } of await cluster.run(primary, 'SELECT pid FROM pg_stat_replication')) process.kill(Number(pid), 'SIGSTOP');
    await pause(CUT_MS);
  }
  await primary.kill();
  return async () => primary.start();
}
