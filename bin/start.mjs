// npm start: installs, builds, migrates, seeds a demo market if there is none, and serves.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { build } from './build.mjs';
import { environment, install, pinnedNode, root } from './install.mjs';

install();
build();
// Without them Node takes 128 MB for young objects on a machine that has much memory.
const flags = JSON.parse(readFileSync(new URL('server-flags.json', import.meta.url), 'utf8'));
const server = spawn(pinnedNode(), [...flags, 'app/server.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: environment({ NODE_ENV: 'production' }),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
