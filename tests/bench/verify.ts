import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqlite } from '#db/engine/sqlite.ts';
import { EVIDENCE } from '#db/evidence/tables.ts';
import { verifyFolder } from '#db/evidence/verify-folder.ts';
import { aMarket } from '../support/a-market.ts';
import { grow } from '../support/grown.ts';
import setup from '../support/seeded-image.ts';
import type { Row } from './measure.ts';

const SALES = Number(process.env.SERAI_BENCH_SALES ?? 75_000);

/** What verifying costs for each row of a market of about a million, against SQLite reading the same rows and doing nothing. */
export async function verifyRows(): Promise<readonly Row[]> {
  const tearDown = await setup();
  const folder = mkdtempSync(join(tmpdir(), 'serai-verify-'));
  try {
    const market = await aMarket();
    writeFileSync(join(folder, 'serai.db'), (market.serai.engine as unknown as { image(): Buffer }).image());
    await market.close();
    const engine = openSqlite(folder);
    await grow(engine, SALES);
    await engine.close();
    const read = await timed(() => readAll(join(folder, 'serai.db')));
    const walk = await timed(() => verifyFolder(folder));
    const { acts, rows, faults } = walk.value;
    if (faults[0] !== undefined) throw new Error(`a grown market is false: ${JSON.stringify(faults[0])}`);
    const all = acts + rows;
    return [
      {
        name: 'verify, a row',
        took: (walk.seconds * 1e6) / all,
        baseline: (read.seconds * 1e6) / read.value,
        against: 'reading it',
        note: `${all} rows in two threads: ${walk.wall.toFixed(1)} s by the wall clock, ${Math.round(all / walk.wall)} a second; ${walk.seconds.toFixed(1)} s of CPU`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    tearDown();
  }
}

function readAll(path: string): number {
  const file = new Database(path, { readonly: true });
  let count = 0;
  for (const name of ['audit', ...EVIDENCE.map((each) => each.name)])
    for (const _ of file.prepare(`SELECT * FROM "${name}"`).raw(true).iterate()) count += 1;
  file.close();
  return count;
}

async function timed<Value>(
  run: () => Value | Promise<Value>,
): Promise<{ readonly value: Value; readonly seconds: number; readonly wall: number }> {
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  const value = await run();
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds: (user + system) / 1e6, wall: (performance.now() - clock) / 1000 };
}
