import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connect } from '#db/engine/sqlite.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import { asOfBefore } from '../support/of-before.ts';
import { aGround, ended, freePort, serve } from './a-process.ts';
import type { Fault } from './fault.ts';
import { aSale, send } from './tills.ts';

const TILLS = 8;
const MIGRATIONS_OF_BEFORE = 7;

/** A market of the version before is started by this one while its tills already send, and go on sending until they are answered. */
export const oldVersion: Fault = {
  about:
    'a market of the version before is migrated while tills send: no row is lost, no answered sale is lost, all of it is proven',
  full: 5,
  small: 1,
  async run(size) {
    const sum = { sold: 0, tries: 0, wrong: 0, slowestMs: 0 };
    for (let i = 0; i < size; i += 1) {
      const one = await aStart();
      sum.sold += one.sold;
      sum.tries += one.tries;
      sum.wrong += one.wrong;
      sum.slowestMs = Math.max(sum.slowestMs, one.ms);
    }
    return {
      said: `${size} starts, ${sum.sold} sales sent ${sum.tries} times: ${sum.wrong} lost or false; first answers after ${Math.round(sum.slowestMs)} ms at most; control with foreign keys on: ${eatenByCascade()} rows eaten`,
      broken: sum.wrong,
      control: eatenByCascade(),
    };
  },
};

async function aStart() {
  const ground = await aGround(40);
  try {
    const place = join(ground.folder, 'serai.db');
    writeFileSync(place, asOfBefore(readFileSync(place), MIGRATIONS_OF_BEFORE));
    const sales = Array.from({ length: TILLS * 5 }, (_, n) => aSale(ground, n));
    let tries = 0;
    const began = performance.now();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    let ms = 0;
    const all = Promise.all(
      sales.map(async (sale) => {
        for (let done = false; !done; ) {
          tries += 1;
          const answers = await Promise.all([send(origin, sale), send(origin, sale)]);
          done = answers.some((answer) => answer?.status === 201 || answer?.status === 200);
          if (done) ms ||= performance.now() - began;
          else await new Promise((later) => setTimeout(later, 100));
        }
      }),
    );
    const served = await serve(ground.folder, { at: port });
    await all;
    await ended(served, 'SIGKILL');
    const file = connect(place, { readonly: true });
    const sold = new Set(file.prepare<[], string>('SELECT id FROM sale').pluck().all());
    const wrong = sales.filter(({ id }) => !sold.has(id)).length + verifyMarket(file).faults.length;
    file.close();
    return { sold: sales.length, tries, wrong, ms };
  } finally {
    ground.remove();
  }
}

/** What a rebuilt table does to its children where foreign keys stay on, as drizzle's own migrator leaves them. */
function eatenByCascade(): number {
  const file = new Database(':memory:');
  file.pragma('foreign_keys = ON');
  file.exec(`CREATE TABLE parent (id text PRIMARY KEY); CREATE TABLE child (parent text REFERENCES parent(id) ON DELETE CASCADE);
    INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('p'), ('p');
    CREATE TABLE rebuilt (id text PRIMARY KEY); INSERT INTO rebuilt SELECT id FROM parent;`);
  file.transaction(() => file.exec('DROP TABLE parent; ALTER TABLE rebuilt RENAME TO parent'))();
  const left = file.prepare('SELECT count(*) FROM child').pluck().get() as number;
  file.close();
  return 2 - left;
}
