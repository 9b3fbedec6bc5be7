import { createHash } from 'node:crypto';
import { getTableName, is, Table } from 'drizzle-orm';
import type { Engine } from '#db/engine/engine.ts';
import type { account } from '#db/schema/allowance.ts';
import * as schema from '#db/schema/schema.ts';

/** The door counts its own refusals: they are no act, and they are not what is asked about here. */
const TALLY = 'refusal_tally';

/** All have the type of one, since only their rows are asked for. */
export const TABLES = Object.values(schema)
  .filter((each) => is(each, Table) && getTableName(each) !== TALLY)
  .map((each) => each as typeof account);

/** A hash over every row of every table, whatever their order; equal hashes are an unchanged database. */
export function contentsOf(engine: Pick<Engine, 'read'>): Promise<Readonly<Record<string, string>>> {
  return engine.read(async (tx) => {
    const hashes: Record<string, string> = {};
    for (const table of TABLES) {
      const rows = await tx.select().from(table);
      const written = rows.map((row) => JSON.stringify(row, asHex)).sort();
      hashes[getTableName(table)] = createHash('sha256').update(written.join('\n')).digest('hex');
    }
    return hashes;
  });
}

const asHex = (_: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);
