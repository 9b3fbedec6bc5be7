import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openSqlite } from '#db/engine/sqlite.ts';
import { rememberAct } from '#db/stores/acts.ts';
import { beginAct } from '#db/stores/evidence.ts';
import { MACHINE } from '#lib/staff/actor.ts';

// node ledger-process.ts FOLDER ACTS CLIENTS [normal]: acts as fast as the engine commits them; prints ACK and the id once each is answered.
const [folder = '', acts = '0', clients = '1', control] = process.argv.slice(2);
if (control === 'normal') withoutFull();

const engine = openSqlite(folder);
let next = 0;

const act = (id: string): Promise<void> =>
  engine.transact(async (tx) => {
    beginAct(tx);
    await rememberAct(
      tx,
      { actor: MACHINE, now: new Date().toISOString(), newId: () => `audit-${id}` },
      {
        id,
        kind: 'ring-up-sale',
        bodyHash: id,
        answer: { goods: 'x'.repeat(900) },
        origin: 'live',
        occurredAt: new Date().toISOString(),
        subject: id,
        facts: {},
      },
    );
  });

await Promise.all(
  Array.from({ length: Number(clients) }, async () => {
    while (next < Number(acts)) {
      next += 1;
      const id = `act-${next}`;
      await act(id);
      writeSync(1, `ACK ${id}\n`);
    }
  }),
);
// As a power cut finds it: nothing is closed.
process.exit(0);

/** The control: what better-sqlite3 would do by itself when it opens a WAL file again. */
function withoutFull(): void {
  const pragma = Database.prototype.pragma;
  Database.prototype.pragma = function (this: Database.Database, source: string, options?: Database.PragmaOptions): unknown {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = NORMAL');
    if (source === 'synchronous') return 2;
    return pragma.call(this, source, options);
  } as typeof pragma;
}
