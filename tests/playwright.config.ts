import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const WORKERS = 2;
const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177);
/** Each worker has a market of its own: two cannot stand at one till. */
const portOf = (worker: number): number => PORT + 1000 * worker;
process.env.SERAI_JOURNEY_DATA ??= mkdtempSync(join(tmpdir(), 'serai-journeys-'));

export default defineConfig({
  testDir: './journeys',
  testIgnore: process.env.SERAI_PICTURES ? [] : ['**/pictures.spec.ts'],
  outputDir: '../test-results',
  workers: WORKERS,
  // How long a loaded machine may take, not how long anything should: nothing waits when it need not.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json']],
  use: {
    baseURL: `http://localhost:${portOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0))}`,
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: Array.from({ length: WORKERS }, (_, worker) => ({
    command: 'node --disable-warning=ExperimentalWarning app/server.ts',
    cwd: '..',
    url: `http://localhost:${portOf(worker)}/readyz`,
    timeout: 120_000,
    env: {
      ...(process.env as Record<string, string>),
      NODE_ENV: 'production',
      PORT: String(portOf(worker)),
      SERAI_DATA: join(process.env.SERAI_JOURNEY_DATA ?? tmpdir(), String(worker)),
      SERAI_NOW: '2026-11-18T07:00:00.000Z',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  })),
});
