import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyToSqlite } from '#db/engine/copy-to-sqlite.ts';
import { poolOf } from '#db/engine/postgres-pool.ts';
import { connect } from '#db/engine/sqlite.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import type { Cluster } from '../support/postgres-cluster.ts';
import { soldTimes } from './sold-times.ts';
import { type Tills, untilAnswered } from './steady-tills.ts';
import type { Sale } from './tills.ts';

/** What the primary has of these answers: its rows first, before a retry could put them there; then each sale is sent once more. */
export async function inThePrimary({ url }: Cluster, { origins }: Tills, answers: ReadonlyMap<Sale, string>) {
  const { times, faults } = await rowsOf(url);
  const there = [...answers].filter(([{ id }]) => times.has(id));
  let changed = 0;
  for (const [sale, text] of there) if ((await untilAnswered(origins, sale)) !== text) changed += 1;
  return {
    lost: answers.size - there.length,
    changed,
    doubled: there.filter(([{ id }]) => (times.get(id) ?? 0) > 1).length,
    faults,
  };
}

async function rowsOf(url: string): Promise<{ readonly times: ReadonlyMap<string, number>; readonly faults: number }> {
  const place = mkdtempSync(join(tmpdir(), 'serai-copied-'));
  const pool = poolOf(url);
  await copyToSqlite(pool, join(place, 'copy.db'));
  await pool.end();
  const file = connect(join(place, 'copy.db'), { readonly: true });
  const found = { times: soldTimes(file), faults: verifyMarket(file).faults.length };
  file.close();
  rmSync(place, { recursive: true });
  return found;
}
