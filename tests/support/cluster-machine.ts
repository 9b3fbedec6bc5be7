import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, openSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterFile, type Places } from './cluster-files.ts';

/** One of three: what runs on it, and what can happen to it. */
export type Machine = {
  readonly name: string;
  readonly address: string;
  readonly start: () => void;
  /** The power is cut: nothing that runs there does anything more. */
  readonly kill: () => Promise<void>;
  /** Everything there stops in the middle of what it does, its connections staying open, until `thaw`. */
  readonly freeze: () => void;
  readonly thaw: () => void;
};

export type Ground = {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly owner: { readonly uid?: number; readonly gid?: number };
};

/** A machine of its own folder and address, made of the files that are taught. */
export function aMachine(
  { folder, environment, owner }: Ground,
  { name, address, etcd, patroni }: { name: string; address: string; etcd: Places; patroni: Places },
): Machine {
  const own = join(folder, name);
  mkdirSync(own, { mode: 0o700 });
  const fileIn = (file: string, places: Places): string => {
    writeFileSync(join(own, file), clusterFile(file, { NODE: name, ADDRESS: address, '/var/lib/serai': own, ...places }), {
      mode: 0o600,
    });
    if (owner.uid !== undefined) chownSync(join(own, file), owner.uid, owner.gid ?? owner.uid);
    return join(own, file);
  };
  const files = { etcd: fileIn('etcd.yml', etcd), patroni: fileIn('patroni.yml', patroni) };
  if (owner.uid !== undefined) chownSync(own, owner.uid, owner.gid ?? owner.uid);
  let running: ChildProcess[] = [];
  const run = (command: string, words: readonly string[]) => {
    const log = openSync(join(own, `${command}.log`), 'a');
    running.push(spawn(command, words, { ...owner, cwd: own, env: { ...environment, HOME: own }, stdio: ['ignore', log, log] }));
  };
  const signal = (name: NodeJS.Signals) => {
    for (const { pid } of running) signalTo(pid ?? 0, name);
    for (const pid of processesIn(join(own, 'postgres'))) signalTo(pid, name);
  };
  return {
    name,
    address,
    start() {
      run('etcd', ['--config-file', files.etcd]);
      run('patroni', [files.patroni]);
    },
    async kill() {
      // Stopped first, so that none of them sees another die and still does something about it.
      signal('SIGSTOP');
      const ends = running
        .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
        .map((child) => once(child, 'exit'));
      while (processesIn(join(own, 'postgres')).length > 0 || ends.length > 0) {
        signal('SIGKILL');
        await Promise.all(ends.splice(0));
        await new Promise((later) => setTimeout(later, 20));
      }
      running = [];
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  };
}

/** PostgreSQL's own processes are not ours by birth; each of them works in its data folder. */
function processesIn(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

export function signalTo(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch {}
}
