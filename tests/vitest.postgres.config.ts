import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

// The same tests on PostgreSQL: every one that asks a market or an operation.
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [], globalSetup: [] } },
  defineConfig({
    test: {
      include: ['tests/{operations,api}/**/*.test.ts'],
      // About SQLite's own file and pragmas.
      exclude: ['backup', 'benches', 'engine', 'evidence', 'faults'].map((name) => `tests/operations/${name}.test.ts`),
      globalSetup: ['tests/support/postgres-image.ts'],
      env: { DATABASE_URL: 'as the test opens it' },
    },
  }),
);
