import type { PostgresPair } from '../support/postgres-pair.ts';
import { until } from '../support/until.ts';

/** What becomes of a commit that waits for the standby: called off, its connection ended, or the server crashed and started again. */
export const INTERRUPTIONS = ['cancelled', 'ended', 'crashed'] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];

export async function waitingIn({ primary }: PostgresPair): Promise<readonly number[]> {
  const rows = await primary.run("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'serai'");
  return rows.map(({ pid }) => Number(pid));
}

export async function interrupt(pair: PostgresPair, how: Interruption): Promise<void> {
  if (how === 'crashed') return pair.crash();
  const end = how === 'ended' ? 'pg_terminate_backend' : 'pg_cancel_backend';
  for (const pid of await waitingIn(pair)) await pair.primary.run(`SELECT ${end}(${pid})`);
}

/** Calls off whatever waits, again and again, until all are answered. */
export async function interruptingUntil(pair: PostgresPair, answers: Promise<unknown>): Promise<void> {
  let answered = false;
  const all = answers.finally(() => {
    answered = true;
  });
  await until(async () => {
    if (!answered) await interrupt(pair, 'cancelled');
    return answered;
  });
  await all;
}
