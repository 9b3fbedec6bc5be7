import pg from 'pg';
import { PATIENCE_MS } from './postgres-doubt.ts';

const CONNECTIONS = 10;

// Sums and counts are whole numbers here: the driver's own reader hands them over as text. For the whole process, because drizzle asks no other.
for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) pg.types.setTypeParser(type, wholeNumber);

/** @throws for a number beyond 2^53. */
function wholeNumber(written: string): number {
  const number = Number(written);
  if (!Number.isSafeInteger(number)) throw new Error(`${written} is no whole number that can be counted with`);
  return number;
}

/** Connections to a PostgreSQL database. One that breaks while nobody uses it is replaced by the next that is needed. */
export function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'serai',
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
  });
  pool.on('error', () => {});
  return pool;
}
