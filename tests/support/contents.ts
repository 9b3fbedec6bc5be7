import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Engine } from '#db/engine/engine.ts';

/** The door counts its own refusals: they are no act, and they are not what is asked about here. */
const TALLY = 'refusal_tally';

/** A hash over every row of every table, whatever their order; equal hashes are an unchanged database. */
export function contentsOf(engine: Pick<Engine, 'read'>): Promise<Readonly<Record<string, string>>> {
  return engine.read(async (tx) => {
    const tables = await tx.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name <> ${TALLY} order by name`,
    );
    const hashes: Record<string, string> = {};
    for (const { name } of tables) {
      const rows = await tx.all<object>(sql.raw(`select * from "${name}"`));
      const written = rows.map((row) => JSON.stringify(row, asHex)).sort();
      hashes[name] = createHash('sha256').update(written.join('\n')).digest('hex');
    }
    return hashes;
  });
}

const asHex = (_: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);
