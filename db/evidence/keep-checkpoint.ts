import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Keys } from '../keys/keys.ts';
import { findMarket } from '../stores/market.ts';
import { headsOf, signedCheckpoint } from './checkpoint.ts';

/** Signs where every chain stands and puts it in the place of the checkpoint before: a power cut leaves the one or the other. */
export async function keepCheckpoint(folder: string, keys: Keys, engine: Pick<Engine, 'read'>, at: string): Promise<void> {
  const { market, heads } = await engine.read(async (tx) => ({ market: (await findMarket(tx)) ?? '', heads: await headsOf(tx) }));
  const place = join(folder, 'checkpoint.json');
  mkdirSync(folder, { recursive: true });
  const file = openSync(`${place}.new`, 'w', 0o600);
  writeSync(file, JSON.stringify(signedCheckpoint(keys, { market, at, heads })));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${place}.new`, place);
}
