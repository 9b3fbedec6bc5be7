import type pg from 'pg';
import { migrationsIn } from './migrations.ts';

/** Any number will do: processes that start together wait for one another. */
const TURN = 5_872_101;

/**
 * Brings a database to the newest schema, each migration in one transaction, one process at a time.
 * @throws if a migration that already ran has been edited.
 */
export async function migratePostgres(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TURN]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL)',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM migration');
    for (const { name, statements, sha256 } of migrationsIn('postgres', rows)) {
      await client.query('BEGIN');
      await client.query(statements);
      await client.query('INSERT INTO migration (name, sha256, ran_at) VALUES ($1, $2, $3)', [
        name,
        sha256,
        new Date().toISOString(),
      ]);
      await client.query('COMMIT');
    }
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TURN]).catch(() => {});
    client.release();
  }
}
