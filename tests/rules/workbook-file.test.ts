import { deflateRawSync } from 'node:zlib';
import * as sheets from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { fileOf } from '#app/_desk/table-file.ts';
import { isWorkbook, unfoldsWithin } from '#app/shop/products/import/workbook-size.ts';
import { workbookText } from '#app/shop/products/import/workbook-text.ts';

type Row = readonly (string | number | boolean | null)[];

function workbook(rows: readonly Row[], change: (sheet: sheets.WorkSheet) => void = () => undefined): Uint8Array {
  const sheet = sheets.utils.aoa_to_sheet(rows.map((row) => [...row]));
  change(sheet);
  const book = sheets.utils.book_new();
  sheets.utils.book_append_sheet(book, sheet, 'Goods');
  return new Uint8Array(sheets.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}
const linesOf = async (bytes: Uint8Array) => (await workbookText(bytes))?.split('\n').slice(0, -1);

/** A zip of one file: what is packed, and how large it says that it is. */
function zipOf(packed: Buffer, says: number, flags = 0): Uint8Array {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]));
}

describe('A workbook of goods', () => {
  test('reads as the table that it is, every row on the line of its number', async () => {
    const rows: Row[] = [
      ['gtin', 'name_en', 'price'],
      ['2100000020010', '红茶 «чай», "best"', 1200.5],
      [],
      [6901234567892, ' two\nlines ', 0.1 + 0.2],
    ];
    expect(await linesOf(workbook(rows))).toEqual([
      'gtin,name_en,price',
      '2100000020010,"红茶 «чай», ""best""",1200.5',
      '',
      '6901234567892,two lines,0.3',
    ]); // biome-ignore format: a table
  });

  test('is as wide as its headings, and says where a row has more', async () => {
    expect(
      await linesOf(
        workbook([
          ['gtin', 'price', null],
          ['1', null, null],
          ['1', '2', '3'],
        ]),
      ),
    ).toEqual(['gtin,price', '1,', '1,2,3']);
  });

  test('has the value that a formula came to, never the formula', async () => {
    const bytes = workbook([['price'], [5], ['x']], (sheet) => {
      sheet.A2 = { t: 'n', v: 12.5, f: 'HYPERLINK("http://evil.example","x")' };
      sheet.A3 = { t: 'e', v: 42, w: '#N/A', f: 'NA()' };
    });
    expect(await linesOf(bytes)).toEqual(['price', '12.5', '#N/A']);
  });

  test('that this house wrote reads back', async () => {
    const table = {
      name: 'catalogue',
      columns: [
        { head: 'Name', kind: 'text' as const },
        { head: 'Price', kind: 'number' as const },
      ],
      rows: [['=1+1', '-2.50']],
    };
    const bytes = new Uint8Array(await (await fileOf(table, 'xlsx')).arrayBuffer());
    expect(isWorkbook(bytes)).toBe(true);
    expect(await linesOf(bytes)).toEqual(['Name,Price', '=1+1,-2.5']);
  });

  test('of more rows than a catalogue may have is read as far as one too many', async () => {
    const rows = Array.from({ length: 20_010 }, (_, n) => [String(n)]);
    expect((await linesOf(workbook(rows)))?.length).toBe(20_002);
  });
});

describe('A hostile workbook', () => {
  const bomb = deflateRawSync(Buffer.alloc(3_000_000));

  test('is measured by unfolding it, whatever it says of itself', async () => {
    expect(await unfoldsWithin(zipOf(bomb, 3_000_000), 3_000_000)).toBe(true);
    expect(await unfoldsWithin(zipOf(bomb, 3_000_000), 2_999_999)).toBe(false);
    expect(await unfoldsWithin(zipOf(bomb, 10), 2_999_999)).toBe(false);
  });

  test('that unfolds to more than a catalogue is not opened', async () => {
    const packed = deflateRawSync(Buffer.alloc(100_000_001));
    expect(packed.length).toBeLessThan(200_000);
    expect(await workbookText(zipOf(packed, 10))).toBeUndefined();
  });

  test.each([
    ['is cut off', () => workbook([['gtin']]).slice(0, -30)],
    ['is locked', () => zipOf(bomb, 3_000_000, 1)],
    ['breaks off inside', () => zipOf(bomb.subarray(0, 100), 3_000_000)],
    ['is a zip of something else', () => zipOf(bomb, 3_000_000)],
    ['is two letters', () => new TextEncoder().encode('PK')],
  ])('that %s is no table', async (_, bytes) => expect(await workbookText(bytes())).toBeUndefined());

  test('that says it has every cell of the largest sheet is read in no time', async () => {
    const bytes = workbook([['gtin'], ['1']], (sheet) => {
      sheet['!ref'] = 'A1:A2';
    });
    const wide = workbook([['gtin'], ['1']], (sheet) => {
      sheet.XFD1 = { t: 's', v: 'far' };
      sheet['!ref'] = 'A1:XFD2';
    });
    expect(await linesOf(bytes)).toEqual(['gtin', '1']);
    expect((await linesOf(wide))?.[1]).toBe('1');
  });
});
