import pg from 'pg';
import { Busy } from './engine.ts';

/** How long an act may wait for a connection, for locks and for the standby before its caller is told to ask again. */
export const PATIENCE_MS = 15_000;

/** The server does not answer, or not for sure: the act may stand there and perhaps nowhere else. The caller asks again with the same id. */
export class Away extends Busy {
  override readonly reason = 'database-away';
}

/** What the driver or the server said, which drizzle wraps. */
export const saidBy = (fault: unknown): unknown => (fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault);

/** Shutting down, crashed, starting; no connection; no connection left; a primary that has become a standby. */
const AWAY_CODES = /^(57P0[123]|08...|53300|25006)$/;
const AWAY_WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/** The server went away, is starting, or no longer takes writes: another will, soon. */
export function isAway(fault: unknown): boolean {
  const said = saidBy(fault);
  if (said instanceof Away) return true;
  if (said instanceof pg.DatabaseError) return AWAY_CODES.test(said.code ?? '');
  // A name with several addresses fails as all of them at once, with a code and no call.
  return said instanceof Error && ('syscall' in said || said instanceof AggregateError || AWAY_WORDS.test(said.message));
}

/** Begins an act. @throws Away where this cannot be done: a standby that is to be primary says so before it is. */
export async function begin(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
  } catch (fault) {
    throw fault instanceof pg.DatabaseError ? new Away() : fault;
  }
}

/**
 * An act that only found itself done already has written nothing, and its commit would wait for no standby: it could say "recorded" of
 * what a failover then loses. A message in the log makes it wait as if it had written.
 */
export async function assure(client: pg.PoolClient): Promise<{ readonly wrote: boolean }> {
  const { rows } = await client.query<{ wrote: boolean }>(ASSURE);
  return { wrote: rows[0]?.wrote === true };
}

const ASSURE = `SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote,
  CASE WHEN pg_current_xact_id_if_assigned() IS NULL THEN pg_logical_emit_message(true, 'serai', '') END`;

/** Commits. @throws Away if PostgreSQL let the commit go before the standby had it. */
export async function commit(client: pg.PoolClient): Promise<void> {
  let isAlone = false;
  // "canceling wait for synchronous replication": the driver would return as if all were well. Told by its code: words are in the server's language.
  const warned = ({ code }: { code?: string | undefined }) => {
    if (code !== '00000') isAlone = true;
  };
  client.on('notice', warned);
  try {
    await client.query('COMMIT');
  } finally {
    client.off('notice', warned);
  }
  if (isAlone) throw new Away();
}

/**
 * What an act comes to, or Away once patience ends. The commit is left waiting, never cancelled: a row that waits is seen by nobody, one
 * that was cancelled is seen before it is safe.
 */
export async function inTime<T>(act: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, fail) => {
    late = setTimeout(() => fail(new Away()), PATIENCE_MS);
  });
  try {
    return await Promise.race([act, end]);
  } finally {
    clearTimeout(late);
  }
}
