import { Busy } from '#db/engine/engine.ts';
import { touchMarket } from '#db/stores/market.ts';
import { problem, type Reply } from './api/problem.ts';
import type { Serai } from './serai.ts';

const ASK_AGAIN_MS = 2_000;

export const WHAT_TO_DO = {
  'disk-full':
    'The disk of the market is full. Travellers may leave and tills close; make room on the disk, and selling goes on by itself.',
  'queue-full': 'More acts wait than the market can write. Try again after the time in Retry-After.',
  'database-away':
    'The database does not answer, or not for sure. An act may have been written: send it again with the same id after the time in Retry-After.',
} as const;

/** Whether the market can sell: a row was written and is on the disk, at most two seconds ago. */
export function readinessOf(serai: Serai): () => Promise<Reply> {
  let asked = Number.NEGATIVE_INFINITY;
  let last: Promise<Reply> = Promise.resolve(problem(503));
  return () => {
    if (performance.now() - asked < ASK_AGAIN_MS) return last;
    asked = performance.now();
    last = serai.engine.transact(touchMarket).then(
      () => ({ status: 200, body: { ready: true } }),
      (fault: unknown) => (fault instanceof Busy ? busy(fault) : problem(503, { detail: 'The market cannot write.' })),
    );
    return last;
  };
}

export const busy = ({ reason, retryAfterSeconds }: Busy): Reply =>
  problem(503, { detail: WHAT_TO_DO[reason], reason, facts: {} }, { 'retry-after': String(retryAfterSeconds) });
