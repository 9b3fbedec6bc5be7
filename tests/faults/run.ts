import { spawnSync } from 'node:child_process';
import { postgresPrograms } from '../support/postgres-server.ts';
import { type EngineName, enginesOf, type Fault } from './fault.ts';
import { FAULTS } from './faults.ts';

// npm run faults [-- NAME ...] [--size N] [--on sqlite|15|18]: the promises at full size, or at the size given, on each engine they are
// made for, or on the one given. Exit 1 if one is broken or a control holds.
const words = process.argv.slice(2);
const size = optionOf('--size') ?? 'full';
const on = optionOf('--on');
const unknown = words.filter((name) => FAULTS[name] === undefined);
if (unknown.length > 0) leave(`no such fault: ${unknown.join(', ')}; there are ${Object.keys(FAULTS).join(', ')}`);
const versions = postgresPrograms().map(({ version }) => String(version));
if (on !== undefined && on !== 'sqlite' && !versions.includes(on))
  leave(`no ${on} here; there are sqlite, ${versions.join(', ')}`);

const chosen = Object.entries(FAULTS).filter(([name]) => words.length === 0 || words.includes(name));
let failed = 0;
if (on === undefined || on === 'sqlite') failed += await tried('sqlite', undefined);
if (on !== 'sqlite' && versions.length > 0) failed += await tried('postgres', on ?? versions[0]);
console.log(failed === 0 ? 'faults: none' : `faults: ${failed}`);
process.exit(failed === 0 ? 0 : 1);

/** A process knows one engine: the faults of each have their own. @returns how many did not hold. */
async function tried(engine: EngineName, version: string | undefined): Promise<number> {
  const names = chosen.filter(([, fault]: readonly [string, Fault]) => enginesOf(fault).includes(engine)).map(([name]) => name);
  if (names.length === 0) return 0;
  if (version !== undefined) process.env.SERAI_TEST_POSTGRES = version;
  const { default: setup } = await (engine === 'sqlite'
    ? import('../support/seeded-image.ts')
    : import('../support/postgres-image.ts'));
  const tearDown = await setup();
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/faults/faults-process.ts', size, ...names],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL: engine === 'sqlite' ? '' : 'as the fault opens it' } },
  );
  await tearDown();
  return status ?? names.length;
}

function optionOf(name: string): string | undefined {
  const at = words.indexOf(name);
  return at === -1 ? undefined : words.splice(at, 2)[1];
}

function leave(saying: string): never {
  console.error(saying);
  process.exit(2);
}
