import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyToSqlite } from '../engine/copy-to-sqlite.ts';
import { poolOf } from '../engine/postgres-pool.ts';
import { connect } from '../engine/sqlite.ts';
import { checkpointKeyIn, marketKeyIn } from '../keys/keys.ts';
import { readCheckpoint } from './checkpoint.ts';
import { type Verified, verifyMarket } from './verify.ts';

/**
 * Verifies the market of a data folder against its newest checkpoint, or one that was kept elsewhere. It only reads, also while a
 * server runs. @throws if there is no market or the checkpoint is false.
 */
export function verifyFolder(folder: string, elsewhere?: string): Verified {
  const file = join(folder, 'serai.db');
  if (!existsSync(file)) throw new Error(`There is no market in ${folder}. Name its folder, or set SERAI_DATA.`);
  return verifyFile(file, { folder, keys: join(folder, 'keys'), elsewhere });
}

type Beside = { readonly folder: string; readonly keys: string; readonly elsewhere: string | undefined };

/** The same of a market on PostgreSQL, as it stands at one instant. `folder` has its checkpoint, `keys` its keys. */
export async function verifyDatabase(url: string, beside: Beside): Promise<Verified> {
  const place = mkdtempSync(join(tmpdir(), 'serai-verify-'));
  const pool = poolOf(url);
  try {
    await copyToSqlite(pool, join(place, 'serai.db'));
    return verifyFile(join(place, 'serai.db'), beside);
  } finally {
    await pool.end();
    rmSync(place, { recursive: true, force: true });
  }
}

function verifyFile(file: string, { folder, keys, elsewhere }: Beside): Verified {
  const own = join(folder, 'checkpoint.json');
  const from = elsewhere ?? (existsSync(own) ? own : undefined);
  const checkpoint = from === undefined ? undefined : readCheckpoint(from, checkpointKeyIn(keys));
  const connection = connect(file, { readonly: true });
  try {
    return verifyMarket(connection, checkpoint, marketKeyIn(keys));
  } finally {
    connection.close();
  }
}
