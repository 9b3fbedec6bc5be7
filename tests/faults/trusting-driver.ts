import pg from 'pg';

// The controls: PostgreSQL without one of the protections of db/engine/postgres-doubt.ts. Each returns what puts it back.

/** An act that finds itself done says so at once, and waits for no standby. */
export function withoutAssurance(): () => void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, asked: unknown, ...rest: unknown[]) {
    const text = typeof asked === 'string' ? asked.replace(/pg_logical_emit_message\(.*?\)/, 'NULL') : asked;
    return (query as (...words: unknown[]) => unknown).call(this, text, ...rest);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
}

/** A commit that was let go alone is taken for a success, as the driver takes it. */
export function withoutDoubt(): () => void {
  const { on } = pg.Client.prototype;
  pg.Client.prototype.on = function (this: pg.Client, event: string, listener: (...said: unknown[]) => void) {
    return event === 'notice' ? this : (on as (...words: unknown[]) => unknown).call(this, event, listener);
  } as typeof on;
  return () => {
    pg.Client.prototype.on = on;
  };
}
