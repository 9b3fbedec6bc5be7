import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EVIDENCE } from '#db/evidence/tables.ts';
import { verifyFolder } from '#db/evidence/verify-folder.ts';
import { aMarket } from '../support/a-market.ts';
import { diceFrom } from './dice.ts';
import type { Fault } from './fault.ts';

type Page = { readonly name: string; readonly pageno: number; readonly pagetype: 'leaf' | 'overflow' };
/** Where a bit of a row lies in the file. */
type Place = { readonly table: string; readonly byte: number };

/** A disk, or somebody, flips one bit of a row of the ledger or the audit in the file itself. */
export const bitFlips: Fault = {
  about: 'one flipped bit in any ledger or audit row is found by verify; SQLite alone finds few',
  full: 200,
  small: 12,
  async run(size) {
    const market = await aMarket();
    const image = (market.serai.engine as unknown as { image(): Buffer }).image();
    await market.close();
    const folder = mkdtempSync(join(tmpdir(), 'serai-flips-'));
    const dice = diceFrom(11);
    const places = placesIn(image);
    const found = { verify: 0, sqlite: 0 };
    for (let i = 0; i < size; i += 1) {
      const { table, byte } = places(dice);
      const flipped = Buffer.from(image);
      flipped[byte] = (flipped[byte] as number) ^ (1 << dice(8));
      for (const name of ['serai.db', 'serai.db-wal', 'serai.db-shm']) rmSync(join(folder, name), { force: true });
      writeFileSync(join(folder, 'serai.db'), flipped);
      if (sqliteSees(join(folder, 'serai.db'))) found.sqlite += 1;
      if (await isFalse(folder)) found.verify += 1;
      else console.error(`not found: ${table}, ${image.subarray(byte - 60, byte + 60).toString('latin1')}`);
    }
    rmSync(folder, { recursive: true, force: true });
    return {
      said: `${size} flips: ${found.verify} found by verify; control, integrity_check of SQLite: ${found.sqlite}`,
      broken: size - found.verify,
      control: size - found.sqlite,
    };
  },
};

/** How to throw for a bit of a row: a table by its pages, a page, a cell, a byte of its payload. */
function placesIn(image: Buffer): (dice: (sides: number) => number) => Place {
  const file = new Database(image);
  const size = file.pragma('page_size', { simple: true }) as number;
  const names = ['audit', ...EVIDENCE.map(({ name }) => name)];
  const pages = file
    .prepare<[string], Page>(
      "SELECT name, pageno, pagetype FROM dbstat WHERE name IN (SELECT value FROM json_each(?)) AND pagetype IN ('leaf', 'overflow') ORDER BY pageno",
    )
    .all(JSON.stringify(names))
    .filter((page) => page.pagetype === 'overflow' || image.readUInt16BE((page.pageno - 1) * size + 3) > 0);
  file.close();
  return (dice) => {
    const { name, pageno, pagetype } = pages[dice(pages.length)] as Page;
    const start = (pageno - 1) * size;
    // An overflow page is full but for the last of its row: its first bytes are the row's.
    if (pagetype === 'overflow') return { table: name, byte: start + 4 + dice(8) };
    const cell = start + image.readUInt16BE(start + 8 + 2 * dice(image.readUInt16BE(start + 3)));
    const [payload, rowid] = varint(image, cell);
    const [, body] = varint(image, rowid);
    return { table: name, byte: body + dice(Math.min(payload, localOf(payload, size))) };
  };
}

/** @returns the number and where it ends. */
function varint(image: Buffer, at: number): readonly [value: number, end: number] {
  let value = 0;
  for (let i = 0; i < 9; i += 1) {
    const byte = image[at + i] as number;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value, at + 9];
}

/** How much of a long payload stands in its leaf (SQLite's file format, section 1.6). */
function localOf(payload: number, size: number): number {
  const most = size - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const local = least + ((payload - least) % (size - 4));
  return local <= most ? local : least;
}

function sqliteSees(path: string): boolean {
  const file = new Database(path, { readonly: true });
  try {
    return file.pragma('integrity_check', { simple: true }) !== 'ok';
  } catch {
    return true;
  } finally {
    file.close();
  }
}

async function isFalse(folder: string): Promise<boolean> {
  try {
    return (await verifyFolder(folder)).faults.length > 0;
  } catch {
    return true;
  }
}
