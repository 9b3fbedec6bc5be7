import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SQL } from 'drizzle-orm';
import pg from 'pg';
import type { Engine, Tx } from '#db/engine/engine.ts';
import { openPostgres } from '#db/engine/postgres.ts';
import { openInMemory } from '#db/engine/sqlite.ts';
import { TABLES } from './contents.ts';

/** A fresh copy of the seeded market, or an empty one, on the engine that this run of the tests is for. */
export async function testEngine(contents: 'seeded' | 'empty'): Promise<Engine> {
  if (process.env.DATABASE_URL) return onPostgres(contents === 'seeded' ? 'image' : 'empty');
  return openInMemory(contents === 'seeded' ? readFileSync(join(process.env.SERAI_TEST_FOLDER ?? '', 'image.db')) : undefined);
}

async function onPostgres(template: string): Promise<Engine> {
  const url = (name: string) => (process.env.SERAI_TEST_POSTGRES_URL ?? '').replace('DATABASE', name);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  await client.end();
  return openPostgres(url(name));
}

/** All that the market has written, deleted rows on SQLite's free pages included: what a thief of the file would read. */
export async function bytesOf(engine: Engine): Promise<Buffer> {
  if ('image' in engine) return (engine as ReturnType<typeof openInMemory>).image();
  return Buffer.from(
    await engine.read(async (tx) => {
      const rows: unknown[] = [];
      for (const table of TABLES) rows.push(...(await tx.select().from(table)));
      return JSON.stringify(rows);
    }),
  );
}

/** Runs a statement that drizzle has no words for. */
export async function runIn(tx: Tx, statement: SQL): Promise<void> {
  if (process.env.DATABASE_URL) await (tx as unknown as { execute(statement: SQL): Promise<unknown> }).execute(statement);
  else tx.run(statement);
}
