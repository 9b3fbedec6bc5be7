import { randomUUID } from 'node:crypto';
import pg from 'pg';

const NEWS = 'serai_written';
/** How often, at most, other processes hear that something was written. */
const EVERY_MS = 100;
/** How soon a connection that broke is made again, until it stands. */
const AGAIN_MS = 1_000;

export type News = { tell(): void; listen(listener: () => void): () => void; close(): Promise<void> };

/** Says to this process at once, and to the others soon, that something was written. */
export async function newsOf(url: string, pool: pg.Pool): Promise<News> {
  const self = randomUUID();
  const listeners = new Set<() => void>();
  const hear = () => {
    for (const listener of listeners) listener();
  };
  let waiting: NodeJS.Timeout | undefined;
  let closed = false;
  let ear: pg.Client | undefined;
  const attend = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'serai news', keepAlive: true });
    client.on('notification', ({ payload }) => {
      if (payload !== self) hear();
    });
    client.on('error', attendAgain);
    await client.connect();
    await client.query(`LISTEN ${NEWS}`);
    ear = client;
  };
  let again: NodeJS.Timeout | undefined;
  const attendAgain = (): void => {
    if (closed || again !== undefined) return;
    again = setTimeout(() => {
      again = undefined;
      // What was written meanwhile was told to nobody here.
      attend().then(hear, attendAgain);
    }, AGAIN_MS).unref();
  };
  await attend();
  return {
    tell() {
      hear();
      waiting ??= setTimeout(() => {
        waiting = undefined;
        if (!closed) pool.query('SELECT pg_notify($1, $2)', [NEWS, self]).catch(() => {});
      }, EVERY_MS);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(waiting);
      clearTimeout(again);
      await ear?.end();
    },
  };
}
