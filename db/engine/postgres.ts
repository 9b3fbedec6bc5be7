import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from '../schema/schema.ts';
import { copyToSqlite } from './copy-to-sqlite.ts';
import { BATCHES, Busy, type Engine, type Tx, Undo } from './engine.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { type News, newsOf } from './postgres-news.ts';
import { poolOf } from './postgres-pool.ts';
import { preparesBy } from './statements.ts';

const MOST_WAITING = 1_000;
const MOST_TRIES = 12;

/** Serialisable conflict, deadlock, and a row that another act made first: the same act is run again on what is there now. */
const RUN_AGAIN: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);

/** Opens a market on PostgreSQL, migrates it and keeps a pool of connections. Several processes may have the same one open. */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = poolOf(url);
  try {
    await migratePostgres(pool);
  } catch (fault) {
    await pool.end();
    throw fault;
  }
  return engineOver(pool, await newsOf(url, pool));
}

function engineOver(pool: pg.Pool, news: News): Engine {
  let closed = false;
  // Each act is a commit of its own here: others share the flush inside the server.
  const done = { acts: 0, commits: 0, batches: BATCHES.map(() => 0) };
  const count = <T>(value: T): T => {
    done.acts += 1;
    done.commits += 1;
    done.batches[0] = done.acts;
    return value;
  };
  return {
    async transact<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
      if (closed) throw new Error('The market is closing.');
      if (pool.waitingCount >= MOST_WAITING) throw new Busy();
      for (let tried = 1; ; tried += 1) {
        try {
          return count(await oneTry(pool, run, news));
        } catch (fault) {
          if (isAway(fault)) throw new InDoubt();
          const said = saidBy(fault);
          const code = (said instanceof pg.DatabaseError && said.code) || '';
          if (!RUN_AGAIN.has(code)) throw fault;
          if (tried === MOST_TRIES) throw code === '23505' ? fault : new Busy();
          await pause(Math.random() * Math.min(200, 2 ** tried));
        }
      }
    },
    async read<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
      return onConnection(pool, async (client) => {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        try {
          return await run(overClient(client));
        } finally {
          await client.query('ROLLBACK');
        }
      });
    },
    onCommit: news.listen,
    figures: () => ({ ...done, batches: [...done.batches], waiting: pool.waitingCount, walBytes: 0, diskFull: false }),
    copyTo: (file) => copyToSqlite(pool, file),
    async close() {
      closed = true;
      await news.close();
      await pool.end();
    },
  };
}

/** What the driver or the server said, which drizzle wraps. */
const saidBy = (fault: unknown): unknown => (fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault);

/** The server went away, is starting, or no longer takes writes: another will, soon. */
function isAway(fault: unknown): boolean {
  const said = saidBy(fault);
  if (said instanceof pg.DatabaseError) return AWAY.has(said.code ?? '');
  return (
    said instanceof Error &&
    ('syscall' in said ||
      /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/.test(said.message))
  );
}

const AWAY: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03', '08006', '25006']);

const overClients = new WeakMap<pg.PoolClient, Tx>();

/** One for each connection, so that what is kept of its queries stays. */
function overClient(client: pg.PoolClient): Tx {
  const known = overClients.get(client);
  if (known !== undefined) return known;
  const tx = drizzle(client, { schema, casing: 'snake_case' }) as unknown as Tx;
  overClients.set(client, tx);
  preparesBy(tx, (text) => async (values) => (await client.query({ text, values: [...values], rowMode: 'array' })).rows);
  return tx;
}

/** A connection whose transaction is in doubt is not used again. */
async function onConnection<T>(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const breaks = (fault: Error) => {
    broken = fault;
  };
  client.on('error', breaks);
  try {
    return await run(client);
  } catch (fault) {
    if (isAway(fault) || fault instanceof InDoubt) broken ??= fault as Error;
    throw fault;
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}

/** Nothing is told to anybody before the commit has come back. */
async function oneTry<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>, news: News): Promise<T> {
  return onConnection(pool, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    try {
      const value = await run(overClient(client));
      const { rows } = await client.query<{ wrote: boolean }>(ASSURE);
      await commit(client);
      if (rows[0]?.wrote === true) news.tell();
      return value;
    } catch (fault) {
      await client.query('ROLLBACK').catch(() => {});
      if (fault instanceof Undo) return fault.value;
      throw fault;
    }
  });
}

/**
 * An act that only found itself done already has written nothing, and its commit would wait for no standby: it could say "recorded" of
 * what a failover then loses. A message in the log makes it wait as if it had written.
 */
const ASSURE = `SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote,
  CASE WHEN pg_current_xact_id_if_assigned() IS NULL THEN pg_logical_emit_message(true, 'serai', '') END`;

/** The commit stands here but perhaps nowhere else: the caller asks again with the same id. */
class InDoubt extends Busy {}

async function commit(client: pg.PoolClient): Promise<void> {
  let isAlone = false;
  // "canceling wait for synchronous replication": the driver would return as if all were well.
  const warned = ({ severity }: { severity?: string | undefined }) => {
    if (severity === 'WARNING') isAlone = true;
  };
  client.on('notice', warned);
  try {
    await client.query('COMMIT');
  } finally {
    client.off('notice', warned);
  }
  if (isAlone) throw new InDoubt();
}
