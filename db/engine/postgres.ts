import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from '../schema/schema.ts';
import { copyToSqlite } from './copy-to-sqlite.ts';
import { BATCHES, Busy, type Engine, type Tx, Undo } from './engine.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { Away, assure, begin, commit, inTime, isAway, saidBy } from './postgres-doubt.ts';
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
  return engineOver(pool, poolOf(url), await newsOf(url, pool));
}

/** Who reads has connections of their own: acts that wait for a standby hold theirs. */
function engineOver(pool: pg.Pool, readers: pg.Pool, news: News): Engine {
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
      return count(await inTime(untilDone(pool, run, news)));
    },
    async read<T>(run: (tx: Tx) => Promise<T>, { lasting = false } = {}): Promise<T> {
      if (lasting) return inTime(untilDone(pool, run, news));
      return onConnection(readers, async (client) => {
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
      await readers.end();
    },
  };
}

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
  const client = await pool.connect().catch(sayAway);
  let broken: Error | undefined;
  const breaks = (fault: Error) => {
    broken = fault;
  };
  client.on('error', breaks);
  try {
    return await run(client);
  } catch (fault) {
    if (isAway(fault)) broken ??= fault as Error;
    return sayAway(fault);
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}

function sayAway(fault: unknown): never {
  throw isAway(fault) ? new Away() : fault;
}

/** Runs an act again whole for as long as others were in its way. */
async function untilDone<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>, news: News): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await oneTry(pool, run, news);
    } catch (fault) {
      const said = saidBy(fault);
      const code = (said instanceof pg.DatabaseError && said.code) || '';
      if (!RUN_AGAIN.has(code)) throw fault;
      if (tried === MOST_TRIES) throw code === '23505' ? fault : new Busy();
      await pause(Math.random() * Math.min(200, 2 ** tried));
    }
  }
}

/** Nothing is told to anybody before the commit has come back. */
async function oneTry<T>(pool: pg.Pool, run: (tx: Tx) => Promise<T>, news: News): Promise<T> {
  return onConnection(pool, async (client) => {
    await begin(client);
    try {
      const value = await run(overClient(client));
      const { wrote } = await assure(client);
      await commit(client);
      if (wrote) news.tell();
      return value;
    } catch (fault) {
      await client.query('ROLLBACK').catch(() => {});
      if (fault instanceof Undo) return fault.value;
      throw fault;
    }
  });
}
