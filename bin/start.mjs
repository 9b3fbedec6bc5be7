// npm start: installs, builds, migrates, seeds a demo market if there is none, and serves.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { environment, install, pinnedNode, root } from './install.mjs';

install();
build();
const server = spawn(pinnedNode(), ['--max-semi-space-size=16', '--disable-warning=ExperimentalWarning', 'app/server.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: environment({ NODE_ENV: 'production' }),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
