import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = ['patroni', 'etcd-server', 'haproxy'];

/**
 * Debian's Patroni, etcd and HAProxy, with what they need, laid out in a folder: nothing is installed, so no service of theirs is
 * started or has to be stopped. What the machine has already is not fetched again.
 * @returns the environment in which their commands are found. @throws if Debian's packages cannot be had here.
 */
export function clusterPrograms(folder: string): NodeJS.ProcessEnv {
  const archives = join(folder, 'archives');
  const programs = join(folder, 'programs');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  fetchInto(archives);
  for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb')))
    execFileSync('dpkg', ['-x', join(archives, name), programs]);
  const usr = join(programs, 'usr');
  const libraries = existsSync(join(usr, 'lib'))
    ? readdirSync(join(usr, 'lib'))
        .filter((name) => name.endsWith('-linux-gnu'))
        .map((name) => join(usr, 'lib', name))
    : [];
  return {
    PATH: [join(usr, 'bin'), join(usr, 'sbin'), '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'].join(':'),
    PYTHONPATH: join(usr, 'lib/python3/dist-packages'),
    LD_LIBRARY_PATH: libraries.join(':'),
    NODE_ENV: 'production',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  };
}

function fetchInto(archives: string): void {
  const apt = (...words: string[]) =>
    execFileSync('apt-get', ['-y', '-qq', '-o', `Dir::Cache::archives=${archives}`, ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const fetch = () => apt('-o', 'Debug::NoLocking=true', '--no-install-recommends', '--download-only', 'install', ...PACKAGES);
  try {
    fetch();
  } catch {
    // Lists that are old, or missing; only root may renew them.
    apt('update');
    fetch();
  }
}
