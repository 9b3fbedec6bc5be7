import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

type Cruised = { summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] } };

/** A cruiser that cannot read TypeScript sees nothing and finds all well: hence the floor. */
const FEWEST_MODULES = 250;

test('nobody imports what they may not', () => {
  const output = execFileSync(
    'depcruise',
    ['app', 'db', 'lib', 'bin', '--config', 'tests/architecture/dependency-cruiser.cjs', '--output-type', 'json'],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { summary } = JSON.parse(output) as Cruised;
  expect(summary.totalCruised).toBeGreaterThan(FEWEST_MODULES);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});
