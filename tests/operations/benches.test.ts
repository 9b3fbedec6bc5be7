import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { SUMS } from '#db/evidence/sums.ts';
import { growthRows } from '../bench/growth.ts';
import { passRows } from '../bench/pass.ts';
import { searchRows } from '../bench/search.ts';
import { seededImage } from '../support/of-before.ts';
import { sellInThePast } from '../support/past-sales.ts';
import { TEST_NOW } from '../support/test-now.ts';

describe('At a small size', () => {
  test('a search is measured in five scripts, and finds what it looks for', { timeout: 120_000 }, async () => {
    const rows = await searchRows({ vendors: 20, products: 1_000, searches: 40 });
    expect(rows.map(({ name }) => name.split(',')[1]?.trim()).slice(0, 5)).toEqual([
      'English',
      'Chinese',
      'Russian',
      'Kazakh',
      'Urdu',
    ]);
    for (const { name, took, baseline } of rows) expect([name, took > 0 && baseline > 0]).toEqual([name, true]);
  });

  test('a sale and every report are measured as a market grows', { timeout: 240_000 }, async () => {
    const rows = await growthRows({ vendors: 20, products: 400, past: [0, 400], passes: 6, salesAPass: 2 });
    const sales = rows.filter(({ name }) => name.startsWith('sale over HTTP'));
    expect(sales.map(({ name }) => name.split(', ')[1])).toEqual(['0 past sales', '400 past sales']);
    expect(rows.filter(({ name }) => name.startsWith('report: ')).length).toBeGreaterThan(10);
  });

  test('past sales add up as those that acts made', async () => {
    const file = new Database(seededImage());
    sellInThePast(file, { from: 0, to: 1_000, now: TEST_NOW });
    expect(file.prepare('SELECT count(*) FROM sale_void').pluck().get()).toBe(10);
    expect(
      SUMS.flatMap(({ table, find }) =>
        file
          .prepare(find)
          .all()
          .map((row) => [table, row]),
      ),
    ).toEqual([]);
    expect(file.pragma('foreign_key_check')).toEqual([]);
    file.close();
  });

  test('a pass is issued, read and entered with', { timeout: 120_000 }, async () => {
    expect((await passRows(30)).map(({ name }) => name.split(',')[0])).toEqual(['pass', 'pass', 'entry']);
  });
});
