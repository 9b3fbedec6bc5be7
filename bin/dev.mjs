// npm run dev: the same server, pages built as they are asked for.
import { spawn } from 'node:child_process';
import { environment, install, pinnedNode, root } from './install.mjs';

install();
const server = spawn(pinnedNode(), ['app/server.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: environment({ NODE_ENV: 'development' }),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
