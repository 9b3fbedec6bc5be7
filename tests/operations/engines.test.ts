import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq, getTableColumns, getTableName, sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { backUp } from '#db/backup/back-up.ts';
import { restore } from '#db/backup/restore.ts';
import { askIn } from '#db/engine/engine.ts';
import { openPostgres } from '#db/engine/postgres.ts';
import { verifyMarket } from '#db/evidence/verify.ts';
import { sale } from '#db/schema/sale.ts';
import { touchMarket } from '#db/stores/market.ts';
import { races } from '../faults/races.ts';
import { retries } from '../faults/retries.ts';
import { standby } from '../faults/standby.ts';
import { aHistory, type History } from '../support/a-history.ts';
import { aMarket } from '../support/a-market.ts';
import { aTraffic } from '../support/a-traffic.ts';
import { TABLES } from '../support/contents.ts';
import { testEngine } from '../support/test-engine.ts';

const SEEDS = process.env.SERAI_FULL ? 100 : 2;
const STEPS = process.env.SERAI_FULL ? 200 : 120;

/** The same history in a process that runs on SQLite. */
const onSqlite = (seed: number): History =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, '../support/play-history.ts'),
        String(seed),
        String(STEPS),
      ],
      { env: { ...process.env, DATABASE_URL: '' }, maxBuffer: 1e9 },
    ).toString(),
  );

describe('Both engines', () => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
    'answer the same and hold the same in the end, history %i',
    async (seed) => {
      const [here, there] = [await aHistory(seed, STEPS), onSqlite(seed)];
      expect(here.said.filter((each) => / 201 /.test(each)).length).toBeGreaterThan(STEPS / 6);
      for (const [step, said] of here.said.entries()) expect([step, said]).toEqual([step, there.said[step]]);
      expect(here.tables).toEqual(there.tables);
    },
    300_000,
  );

  test('a history that went otherwise is told apart', async () => {
    const [one, other] = [await aHistory(1, 20), await aHistory(2, 20)];
    expect(one.said).not.toEqual(other.said);
    expect(one.tables).not.toEqual(other.tables);
  });

  test.each([
    ['races', races, 12],
    ['retries', retries, 12],
    ['standby', standby, 3],
  ] as const)(
    'PostgreSQL keeps its promises under %s, and the control breaks',
    async (_, fault, small) => {
      const { said, broken, control } = await fault.run(process.env.SERAI_FULL ? fault.full : small);
      expect({ said, broken }).toEqual({ said, broken: 0 });
      expect(control, said).toBeGreaterThan(0);
    },
    7_200_000,
  );

  test('a market on PostgreSQL is verified, backed up and restored, and a row that was changed is found', async () => {
    const market = await aMarket();
    const place = mkdtempSync(join(tmpdir(), 'serai-copied-'));
    await aTraffic(market, 4);
    const { engine, keys } = market.serai;
    const faultsIn = async (name: string) => {
      await engine.copyTo(join(place, name));
      const file = new Database(join(place, name), { readonly: true });
      const { faults, rows } = verifyMarket(file);
      file.close();
      return { faults: faults.map(({ table, wrong }) => `${table} ${wrong}`), isWhole: rows > 1000 };
    };
    expect(await faultsIn('true.db')).toEqual({ faults: [], isWhole: true });
    const backup = await backUp({ engine, keys, into: join(place, 'backups'), now: market.serai.now() });
    const into = { keys: join(process.env.SERAI_TEST_FOLDER ?? '', 'keys'), folder: join(place, 'restored') };
    expect(await restore(backup, into, async () => true)).toMatchObject({ at: market.serai.now(), sold: true });
    await engine.transact(async (tx) => {
      const [sold] = await tx.select().from(sale).limit(1);
      await tx
        .update(sale)
        .set({ totalMinor: 1 })
        .where(eq(sale.id, sold?.id ?? ''));
    });
    expect((await faultsIn('false.db')).faults).toContain('sale was changed after it was written');
    await market.close();
    rmSync(place, { recursive: true });
  }, 120_000);

  test('another process hears of what was written, also after its ear was cut off', async () => {
    const writer = await testEngine('seeded');
    const [at] = await writer.read((tx) => askIn<{ name: string }>(tx, sql`select current_database() as name`));
    const reader = await openPostgres((process.env.SERAI_TEST_POSTGRES_URL ?? '').replace('DATABASE', at?.name ?? ''));
    let heard = 0;
    reader.onCommit(() => {
      heard += 1;
    });
    const hears = async (): Promise<void> => {
      const before = heard;
      await vi.waitFor(
        async () => {
          await writer.transact(touchMarket);
          expect(heard).toBeGreaterThan(before);
        },
        { timeout: 30_000, interval: 200 },
      );
    };
    await hears();
    await writer.read((tx) =>
      askIn(
        tx,
        sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'serai news' and datname = ${at?.name}`,
      ),
    );
    await hears();
    await reader.close();
    await writer.close();
  }, 90_000);

  test('PostgreSQL has the tables and columns that the schema names, and no others', async () => {
    const engine = await testEngine('empty');
    const rows = await engine.read(async (tx) => {
      return askIn<{ at: string; empty: string }>(
        tx,
        sql`select table_name || '.' || column_name as at, is_nullable as empty from information_schema.columns
          where table_schema = 'public' and table_name <> 'migration'`,
      );
    });
    await engine.close();
    const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const named = TABLES.flatMap((table) =>
      Object.entries(getTableColumns(table)).map(
        ([field, { notNull }]) => `${getTableName(table)}.${snake(field)} ${notNull ? 'NO' : 'YES'}`,
      ),
    );
    const held = rows.filter(({ at }) => !at.startsWith('refusal_tally.')).map(({ at, empty }) => `${at} ${empty}`);
    expect(held.sort()).toEqual(named.sort());
  });
});
