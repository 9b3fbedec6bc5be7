import { describe, expect, test } from 'vitest';
import { searchRows } from '../bench/search.ts';

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
});
