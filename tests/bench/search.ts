import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqlite } from '#db/engine/sqlite.ts';
import { findGoods } from '#db/reads/goods.ts';
import type { Names } from '#lib/catalogue/product.ts';
import { enlarge } from '../support/large-market.ts';
import { seededImage } from '../support/of-before.ts';
import setup from '../support/seeded-image.ts';
import { atShare, cpuSince, type Row } from './measure.ts';

const FULL = { vendors: 5_400, products: 540_000, searches: 300 };
const PAGE = 50;
const SCANS = 5;

const SCRIPTS = { en: 'English', zh: 'Chinese', ru: 'Russian', kk: 'Kazakh', ur: 'Urdu' } as const satisfies Record<
  keyof Names,
  string
>;

/**
 * A search of a market of 5,400 vendors and 540,000 products, as people type: each beginning of a word, a whole word, two words, one
 * still being typed; of Chinese one, two and more characters. Against SQLite looking through every name for the same.
 */
export async function searchRows(size = FULL): Promise<readonly Row[]> {
  const tearDown = await setup();
  const folder = mkdtempSync(join(tmpdir(), 'serai-search-'));
  try {
    writeFileSync(join(folder, 'serai.db'), seededImage());
    const file = new Database(join(folder, 'serai.db'));
    enlarge(file, size);
    file.close();
    return await searched(folder, size.searches);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    tearDown();
  }
}

/** Searches of a market as it lies in a folder. */
async function searched(folder: string, count: number): Promise<readonly Row[]> {
  const file = new Database(join(folder, 'serai.db'), { readonly: true });
  const names = file.prepare<[], string>('SELECT names FROM product ORDER BY id').pluck().all();
  const engine = openSqlite(folder);
  const rows: Row[] = [];
  for (const [language, script] of Object.entries(SCRIPTS)) {
    const searches = searchesIn(
      names.map((each) => JSON.parse(each)[language] as string),
      count,
    );
    const took: { readonly q: string; readonly us: number }[] = [];
    for (const q of searches) {
      const before = process.cpuUsage();
      const { products } = await engine.read((tx) => findGoods(tx, { q, limit: PAGE }));
      took.push({ q, us: cpuSince(before) });
      if (products.length === 0) throw new Error(`${q} is in a name, and was not found`);
    }
    const sorted = took.map(({ us }) => us).sort((a, b) => a - b);
    const worst = took.find(({ us }) => us === sorted.at(-1));
    rows.push({
      name: `search, ${script}, p95`,
      took: atShare(sorted, 0.95),
      baseline: scanned(file, searches),
      against: `LIKE over ${names.length} names, median`,
      note: `p50 ${ms(atShare(sorted, 0.5))}, p99 ${ms(atShare(sorted, 0.99))}, worst ${ms(atShare(sorted, 1))} (${worst?.q}), ${count} searches`,
    });
  }
  const strangers = await Array.fromAsync(STRANGERS, async (q) => {
    const before = process.cpuUsage();
    await engine.read((tx) => findGoods(tx, { q, limit: PAGE }));
    return cpuSince(before);
  });
  rows.push({
    name: 'search, two words that many goods have and none both, the dearest',
    took: Math.max(...strangers),
    baseline: scanned(file, STRANGERS),
    against: `LIKE over ${names.length} names, median`,
    note: STRANGERS.join(', '),
  });
  await engine.close();
  file.close();
  return rows;
}

const STRANGERS = ['silk tea', 'si te', '丝绸茶叶', 'шелк чай', 'چائے ریشم'];

const ms = (us: number): string => `${(us / 1000).toFixed(1)} ms`;

/** What people type who look for goods of these names, the same every time. */
function searchesIn(names: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, nth) => {
    const words = (names[(nth * 7_907) % names.length] ?? '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['1'];
    const word = words[nth % words.length] as string;
    const other = words[(nth + 1) % words.length] as string;
    const characters = [...word];
    if (/\p{Script=Han}/u.test(word)) return characters.slice(0, 1 + (nth % Math.min(4, characters.length))).join('');
    return [
      characters.slice(0, 1 + (nth % characters.length)).join(''),
      word,
      `${word} ${[...other].slice(0, 2).join('')}`,
      `${word} ${other}`,
    ][nth % 4] as string;
  });
}

function scanned(file: Database.Database, searches: readonly string[]): number {
  const scan = file.prepare<[string, number], { id: string }>('SELECT id FROM product WHERE names LIKE ? ORDER BY id LIMIT ?');
  const took = Array.from({ length: SCANS }, (_, nth) => {
    const before = process.cpuUsage();
    // What stands nowhere, so that every name is looked through, as for most of what people look for.
    scan.all(`%${searches[nth]}\u0001%`, PAGE);
    return cpuSince(before);
  });
  return atShare(
    took.sort((a, b) => a - b),
    0.5,
  );
}
