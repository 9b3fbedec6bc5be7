import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { seraiOver } from '#app/serai.ts';
import { readSettings } from '#app/settings.ts';
import { openInMemory } from '#db/engine/sqlite.ts';
import { openKeys } from '#db/keys/keys.ts';
import { openMarket } from '#db/seed/open-market.ts';
import { TEST_NOW } from './test-now.ts';

/** Seeds the demo market once for all tests; each test then opens its own copy of the image. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'serai-test-'));
  const engine = openInMemory();
  const keys = openKeys(join(folder, 'keys'));
  const serai = seraiOver({ settings: readSettings({ SERAI_NOW: TEST_NOW }), engine, keys, log: pino({ level: 'silent' }) });
  await openMarket(serai);
  writeFileSync(join(folder, 'image.db'), engine.image());
  await serai.close();
  const before = process.env.SERAI_TEST_FOLDER;
  process.env.SERAI_TEST_FOLDER = folder;
  return () => {
    process.env.SERAI_TEST_FOLDER = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
