// Runs one TypeScript command on the pinned Node, installing first if it must: node bin/run.mjs FILE ARGUMENTS
import { spawnSync } from 'node:child_process';
import { environment, install, pinnedNode, root } from './install.mjs';

install();
const [file, ...rest] = process.argv.slice(2);
const ran = spawnSync(pinnedNode(), ['--disable-warning=ExperimentalWarning', file, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: environment(),
});
process.exit(ran.status ?? 1);
