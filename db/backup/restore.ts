import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect } from '../engine/sqlite.ts';
import { verifyFolder } from '../evidence/verify-folder.ts';
import { checkpointKeyIn } from '../keys/keys.ts';
import { copyKeys } from './copy-keys.ts';
import { labelOf, unsealFile } from './sealed-file.ts';

export type Restored = { readonly at: string; readonly acts: number; readonly rows: number; readonly sold: boolean };

/**
 * Opens a backup into a new folder and lets it be a market only once it proved itself: the file is whole, its checkpoint is this
 * market's, every chain, row, sum and reference is true, and `sellsOnce` could sell there.
 * @throws with what is wrong; then there is no folder.
 */
export async function restore(
  backup: string,
  of: { keys: string; folder: string },
  sellsOnce: (folder: string) => Promise<boolean>,
): Promise<Restored> {
  if (existsSync(of.folder)) throw new Error(`${of.folder} is there already. A backup is restored into a new folder.`);
  const making = join(dirname(of.folder), `.restoring-${process.pid}`);
  mkdirSync(making, { recursive: true, mode: 0o700 });
  try {
    const { at, checkpoint } = labelOf(backup);
    const key = Buffer.from(readFileSync(join(of.keys, 'backup'), 'utf8').trim(), 'hex');
    await unsealFile(backup, join(making, 'serai.db'), key);
    await copyKeys(of.keys, join(making, 'keys'));
    if (checkpointKeyIn(of.keys) !== checkpoint.publicKey) throw new Error(`${backup} is another market's than these keys.`);
    writeFileSync(join(making, 'checkpoint.json'), JSON.stringify(checkpoint), { mode: 0o600 });
    mustBeWhole(join(making, 'serai.db'));
    const { acts, rows, faults } = await verifyFolder(making);
    const [first] = faults;
    if (first !== undefined) throw new Error(`${backup} is false: ${first.table} ${first.id} ${first.wrong}.`);
    const sold = await sellsOnce(making);
    renameSync(making, of.folder);
    return { at, acts, rows, sold };
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function mustBeWhole(path: string): void {
  const file = connect(path, { readonly: true });
  const said = file.pragma('integrity_check', { simple: true });
  file.close();
  if (said !== 'ok') throw new Error(`The file in the backup is damaged: ${said}`);
}
