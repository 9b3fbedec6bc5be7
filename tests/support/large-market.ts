import type Database from 'better-sqlite3';
import { seedProducts } from '#db/seed/goods/products.ts';
import { seedIds } from '#db/seed/ids.ts';
import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { LANGUAGES_OF_GOODS, type Names } from '#lib/catalogue/product.ts';
import { searchWordsOf } from '#lib/catalogue/search.ts';

/** Syllables of invented brands, as each language writes them. */
const SYLLABLES: readonly Names[] = [
  ['ba', '巴', 'ба', 'ба', 'با'],
  ['kor', '科', 'кор', 'қор', 'کور'],
  ['lin', '林', 'лин', 'лин', 'لن'],
  ['mei', '美', 'мэй', 'мей', 'مے'],
  ['nur', '努', 'нур', 'нұр', 'نور'],
  ['sha', '莎', 'ша', 'ша', 'شا'],
  ['tai', '泰', 'тай', 'тай', 'تائی'],
  ['ular', '乌', 'улар', 'ұлар', 'الار'],
  ['ven', '文', 'вен', 'вен', 'وین'],
  ['yan', '燕', 'янь', 'ян', 'یان'],
  ['zhi', '智', 'чжи', 'жі', 'ژی'],
  ['gul', '古', 'гуль', 'гүл', 'گل'],
].map(([en = '', zh = '', ru = '', kk = '', ur = '']) => ({ en, zh, ru, kk, ur }));

type Size = { readonly vendors: number; readonly products: number };

/**
 * Licenses vendors, each with a stall, and shelves their goods, beside what a market has already: rows with every column and index, under
 * names in five scripts made of the demo's goods, an invented brand and a model. By hand and not by acts, which would take hours.
 */
export function enlarge(file: Database.Database, { vendors, products }: Size): void {
  const ids = seedIds('large-market');
  const insert = insertsOf(file);
  file.exec('BEGIN');
  const stalls = Array.from({ length: vendors }, (_, nth) => {
    const [company, vendor, stall, side] = [ids.next(), ids.next(), ids.next(), nth % 3 === 2 ? 'KZ' : 'CN'];
    const name = brandOf(nth).en;
    insert('company', { id: company, name, tax_id: `L${nth}`, country: side === 'KZ' ? 'KAZ' : 'CHN', recorded_at: LONG_AGO });
    insert('vendor', { id: vendor, company, name, licence: `L-${nth}`, licensed_at: LONG_AGO });
    insert('stall', { id: stall, vendor, side, code: `L-${String(nth).padStart(4, '0')}`, name, opened_at: LONG_AGO });
    return { stall, vendor };
  });
  file.exec('COMMIT');
  shelve(file, stalls, products, ids);
}

const LONG_AGO = '2026-01-01T00:00:00.000Z';

/** Puts such goods on one shelf, beside what it has. @returns their barcodes, in the order of their ids. */
export function fillShelf(file: Database.Database, code: string, products: number): readonly string[] {
  const stall = file.prepare<[string], Shelf>('SELECT id AS stall, vendor FROM stall WHERE code = ?').get(code);
  if (stall === undefined) throw new Error(`no stall ${code}`);
  return shelve(file, [stall], products, seedIds(`shelf of ${code}`));
}

type Shelf = { readonly stall: string; readonly vendor: string };

function shelve(
  file: Database.Database,
  stalls: readonly Shelf[],
  products: number,
  ids: ReturnType<typeof seedIds>,
): readonly string[] {
  const like = seedProducts();
  const insert = insertsOf(file);
  const gtins: string[] = [];
  file.pragma('journal_mode = MEMORY');
  file.pragma('synchronous = OFF');
  file.pragma('foreign_keys = OFF');
  file.pragma('cache_size = -262144');
  file.pragma('temp_store = FILE');
  file.exec('CREATE TEMP TABLE found_by (word TEXT, product TEXT); BEGIN');
  for (let nth = 0; nth < products; nth += 1) {
    const { stall, vendor } = stalls[nth % stalls.length] as Shelf;
    const {
      key: _,
      onHand: __,
      hs,
      stall: ___,
      gtin: ____,
      names,
      ...goods
    } = like[(nth * 7919) % like.length] as (typeof like)[number];
    const product = { ...goods, id: ids.next(), gtin: inStoreGtin(25, nth), names: branded(names, nth) };
    insert('product', {
      ...Object.fromEntries(Object.entries(product).map(([field, value]) => [snake(field), value])),
      names: JSON.stringify(product.names),
      hs_scheme: hs.scheme,
      hs_edition: hs.edition,
      hs_digits: hs.digits,
      stall,
      vendor,
      changed_at: LONG_AGO,
    });
    gtins.push(product.gtin);
    for (const word of searchWordsOf(product)) insert('found_by', { word, product: product.id });
  }
  // In the order of the table, or every word would touch a page of its own.
  file.exec(`DROP INDEX search_word_product;
    INSERT INTO search_word (word, product) SELECT word, product FROM found_by ORDER BY word, product;
    CREATE INDEX search_word_product ON search_word (product, word); COMMIT; DROP TABLE found_by`);
  return gtins;
}

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function brandOf(nth: number): Names {
  const parts = [nth, nth / SYLLABLES.length, nth / SYLLABLES.length ** 2].map(
    (n) => SYLLABLES[Math.floor(n) % SYLLABLES.length] as Names,
  );
  return namesBy((language) => parts.map((part) => part[language]).join(''));
}

function branded(names: Names, nth: number): Names {
  const brand = brandOf(nth * 31);
  return namesBy((language) => `${brand[language]} ${names[language]} ${model(nth)}`);
}

const model = (nth: number): string => `${String.fromCharCode(65 + (nth % 26))}${100 + ((nth * 17) % 900)}`;

const namesBy = (nameIn: (language: keyof Names) => string): Names =>
  Object.fromEntries(LANGUAGES_OF_GOODS.map((language) => [language, nameIn(language)])) as Names;

/** One prepared insert for each table, made of the first row. */
function insertsOf(file: Database.Database): (table: string, row: Readonly<Record<string, unknown>>) => void {
  const made = new Map<string, { readonly insert: Database.Statement; readonly columns: readonly string[] }>();
  return (table, row) => {
    let known = made.get(table);
    if (known === undefined) {
      const columns = Object.keys(row);
      const text = `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      known = { insert: file.prepare(text), columns };
      made.set(table, known);
    }
    known.insert.run(known.columns.map((column) => row[column]));
  };
}
