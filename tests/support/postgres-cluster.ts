import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterFile } from './cluster-files.ts';
import { aMachine, type Ground, type Machine, signalTo } from './cluster-machine.ts';
import { clusterPrograms } from './cluster-programs.ts';
import { ownerOf, postgresPrograms, runOn } from './postgres-server.ts';
import { until } from './until.ts';

/** Three machines of Patroni, etcd and PostgreSQL behind HAProxy, as db/engine/three-machines.md has them, on addresses that only this machine sees. */
export type Cluster = {
  readonly machines: readonly Machine[];
  /** The market's database, wherever its primary is. */
  readonly url: string;
  readonly primary: () => Promise<Machine>;
  /** Runs a statement on a machine, as the owner of everything. */
  readonly run: (machine: Machine, sql: string, database?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** @returns once the primary has two standbys that have all it wrote. */
  readonly whole: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const NAMES = ['serai-db-1', 'serai-db-2', 'serai-db-3'];

/** @param loosely The control: commits wait for nobody, and any standby may take over. */
export async function aCluster({ loosely = false } = {}): Promise<Cluster> {
  const program = postgresPrograms().find(({ bin }) => bin.startsWith('/usr/'));
  if (program === undefined) throw new Error('A cluster needs PostgreSQL from Debian (apt-get install postgresql).');
  const folder = mkdtempSync(join(tmpdir(), 'serai-cluster-'));
  const ground: Ground = { folder, environment: clusterPrograms(folder), owner: ownerOf(folder) };
  // Every address of 127.0.0.0/8 is this machine: each cluster has a net of its own, and the ports stay as they are taught.
  const net = `127.${randomInt(1, 255)}.${randomInt(0, 256)}.`;
  const secrets = [1, 2, 3].map(() => randomBytes(12).toString('hex')) as [string, string, string];
  const machines = NAMES.map((name, i) =>
    aMachine(ground, {
      name,
      address: `${net}${11 + i}`,
      etcd: { '10.0.0.': net },
      patroni: {
        '10.0.0.0/24': '127.0.0.1/32',
        '10.0.0.': net,
        'CHANGE-ME-1': secrets[0],
        'CHANGE-ME-2': secrets[1],
        '/usr/lib/postgresql/15/bin': program.bin,
        ...(loosely
          ? {
              'synchronous_mode: true': 'synchronous_mode: false',
              'synchronous_mode_strict: true': 'synchronous_mode_strict: false',
            }
          : {}),
      },
    }),
  );
  const run: Cluster['run'] = ({ address }, sql, database = 'postgres') =>
    runOn(`postgresql://postgres:${secrets[0]}@${address}:5432/${database}`, sql);
  const primary = async (): Promise<Machine> => {
    for (const machine of machines) if (await says(machine, '/primary')) return machine;
    throw new Error('there is no primary');
  };
  const proxy = balanced(ground, net);
  const stop = async () => {
    process.off('exit', atOnce);
    await Promise.all(machines.map((machine) => machine.kill()));
    signalTo(proxy.pid ?? 0, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  const atOnce = () => {
    for (const machine of machines) void machine.kill();
    signalTo(proxy.pid ?? 0, 'SIGKILL');
  };
  process.once('exit', atOnce);
  const cluster: Cluster = {
    machines,
    url: `postgresql://serai:${secrets[2]}@${net}10:5000/serai`,
    primary,
    run,
    whole: () => until(async () => (await run(await primary(), CAUGHT_UP)).length === 2, 120),
    stop,
  };
  try {
    for (const machine of machines) machine.start();
    await cluster.whole();
    for (const statement of clusterFile('first.sql', { 'CHANGE-ME-3': secrets[2] }).split('\n').filter(Boolean))
      await run(await primary(), statement);
    return cluster;
  } catch (fault) {
    if (process.env.SERAI_TEST_LOG === undefined) await stop();
    throw fault;
  }
}

const CAUGHT_UP = "SELECT pid FROM pg_stat_replication WHERE state = 'streaming' AND pg_current_wal_lsn() - replay_lsn < 1000000";

function balanced({ folder, environment, owner }: Ground, net: string): ChildProcess {
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, clusterFile('haproxy.cfg', { '10.0.0.': net, '127.0.0.1:5000': `${net}10:5000` }), { mode: 0o644 });
  return spawn('haproxy', ['-db', '-f', file], { ...owner, env: environment, stdio: 'ignore' });
}

async function says({ address }: Machine, path: string): Promise<boolean> {
  const reply = await fetch(`http://${address}:8008${path}`, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  await reply?.body?.cancel();
  return reply?.status === 200;
}
