import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openSqlite } from '#db/engine/sqlite.ts';

/** What a process asked of the disk, and what it told its callers, in the order in which it happened. */
export type Event =
  | { readonly does: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly does: 'truncate'; readonly file: string; readonly to: number }
  | { readonly does: 'sync'; readonly file: string }
  | { readonly does: 'answer'; readonly act: string };

export type Recording = { readonly before: Buffer; readonly events: readonly Event[] };

/** Runs acts on a market's file under strace. @param how `normal` takes FULL away. */
export async function record(acts: number, clients: number, how: 'full' | 'normal'): Promise<Recording> {
  haveStrace();
  const folder = mkdtempSync(join(tmpdir(), 'serai-recording-'));
  try {
    const data = join(folder, 'data');
    await openSqlite(data).close();
    const before = readFileSync(join(data, 'serai.db'));
    const log = join(folder, 'strace');
    const run = spawnSync(
      'strace',
      [
        ...['-f', '-y', '-xx', '-s', '70000', '-e', 'trace=pwrite64,write,fsync,fdatasync,ftruncate', '-o', log],
        ...[process.execPath, '--disable-warning=ExperimentalWarning', 'tests/faults/ledger-process.ts'],
        ...[data, String(acts), String(clients), how],
      ],
      { encoding: 'utf8' },
    );
    if (run.status !== 0) throw new Error(`the recorded process broke: ${run.stderr.slice(0, 2000)}`);
    return { before, events: [...eventsIn(readFileSync(log, 'latin1'))] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function haveStrace(): void {
  if (existsSync('/usr/bin/strace')) return;
  if (process.getuid?.() !== 0) throw new Error('The power-cut faults need strace: apt-get install strace');
  execFileSync('apt-get', ['install', '-y', '-qq', 'strace'], { stdio: 'ignore' });
}

function* eventsIn(log: string): Generator<Event> {
  const open = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, thread = '', said = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (said.endsWith('<unfinished ...>')) {
      open.set(thread, said.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    // A call counts when it returns: before that the disk may not have heard of it.
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said)?.[1];
    const event = eventOf(resumed === undefined ? said : `${open.get(thread) ?? ''}${resumed}`);
    if (event !== undefined) yield event;
  }
}

function eventOf(call: string): Event | undefined {
  const [, name, path = '', rest = ''] = /^(\w+)\(\d+<([^>]*)>(.*)\) += \d+/.exec(call) ?? [];
  if (name === undefined) return undefined;
  const text = plain(path).toString('utf8');
  const file = basename(text);
  if (name === 'write') return /^, "/.test(rest) ? answerIn(plain(quoted(rest)).toString('latin1')) : undefined;
  if (file !== 'serai.db' && file !== 'serai.db-wal') return undefined;
  if (name === 'fsync' || name === 'fdatasync') return { does: 'sync', file };
  if (name === 'ftruncate') return { does: 'truncate', file, to: Number(rest.replace(/^, /, '')) };
  return { does: 'write', file, at: Number(/, (\d+)$/.exec(rest)?.[1]), bytes: plain(quoted(rest)) };
}

const answerIn = (text: string): Event | undefined => {
  const act = /^ACK (\S+)/.exec(text)?.[1];
  return act === undefined ? undefined : { does: 'answer', act };
};

const quoted = (rest: string): string => rest.slice(rest.indexOf('"') + 1, rest.lastIndexOf('"'));
const plain = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
