import { Worker } from 'node:worker_threads';
import type { Share, Verified } from './verify.ts';

/** What the thread is told: tables by their names. */
export type Work = {
  readonly path: string;
  readonly keys: string;
  readonly share: { readonly tables: readonly string[] } & Omit<Share, 'tables'>;
};

/** Verifies a share of a market's file in a thread of its own, which stops when the promise ends. It rejects with what stopped it. */
export async function verifyElsewhere(path: string, keys: string, { tables, ...rest }: Share): Promise<Verified> {
  const work: Work = { path, keys, share: { tables: tables.map(({ name }) => name), ...rest } };
  const worker = new Worker(new URL('./verify-thread.ts', import.meta.url), { workerData: work });
  try {
    return await new Promise<Verified>((done, failed) => worker.once('message', done).once('error', failed));
  } finally {
    await worker.terminate();
  }
}
