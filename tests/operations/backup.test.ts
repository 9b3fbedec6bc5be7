import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '#app/settings.ts';
import { trialSale } from '#app/trial-sale.ts';
import { backUp, backupsIn } from '#db/backup/back-up.ts';
import { restore } from '#db/backup/restore.ts';
import { outlived } from '#db/backup/thinning.ts';
import { openSqlite } from '#db/engine/sqlite.ts';
import { openKeys } from '#db/keys/keys.ts';
import { setAdapter } from '../support/a-fiscal-side.ts';
import { aMarket } from '../support/a-market.ts';
import { aDay, aDocument, body, inside } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';

let folder: string;
let backup: string;
const place = (name: string) => join(folder, name);
const settings = readSettings({ SERAI_LOG: 'silent', SERAI_NOW: TEST_NOW });
const sellsOnce = (made: string) => trialSale({ ...settings, SERAI_DATA: made });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serai-backup-'));
  const seed = process.env.SERAI_TEST_FOLDER ?? '';
  cpSync(join(seed, 'keys'), place('keys'), { recursive: true });
  cpSync(join(seed, 'image.db'), place('serai.db'));
  const engine = openSqlite(folder);
  const keys = openKeys(place('keys'));
  backup = await backUp({ engine, keys, into: place('backups'), now: TEST_NOW });
  keys.close();
  await engine.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('A backup', () => {
  test('is one sealed file by its instant, and nothing of the market can be read in it', () => {
    expect(backupsIn(place('backups'))).toEqual([TEST_NOW]);
    expect(readdirSync(place('backups')).length).toBe(1);
    const bytes = readFileSync(backup).toString('latin1');
    expect([bytes.includes('SQLite format'), bytes.includes('khorgos'), bytes.includes('household')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('is restored into a new folder with its keys, opens, and can sell there', async () => {
    const restored = await restore(backup, { keys: place('keys'), folder: place('again') }, sellsOnce);
    expect(restored).toMatchObject({ at: TEST_NOW, sold: true });
    expect(restored.rows).toBeGreaterThan(2000);
    const count = (path: string) => {
      const file = new Database(path, { readonly: true });
      const rows = file.prepare('SELECT count(*) FROM sale').pluck().get();
      file.close();
      return rows;
    };
    expect(count(join(place('again'), 'serai.db'))).toBe(count(place('serai.db')));
    await expect(restore(backup, { keys: place('keys'), folder: place('again') }, sellsOnce)).rejects.toThrow(/is there already/);
  });

  test('of a market whose side may sell no more, because its fiscal documents waited too long, is restored all the same', async () => {
    const market = await aMarket();
    body(await setAdapter(market, await market.signIn('administrator', 'office'), 'CN', 'file'), 201);
    const day = await aDay(market);
    const pass = await inside(day, 'CN', aDocument());
    body(await day.sell('A-002', pass, [[await day.stock('A-002', { price: '10.00' }), 1]]), 201);
    const { engine, keys } = market.serai;
    const made = await backUp({ engine, keys, into: place('fiscal'), now: TEST_NOW });
    await market.close();
    const later = new Date(Date.parse(TEST_NOW) + 100 * 3_600_000).toISOString();
    const sells = (folder: string) => trialSale({ ...settings, SERAI_DATA: folder, SERAI_NOW: later });
    expect(await restore(made, { keys: place('keys'), folder: place('fiscal again') }, sells)).toMatchObject({ sold: true });
  });

  test('that was changed by one bit is refused, and leaves no folder', async () => {
    for (const at of [60, 0.5, -1]) {
      const bytes = readFileSync(backup);
      const byte = at < 0 ? bytes.length + at : at < 1 ? Math.floor(bytes.length * at) : at;
      bytes[byte] = (bytes[byte] as number) ^ 4;
      writeFileSync(place('changed.serai'), bytes);
      await expect(
        restore(place('changed.serai'), { keys: place('keys'), folder: place('changed') }, sellsOnce),
      ).rejects.toThrow();
      expect(existsSync(place('changed'))).toBe(false);
    }
  });

  test('opens with its own market’s keys only', async () => {
    openKeys(place('other-keys')).close();
    await expect(restore(backup, { keys: place('other-keys'), folder: place('other') }, sellsOnce)).rejects.toThrow(
      /sealed with another key/,
    );
  });

  test('of a market that cannot sell is no market', async () => {
    const cannot = () => Promise.reject(new Error('The trial sale was refused'));
    await expect(restore(backup, { keys: place('keys'), folder: place('mute') }, cannot)).rejects.toThrow(
      /trial sale was refused/,
    );
    expect(existsSync(place('mute'))).toBe(false);
  });
});

describe('Backups', () => {
  const hourly = (hours: number) =>
    Array.from({ length: hours }, (_, i) => new Date(Date.parse('2026-11-18T12:00:00.000Z') - i * 3_600_000).toISOString());

  test('stay by the hour for two days, by the day for two weeks, by the week for a year', () => {
    const now = '2026-11-18T12:00:00.000Z';
    const all = hourly(24 * 400);
    const gone = new Set(outlived(all, now));
    const kept = all.filter((instant) => !gone.has(instant));
    const within = (days: number) => kept.filter((instant) => Date.parse(now) - Date.parse(instant) <= days * 86_400_000).length;
    expect(within(2)).toBe(49);
    expect(within(14)).toBe(49 + 12);
    expect([kept.length > 49 + 12 + 48, kept.length < 49 + 12 + 53]).toEqual([true, true]);
  });

  test('never let the newest go, however old', () => {
    expect(outlived(['2020-01-01T00:00:00.000Z', '2020-01-02T00:00:00.000Z'], '2026-11-18T12:00:00.000Z')).toEqual([
      '2020-01-01T00:00:00.000Z',
    ]);
  });

  test('made again and again leave the same as if nothing was ever let go', () => {
    const all = hourly(24 * 30).reverse();
    let kept: string[] = [];
    for (const now of all) {
      kept = [...kept, now];
      const gone = new Set(outlived(kept, now));
      kept = kept.filter((instant) => !gone.has(instant));
    }
    const last = all.at(-1) as string;
    const atOnce = new Set(outlived(all, last));
    expect(kept).toEqual(all.filter((instant) => !atOnce.has(instant)));
  });
});
