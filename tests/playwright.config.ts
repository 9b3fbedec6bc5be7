import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const PORT = Number(process.env.SERAI_TEST_PORT ?? 3177);
process.env.SERAI_JOURNEY_DATA ??= mkdtempSync(join(tmpdir(), 'serai-journeys-'));

export default defineConfig({
  testDir: './journeys',
  testIgnore: process.env.SERAI_PICTURES ? [] : ['**/pictures.spec.ts'],
  outputDir: '../test-results',
  workers: 1,
  timeout: 60_000,
  reporter: [['line'], ['json']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
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
  webServer: {
    command: 'node --disable-warning=ExperimentalWarning app/server.ts',
    cwd: '..',
    url: `http://localhost:${PORT}/readyz`,
    timeout: 120_000,
    env: {
      ...(process.env as Record<string, string>),
      NODE_ENV: 'production',
      PORT: String(PORT),
      SERAI_DATA: process.env.SERAI_JOURNEY_DATA,
      SERAI_NOW: '2026-11-18T07:00:00.000Z',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
