import * as sheets from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileTable, fileOf } from '#app/_desk/table-file.ts';

/** Another maker's reader opens what is written here. */
async function readBack(table: FileTable, format: 'xlsx' | 'csv') {
  const bytes = new Uint8Array(await (await fileOf(table, format)).arrayBuffer());
  const read =
    format === 'csv'
      ? sheets.read(new TextDecoder().decode(bytes), { type: 'string', raw: true })
      : sheets.read(bytes, { type: 'array', cellFormula: true, cellNF: true, UTC: true, cellDates: true });
  return { sheet: read.Sheets[read.SheetNames[0] ?? ''] as sheets.WorkSheet, name: read.SheetNames[0], bytes };
}
const rowsIn = (sheet: sheets.WorkSheet) =>
  sheets.utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, UTC: true })
    .map((row) => row.map((cell) => (cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell)));

const TABLE: FileTable = {
  name: 'sales',
  columns: [
    { head: 'Goods', kind: 'text' },
    { head: 'Price', kind: 'number' },
    { head: 'Day', kind: 'day' },
    { head: 'When', kind: 'instant' },
  ],
  rows: [
    ['红茶 «чай», "best"\nline', '-12.50', '2026-11-22', '2026-11-22 23:59:58'],
    ['=1+1', '0', '2026-02-28', null],
  ],
};
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=cmd|" /C calc"!A0'];

describe('A sheet that is written', () => {
  test('has texts as texts, money as numbers, days and instants as dates of the clock that they were told by', async () => {
    const { sheet } = await readBack(TABLE, 'xlsx');
    expect(rowsIn(sheet)).toEqual([
      ['Goods', 'Price', 'Day', 'When'],
      ['红茶 «чай», "best"\nline', -12.5, new Date('2026-11-22T00:00:00Z'), new Date('2026-11-22T23:59:58Z')],
      ['=1+1', 0, new Date('2026-02-28T00:00:00Z')],
    ]);
    expect([sheet.B2?.z, sheet.C2?.z]).toEqual(['0.00', 'yyyy-mm-dd']);
  });

  test('has no formula in it, whatever a text says', async () => {
    const rows = FORMULAS.map((text) => [text]);
    const { sheet } = await readBack({ name: 'x', columns: [{ head: '=A1', kind: 'text' }], rows }, 'xlsx');
    const cells = Object.entries(sheet).filter(([at]) => /^A\d+$/.test(at)) as [string, sheets.CellObject][];
    expect(cells).toHaveLength(FORMULAS.length + 1);
    expect(cells.filter(([, { t, f }]) => t !== 's' || f !== undefined)).toEqual([]);
  });

  test('a reader would find a formula that was one', () => {
    const control = sheets.utils.aoa_to_sheet([['x']]);
    control.A1 = { t: 'n', f: '1+1', v: 2 };
    const book = { Sheets: { x: control }, SheetNames: ['x'] };
    const read = sheets.read(sheets.write(book, { type: 'array', bookType: 'xlsx' }), { type: 'array', cellFormula: true });
    expect(read.Sheets.x?.A1).toMatchObject({ f: '1+1' });
  });
});

describe('A CSV file that is written', () => {
  test('opens with the mark of UTF-8; a reader finds every cell, with commas, marks and line ends in it', async () => {
    const { sheet, bytes } = await readBack(TABLE, 'csv');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rowsIn(sheet)).toEqual([
      ['Goods', 'Price', 'Day', 'When'],
      ['红茶 «чай», "best"\nline', '-12.50', '2026-11-22', '2026-11-22 23:59:58'],
      ["'=1+1", '0', '2026-02-28'],
    ]);
  });

  test('sets what a spreadsheet would run behind an apostrophe, and no number', async () => {
    const columns = [{ head: 'a', kind: 'text' as const }, { head: 'b', kind: 'number' as const }]; // biome-ignore format: a table
    const { bytes } = await readBack({ name: 'x', columns, rows: FORMULAS.map((text) => [text, '-5.00']) }, 'csv');
    const lines = new TextDecoder().decode(bytes).split('\r\n').slice(1, -1);
    expect(lines.filter((line) => !/^"?'/.test(line) && line !== '')).toEqual([]);
    expect(lines.filter((line) => line.endsWith(',-5.00'))).toHaveLength(FORMULAS.length);
  });

  test('is read back as it was, whatever texts stand in it', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((each) => !['\r', '\0', '\ufeff'].some((mark) => each.includes(mark)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        const columns = ['a', 'b'].map((head) => ({ head, kind: 'text' as const }));
        const { sheet } = await readBack({ name: 'x', columns, rows }, 'csv');
        const back = rowsIn(sheet)
          .slice(1)
          .map((row) => row.map((cell) => String(cell).replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')));
        expect(back).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });
});
