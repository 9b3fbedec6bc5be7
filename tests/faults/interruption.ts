import { until } from '../support/postgres-pair.ts';
import type { PostgresServer } from '../support/postgres-server.ts';

/** What becomes of a commit that waits for the standby: called off, its connection ended, or its process killed, and with it the server. */
export const INTERRUPTIONS = ['cancelled', 'ended', 'crashed'] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];

export async function waitingIn(primary: PostgresServer): Promise<readonly number[]> {
  const rows = await primary.run("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'serai'");
  return rows.map(({ pid }) => Number(pid));
}

export async function interrupt(primary: PostgresServer, how: Interruption): Promise<void> {
  const waiting = await waitingIn(primary);
  if (how === 'crashed') {
    for (const pid of waiting.slice(0, 1)) process.kill(pid, 'SIGKILL');
    return;
  }
  const end = how === 'ended' ? 'pg_terminate_backend' : 'pg_cancel_backend';
  for (const pid of waiting) await primary.run(`SELECT ${end}(${pid})`);
}

/** Calls off whatever waits, again and again, until all are answered. */
export async function interruptingUntil(primary: PostgresServer, answers: Promise<unknown>): Promise<void> {
  let answered = false;
  const all = answers.finally(() => {
    answered = true;
  });
  await until(async () => {
    if (!answered) await interrupt(primary, 'cancelled');
    return answered;
  });
  await all;
}
