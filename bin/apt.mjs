// Installs a Debian package where this runs as root and can.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @returns whether it tried. @throws if the package could not be had. */
export function aptInstall(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.error(`Installing ${name} (once, a few minutes) ...`);
  // Its own words go to the standard error: npm test's own end is all that stands on the standard output.
  const apt = (...words) =>
    execFileSync('/usr/bin/apt-get', words, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', name);
  } catch (fault) {
    throw new Error(`${name} could not be installed. Install it by hand.`, { cause: fault });
  }
  return true;
}
