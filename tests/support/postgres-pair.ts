import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPlaceFor, type PostgresProgram, type PostgresServer, startedServer } from './postgres-server.ts';
import { until } from './until.ts';

const STANDBY_PORT = 5433;

/** A primary whose commits wait for its standby, and a line between them that can be cut. */
export type PostgresPair = {
  readonly primary: PostgresServer;
  readonly standby: PostgresServer;
  /** From now on the standby gets nothing, whatever the primary commits; both go on running. */
  readonly cut: () => Promise<void>;
  /** The primary crashes for want of the process that serves the standby, and starts again with all that it had written. */
  readonly crash: () => void;
  /** Joins them again. @returns once the standby has all that the primary wrote. */
  readonly mend: () => Promise<void>;
  /** The primary is gone at once; the standby serves in its place, with what had reached it. */
  readonly takeOver: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The standby is a copy of the primary's folder from before the first start, so this needs no program but the server. */
export async function aPostgresPair(program: PostgresProgram): Promise<PostgresPair> {
  const place = aPlaceFor(program);
  const [data, copy] = [join(place.folder, 'data'), join(place.folder, 'standby')];
  execFileSync('cp', ['-a', data, copy]);
  writeFileSync(join(copy, 'standby.signal'), '');
  const primary = await startedServer(place, 'data', ['synchronous_standby_names=*', 'wal_sender_timeout=0']);
  const from = `primary_conninfo=host=${place.folder} port=5432 user=serai`;
  const standby = await startedServer(
    place,
    'standby',
    [from, 'wal_receiver_timeout=0', 'wal_retrieve_retry_interval=100ms'],
    STANDBY_PORT,
  );
  await until(async () => (await sendersOf(primary)).length === 1);
  const senders: number[] = [];
  const receivers: number[] = [];
  // A primary that crashed has taken its sender along.
  const goOn = () => {
    for (const pid of [...senders.splice(0), ...receivers.splice(0)]) signal(pid, 'SIGCONT');
  };
  const crash = () => {
    for (const pid of senders.splice(0)) signal(pid, 'SIGKILL');
  };
  return {
    primary,
    standby,
    async cut() {
      // The sender first, or its last words would wait for the receiver in the socket between them.
      senders.push(...(await sendersOf(primary)));
      for (const pid of senders) signal(pid, 'SIGSTOP');
      receivers.push(...(await pidsIn(standby, 'SELECT pid FROM pg_stat_wal_receiver')));
      for (const pid of receivers) signal(pid, 'SIGSTOP');
    },
    crash,
    async mend() {
      goOn();
      await until(
        async () => (await positionOf(standby, 'pg_last_wal_replay_lsn')) >= (await positionOf(primary, 'pg_current_wal_lsn')),
      );
    },
    async takeOver() {
      crash();
      await primary.stop();
      goOn();
      await standby.run('SELECT pg_promote()');
    },
    async stop() {
      goOn();
      await primary.stop();
      await standby.stop();
      place.remove();
    },
  };
}

const sendersOf = (primary: PostgresServer) => pidsIn(primary, "SELECT pid FROM pg_stat_replication WHERE state = 'streaming'");

async function pidsIn(server: PostgresServer, sql: string): Promise<readonly number[]> {
  return (await server.run(sql)).map(({ pid }) => Number(pid));
}

const positionOf = async (server: PostgresServer, of: string) =>
  Number((await server.run(`SELECT ${of}() - '0/0'::pg_lsn AS at`))[0]?.at ?? 0);

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {}
}
