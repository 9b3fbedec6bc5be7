// npm test: installs, finds a browser, runs every check and ends with the count. --fast leaves Chromium out; --journeys runs only it; --full at full size; --pictures makes README's.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { chromium } from './chromium.mjs';
import { environment, install, root } from './install.mjs';
import { postgresVersions } from './postgres.mjs';

const flags = new Set(process.argv.slice(2).filter((word) => ['--fast', '--journeys', '--full', '--pictures'].includes(word)));
const rest = process.argv.slice(2).filter((word) => !flags.has(word));
const reports = mkdtempSync(join(tmpdir(), 'serai-reports-'));
/** Visits, search, what changed on a shelf, reports, and the engines side by side; `--full` runs every test of a market on PostgreSQL too. */
const ON_BOTH_ENGINES = [
  'tests/api/visit',
  'tests/api/search',
  'tests/api/changed-goods',
  'tests/api/reports',
  'tests/api/fiscal',
  'tests/operations/engines',
];
const counts = { passed: 0, failed: 0 };

install();
const onlyPages = flags.has('--journeys') || flags.has('--pictures');
if (!onlyPages) {
  check('format and lint', 'biome', ['check', '--error-on-warnings', '.']);
  check('types', 'tsc', ['--noEmit', '-p', '.']);
  check('dead code', 'knip', ['--config', 'tests/architecture/knip.json']);
  vitest('tests/vitest.config.ts');
  for (const version of postgresVersions())
    vitest('tests/vitest.postgres.config.ts', flags.has('--full') ? [] : ON_BOTH_ENGINES, { SERAI_TEST_POSTGRES: version });
}
if (!flags.has('--fast')) {
  build();
  try {
    playwright(chromium());
  } catch (fault) {
    console.error(fault.message);
    add(0, 1);
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`Tests: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);

function run(command, words, more = {}) {
  return spawnSync(command, words, { cwd: root, stdio: 'inherit', env: environment(more) }).status ?? 1;
}

/** A check that has no cases of its own counts as one. */
function check(name, command, words) {
  const ok = run(command, words) === 0;
  counts[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? '✓' : '✗'} ${name}`);
}

function vitest(config, files = [], more = {}) {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const status = run(
    'vitest',
    ['run', '--config', config, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...files],
    more,
  );
  const { numPassedTests, numFailedTests } = readReport(report, { numPassedTests: 0, numFailedTests: 1 });
  add(numPassedTests, Math.max(numFailedTests, status === 0 ? 0 : 1));
}

function playwright(browser) {
  const report = join(reports, 'playwright.json');
  const status = run(
    'playwright',
    ['test', '--config', 'tests/playwright.config.ts', ...(flags.has('--pictures') ? ['pictures'] : []), ...rest],
    {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      SERAI_FULL: flags.has('--full') ? '1' : '',
      SERAI_PICTURES: flags.has('--pictures') ? '1' : '',
    },
  );
  const { stats } = readReport(report, { stats: { expected: 0, unexpected: 1, flaky: 0 } });
  add(stats.expected + stats.flaky, Math.max(stats.unexpected, status === 0 ? 0 : 1));
}

function add(passed, failed) {
  counts.passed += passed;
  counts.failed += failed;
}

function readReport(file, otherwise) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return otherwise;
  }
}
