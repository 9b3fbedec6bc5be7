import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../engine/sqlite.ts';
import { checkpointKeyIn } from '../keys/keys.ts';
import { readCheckpoint } from './checkpoint.ts';
import { type Verified, verifyMarket } from './verify.ts';

/**
 * Verifies the market of a data folder against its newest checkpoint, or one that was kept elsewhere. It only reads, also while a
 * server runs. @throws if there is no market or the checkpoint is false.
 */
export function verifyFolder(folder: string, elsewhere?: string): Verified {
  const file = join(folder, 'serai.db');
  if (!existsSync(file)) throw new Error(`There is no market in ${folder}. Name its folder, or set SERAI_DATA.`);
  const own = join(folder, 'checkpoint.json');
  const from = elsewhere ?? (existsSync(own) ? own : undefined);
  const checkpoint = from === undefined ? undefined : readCheckpoint(from, checkpointKeyIn(join(folder, 'keys')));
  const connection = connect(file, { readonly: true });
  try {
    return verifyMarket(connection, checkpoint);
  } finally {
    connection.close();
  }
}
