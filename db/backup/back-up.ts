import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Engine } from '../engine/engine.ts';
import { connect } from '../engine/sqlite.ts';
import { headsOf, signedCheckpoint } from '../evidence/checkpoint.ts';
import type { Keys } from '../keys/keys.ts';
import * as schema from '../schema/schema.ts';
import { findMarket } from '../stores/market.ts';
import { sealFile } from './sealed-file.ts';
import { outlived } from './thinning.ts';

const ENDING = '.serai';

/** Copies the market while it sells, seals the copy with the backup key and lets old ones go. @returns the new file. */
export async function backUp(of: { engine: Engine; keys: Keys; into: string; now: string }): Promise<string> {
  const { engine, keys, into, now } = of;
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const plain = join(into, `.${stampOf(now)}.plain`);
  const sealed = join(into, `${stampOf(now)}${ENDING}`);
  try {
    await engine.copyTo(plain);
    await sealFile(plain, `${sealed}.partial`, keys.backupKey, await labelFor(plain, keys, now));
    renameSync(`${sealed}.partial`, sealed);
    syncFolder(into);
  } finally {
    for (const rest of [plain, `${plain}-wal`, `${plain}-shm`, `${sealed}.partial`]) rmSync(rest, { force: true });
  }
  for (const gone of outlived(backupsIn(into), now)) rmSync(join(into, `${stampOf(gone)}${ENDING}`));
  return sealed;
}

/** The instants of the backups in a folder. */
export const backupsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => instantOf(name.slice(0, -ENDING.length)))
    .sort();

/** Instants as file names: no colon, which some disks refuse. */
const stampOf = (instant: string): string => instant.replaceAll(':', '');
const instantOf = (stamp: string): string => stamp.replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');

/** Where the chains of the copy stand, signed, so that it goes with the copy wherever that goes. */
async function labelFor(copy: string, keys: Keys, at: string) {
  const file = connect(copy);
  try {
    const tx = drizzle(file, { schema, casing: 'snake_case' });
    const market = (await findMarket(tx)) ?? '';
    return { market, at, checkpoint: signedCheckpoint(keys, { market, at, heads: await headsOf(tx) }) };
  } finally {
    file.close();
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
