// Builds the pages, unless what they are built from has not changed since.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, pinnedNode, root } from './install.mjs';

const stamp = join(root, '.next', 'serai-built');
const SOURCES = ['app', 'lib', 'db', 'next.config.js', 'proxy.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];

export function build() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Building the pages (about a minute) ...');
  execFileSync(pinnedNode(), [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: environment({ NODE_ENV: 'production' }),
  });
  writeFileSync(stamp, wanted);
}

/** Names, sizes and contents' times are not enough after a checkout: the contents themselves are hashed (a few megabytes). */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(join(path, name));
    else hash.update(path).update(readFileSync(full));
  };
  for (const source of SOURCES) add(source);
  return hash.digest('hex');
}
