import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/{rules,operations,api,architecture}/**/*.test.ts'],
    // Needs PostgreSQL beside SQLite: tests/vitest.postgres.config.ts runs it.
    exclude: ['tests/operations/engines.test.ts'],
    globalSetup: ['tests/support/seeded-image.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
