import { setTimeout as pause } from 'node:timers/promises';
import type { Ground, Served } from '../faults/a-process.ts';
import { aSale, send } from '../faults/tills.ts';
import { atShare } from './measure.ts';

export type Paced = { readonly p50: number; readonly p95: number; readonly p99: number; readonly worst: number };

/**
 * Sales that are due at a steady rate, whatever became of those before: each of the tills sells one after another, and waits count in
 * milliseconds from the instant at which a sale was due and not from when its till came to it, or a slow answer would hide those behind it.
 * @throws if one is refused.
 */
export async function pacedSales(
  server: Served,
  ground: Ground,
  of: { readonly tills: number; readonly perSecond: number; readonly ms: number; readonly next: () => number },
): Promise<Paced> {
  const count = Math.round((of.perSecond * of.ms) / 1000);
  const waits: number[] = [];
  const began = performance.now() + 50;
  const till = async (nth: number) => {
    for (let i = nth; i < count; i += of.tills) {
      const due = began + (i * 1000) / of.perSecond;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      const answered = await send(server.origin, aSale(ground, of.next()));
      if (answered?.status !== 201) throw new Error(`a sale was not answered well: ${answered?.text ?? server.said()}`);
      waits.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: of.tills }, (_, nth) => till(nth)));
  waits.sort((a, b) => a - b);
  return { p50: atShare(waits, 0.5), p95: atShare(waits, 0.95), p99: atShare(waits, 0.99), worst: atShare(waits, 1) };
}
