// Which PostgreSQL the tests can run on: Debian's, installed where this runs as root, and the one that npm brings.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { aptInstall } from './apt.mjs';

const DEBIAN = '/usr/lib/postgresql';
/** Debian would start a server of its own with the package. */
const NO_SERVER = '/etc/postgresql-common/createcluster.d/serai.conf';

/** @returns the versions; the reason stands on the standard error where Debian's is missing. */
export function postgresVersions() {
  if (!existsSync(DEBIAN) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    mkdirSync('/etc/postgresql-common/createcluster.d', { recursive: true });
    writeFileSync(NO_SERVER, 'create_main_cluster = false\n');
    try {
      aptInstall('postgresql');
    } catch (fault) {
      console.error(fault.message);
    }
  }
  const fromDebian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).filter((version) => existsSync(`${DEBIAN}/${version}/bin/initdb`))
    : [];
  if (fromDebian.length === 0)
    console.error("No PostgreSQL from Debian here (apt-get install postgresql): its tests run on npm's 18 only.");
  const fromNpm = process.platform === 'linux' && process.arch === 'x64' ? ['18'] : [];
  return [...new Set([...fromDebian, ...fromNpm])];
}
