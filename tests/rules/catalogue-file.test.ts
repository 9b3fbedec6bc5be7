import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, type ShelvedGoods } from '#lib/catalogue/catalogue-change.ts';
import { CATALOGUE_COLUMNS, fieldOfHead } from '#lib/catalogue/catalogue-columns.ts';
import { headingOf, MOST_GOODS, separatorOf } from '#lib/catalogue/catalogue-heading.ts';
import { CatalogueReader, plannedOf } from '#lib/catalogue/catalogue-reader.ts';
import { decimalIn, rowOf } from '#lib/catalogue/catalogue-row.ts';
import { encodingOf, textOf } from '#lib/catalogue/file-encoding.ts';
import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { nearOf } from '#lib/catalogue/near.ts';
import { gb18030 } from '../support/gb18030.ts';

const WORDS = {
  stalls: [
    { id: 'a', code: 'A-002' },
    { id: 'b', code: 'B-007' },
  ],
  categories: [
    { id: 'tea', names: ['Tea', '茶叶', 'Чай'] },
    { id: 'textiles', names: ['Clothes', '服装', 'Одежда'] },
  ],
  currencies: ['CNY', 'KZT'],
};
const GTIN = inStoreGtin(21, 7);
const CELLS = {
  stall: 'A-002',
  gtin: GTIN,
  name_zh: '红茶',
  category: '茶叶',
  hs: '0902.30',
  price: '12,50',
  net_weight_g: '100',
  packed_weight_g: '120',
  origin: 'chn',
  customs_status: 'bonded',
};
const SHELVED: ShelvedGoods = {
  id: 'p',
  names: { en: '红茶', zh: '红茶', ru: '红茶', kk: '红茶', ur: '红茶' },
  category: 'tea',
  hsDigits: '090230',
  priceMinor: 1250,
  currency: 'CNY',
  netWeightG: 100,
  packedWeightG: 120,
  volumeMl: 0,
  strengthPermille: 0,
  pieces: 1,
  unit: 'piece',
  origin: 'CHN',
  customsStatus: 'bonded',
};
const rowWith = (more: object) => {
  const read = rowOf(2, { ...CELLS, ...more }, WORDS);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.row;
};
const faultsWith = (more: object) => {
  const read = rowOf(2, { ...CELLS, ...more }, WORDS);
  return 'faults' in read ? read.faults.map(({ field, kind }) => `${field} ${kind}`) : [];
};

describe('The bytes of a file', () => {
  const CHINESE = '条码,中文名称,价格\n6901234567892,新疆红茶礼盒装,12.50\n';
  const RUSSIAN = 'Штрихкод;Название на русском;Цена\n4607034379131;Чай чёрный байховый;1 250,00\n';
  const russianBytes = Uint8Array.from([...RUSSIAN], (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === 'ё') return 0xb8;
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
  const utf16 = (text: string, mark: boolean) => new Uint8Array(Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le'));
  const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

  test.each([
    ['UTF-8', utf8(CHINESE), 'utf-8', CHINESE],
    ['UTF-8 with its mark', utf8(`\uFEFF${CHINESE}`), 'utf-8', CHINESE],
    ['UTF-16 with its mark', utf16(RUSSIAN, true), 'utf-16le', RUSSIAN],
    ['UTF-16 without one', utf16(RUSSIAN, false), 'utf-16le', RUSSIAN],
    ['UTF-16 the other way round', utf16(RUSSIAN, true).map((_, i, all) => all[i ^ 1] ?? 0), 'utf-16be', RUSSIAN],
    ['GB18030', new Uint8Array(gb18030(CHINESE)), 'gb18030', CHINESE],
    ['Windows-1251', russianBytes, 'windows-1251', RUSSIAN],
  ])('are told to be %s', (_, bytes, encoding, text) => {
    expect(encodingOf(bytes)).toEqual({ encoding, isSure: true });
    expect(textOf(bytes, encoding as 'utf-8')).toBe(text);
  });

  test('that may be either are asked about', () => {
    const [han, small] = [Uint8Array.of(0xb2, 0xe8), Uint8Array.of(0xe0, 0xe1)];
    expect(encodingOf(Uint8Array.from([...han, ...small])).isSure).toBe(false);
  });
});

describe('The heading of a file', () => {
  test('is known in each of five languages and by the names of the fields, whatever their case and spaces', () => {
    for (const { field, heads } of CATALOGUE_COLUMNS)
      for (const head of [field, ...Object.values(heads)])
        expect([head, fieldOfHead(`  ${head.toUpperCase()} `)]).toEqual([head, field]);
  });

  test('that is not known names the nearest; one that stands twice or is missing is said', () => {
    const faults = (heads: string[]) => {
      const read = headingOf(heads);
      return 'faults' in read ? read.faults : [];
    };
    expect(faults(['gtin', 'Pric'])).toMatchObject([{ kind: 'column-unknown', column: 'Pric', near: ['Price'] }]);
    expect(faults(['gtin', 'price', '价格'])).toMatchObject([{ kind: 'column-twice', column: '价格' }]);
    expect(faults(['price'])).toMatchObject([{ kind: 'column-missing' }]);
    expect(faults(['gtin', '', 'price'])).toEqual([]);
  });

  test.each([
    ['gtin,price', ','],
    ['gtin;price', ';'],
    ['gtin\tprice', '\t'],
    ['gtin;"Price, in yuan";currency', ';'],
  ])('%j is set apart by %j', (line, mark) => expect(separatorOf(`${line}\n1;2,3`)).toBe(mark));
});

describe('A decimal', () => {
  test.each([
    ['12', '12'],
    ['12,5', '12.5'],
    ['12.50', '12.50'],
    ['1 234,50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ["1'234.50", '1234.50'],
  ])('%s is %s', (text, decimal) => expect(decimalIn(text)).toBe(decimal));

  test.each(['1,234', '1.234', '1.2.3', '-1', '¥12', '12.345', '1.234.50', '1234567890123', ''])(
    '%j is asked for again',
    (text) => expect(decimalIn(text)).toBeUndefined(),
  );

  test('reads what a point or a comma writes alike', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const fraction = String(cents).padStart(2, '0');
        expect(decimalIn(`${whole},${fraction}`)).toBe(decimalIn(`${whole}.${fraction}`));
      }),
    );
  });
});

describe('A line of a file', () => {
  test('reads into what it says, and nothing that it does not', () => {
    expect(rowWith({})).toEqual({
      line: 2,
      stall: 'a',
      gtin: GTIN,
      names: { zh: '红茶' },
      price: '12.50',
      goods: { category: 'tea', hsDigits: '090230', netWeightG: 100, packedWeightG: 120, origin: 'CHN', customsStatus: 'bonded' },
    });
  });

  test.each([
    [{ stall: 'A-009' }, 'stall stall'],
    [{ stall: '' }, 'stall missing'],
    [{ gtin: '' }, 'gtin missing'],
    [{ gtin: `${GTIN.slice(0, -1)}${(Number(GTIN.at(-1)) + 1) % 10}` }, 'gtin gtin-digit'],
    [{ gtin: '12345' }, 'gtin gtin'],
    [{ gtin: '6,90123E+12' }, 'gtin gtin-rounded'],
    [{ name_ru: 'я'.repeat(161) }, 'name_ru long'],
    [{ category: 'teas?' }, 'category category'],
    [{ hs: '123' }, 'hs hs'],
    [{ price: '1,234' }, 'price price'],
    [{ currency: 'EUR' }, 'currency currency'],
    [{ net_weight_g: '1.5' }, 'net_weight_g whole'],
    [{ strength_percent: '101' }, 'strength_percent strength'],
    [{ pieces: '0' }, 'pieces pieces'],
    [{ unit: 'box' }, 'unit unit'],
    [{ origin: 'China' }, 'origin origin'],
    [{ customs_status: 'free' }, 'customs_status customs'],
    [{ first_stock: '-1' }, 'first_stock stock'],
  ])('that says %j has the fault "%s"', (more, fault) => expect(faultsWith(more)).toEqual([fault]));

  test.each([
    { name_ru: 'я'.repeat(160) },
    { hs: '1234' },
    { strength_percent: '100 %' },
    { strength_percent: '12,5' },
    { pieces: '1' },
    { unit: '公斤' },
    { unit: 'шт.' },
    { customs_status: 'Пошлина уплачена' },
    { first_stock: '0,250' },
    { first_stock: '0' },
    { category: 'ЧАЙ' },
    { currency: 'kzt' },
  ])('that says %j has none', (more) => expect(faultsWith(more)).toEqual([]));

  test('of a vendor with one stall need not name it', () => {
    const read = rowOf(2, { ...CELLS, stall: '' }, { ...WORDS, stalls: WORDS.stalls.slice(0, 1) });
    expect(read).toMatchObject({ row: { stall: 'a' } });
  });

  test('names kinds of goods that are near', () => {
    expect(nearOf('textile', ['tea', 'textiles'])).toEqual(['textiles']);
    expect(nearOf('茶', ['茶叶', '服装'])).toEqual(['茶叶']);
    expect(nearOf('spaceship', ['tea', 'textiles'])).toEqual([]);
  });
});

describe('What a line does', () => {
  test('to goods that are as it says: nothing; it changes only what it says otherwise', () => {
    expect(changeOf(rowWith({}), SHELVED, 'CNY')).toEqual({ is: 'same' });
    expect(changeOf(rowWith({ price: '12,51', name_ru: 'Чай' }), SHELVED, 'CNY')).toEqual({
      is: 'changed',
      id: 'p',
      to: { priceMinor: 1251, names: { ...SHELVED.names, ru: 'Чай' } },
    });
    const onlyPrice = rowOf(2, { stall: 'A-002', gtin: GTIN, price: '3' }, WORDS);
    if ('faults' in onlyPrice) throw new Error('faults');
    expect(changeOf(onlyPrice.row, SHELVED, 'CNY')).toMatchObject({ is: 'changed', to: { priceMinor: 300 } });
  });

  test('where there is none: new goods, whose missing names are lent', () => {
    const change = changeOf(rowWith({}), undefined, 'CNY');
    expect(change).toEqual({ is: 'new', namesLent: true, goods: { ...SHELVED, id: undefined } });
  });

  test('new goods need what the law is reckoned from; goods that are there do not', () => {
    const bare = rowWith({ hs: '', origin: '', price: '', name_zh: '' });
    const change = changeOf(bare, undefined, 'CNY');
    expect('faults' in change && change.faults.map(({ field }) => field)).toEqual(['name_en', 'price', 'hs', 'origin']);
    expect(changeOf(bare, SHELVED, 'CNY')).toEqual({ is: 'same' });
  });

  test('half a piece is no first stock, half a kilogram is', () => {
    const change = changeOf(rowWith({ first_stock: '1.5' }), undefined, 'CNY');
    expect('faults' in change && change.faults.map(({ kind }) => kind)).toEqual(['stock']);
    expect(changeOf(rowWith({ first_stock: '1.5', unit: 'kg' }), undefined, 'CNY')).toMatchObject({ is: 'new' });
  });

  test.each([
    [{ currency: 'KZT' }, 'currency-other'],
    [{ packed_weight_g: '99' }, 'weight'],
    [{ price: '0' }, 'price'],
  ])('that says %j of goods that are there has the fault "%s"', (more, kind) => {
    const change = changeOf(rowWith(more), SHELVED, 'CNY');
    expect('faults' in change && change.faults.map((each) => each.kind)).toEqual([kind]);
  });
});

describe('A whole file', () => {
  const head = ['stall', 'gtin', 'price'];
  const read = (lines: readonly (readonly string[])[]) => {
    const reader = new CatalogueReader(WORDS);
    for (const [at, cells] of [head, ...lines].entries()) if (!reader.take({ line: at + 1, cells })) break;
    return reader;
  };

  test('says each fault by the line and the heading, a number that stands twice with the line of the first', () => {
    const { faults } = read([
      ['A-002', GTIN, '1'],
      ['', '', ''],
      ['A-002', `0${GTIN}`, '2'],
      ['B-007', GTIN, '2'],
      ['A-002', GTIN],
    ]);
    expect(faults.map(({ line, column, kind, near }) => [line, column, kind, near])).toEqual([
      [4, 'gtin', 'gtin-twice', ['2']],
      [6, '', 'uneven', ['3']],
    ]);
  });

  test(`may hold ${MOST_GOODS} goods and not one more`, () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => ['A-002', inStoreGtin(21, i + 1), '1']);
    expect(read(lines(MOST_GOODS)).faults).toEqual([]);
    expect(read(lines(MOST_GOODS + 1)).faults).toMatchObject([{ kind: 'too-long', line: MOST_GOODS + 2 }]);
  });

  test('of goods that are there changes only those that it says otherwise', () => {
    const reader = read([['A-002', GTIN, '12.50'], ['B-007', GTIN, '13']]); // biome-ignore format: a table
    const shelved = new Map(['a', 'b'].map((stall) => [`${stall} 0${GTIN}`, SHELVED]));
    const planned = plannedOf(reader.rows, shelved, () => 'CNY', reader);
    expect(planned.map(({ row, change }) => [row.stall, change])).toEqual([
      ['b', { is: 'changed', id: 'p', to: { priceMinor: 1300 } }],
    ]);
  });
});
