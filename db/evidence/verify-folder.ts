import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyToSqlite } from '../engine/copy-to-sqlite.ts';
import { poolOf } from '../engine/postgres-pool.ts';
import { connect } from '../engine/sqlite.ts';
import { checkpointKeyIn, marketKeyIn } from '../keys/keys.ts';
import { readCheckpoint } from './checkpoint.ts';
import { sharesOf } from './shares.ts';
import { type Verified, verifyMarket } from './verify.ts';
import { verifyElsewhere } from './verify-elsewhere.ts';

/**
 * Verifies the market of a data folder against its newest checkpoint, or one that was kept elsewhere. It only reads, also while a
 * server runs. @throws if there is no market or the checkpoint is false.
 */
export async function verifyFolder(folder: string, elsewhere?: string): Promise<Verified> {
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
    return await verifyFile(join(place, 'serai.db'), beside);
  } finally {
    await pool.end();
    rmSync(place, { recursive: true, force: true });
  }
}

/** From so many acts on a second thread is worth its start. */
const WORTH_SHARING = 10_000;

/** In two threads, where there is enough to do. */
export async function verifyFile(
  file: string,
  { folder, keys, elsewhere }: Beside,
  sharedFrom = WORTH_SHARING,
): Promise<Verified> {
  const own = join(folder, 'checkpoint.json');
  const from = elsewhere ?? (existsSync(own) ? own : undefined);
  const trust = {
    checkpoint: from === undefined ? undefined : readCheckpoint(from, checkpointKeyIn(keys)),
    marketKey: marketKeyIn(keys),
  };
  const connection = connect(file, { readonly: true });
  try {
    const acts = connection.prepare<[], number>('SELECT count(*) FROM audit').pluck().get() ?? 0;
    if (acts < sharedFrom) return verifyMarket(connection, trust);
    const [here, there] = sharesOf(connection);
    const other = verifyElsewhere(file, keys, there);
    // Awaited below; but where this thread throws first, nobody hears what stopped the other.
    other.catch(() => {});
    const one = verifyMarket(connection, trust, here);
    const { rows, faults } = await other;
    return { acts: one.acts, rows: one.rows + rows, faults: [...one.faults, ...faults] };
  } finally {
    connection.close();
  }
}
