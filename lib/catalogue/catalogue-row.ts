import { isState } from '../traveller/states.ts';
import { type CatalogueField, CELL_WORDS } from './catalogue-columns.ts';
import { gtinCheckDigit, isGtin } from './gtin.ts';
import { quantityMilliOf } from './measure.ts';
import { nearOf, plainOf } from './near.ts';
import { type CustomsStatus, LANGUAGES_OF_GOODS } from './product.ts';

/** What is wrong in a file: the line and column as its spreadsheet counts them, what stands there, and what could. */
export type CatalogueFault = {
  readonly kind: CatalogueFaultKind;
  readonly line: number;
  /** The heading, as the file has it; '' where it is about a whole line. */
  readonly column: string;
  readonly found: string;
  /** What may be written instead, where that is a few words. */
  readonly near: readonly string[];
};

export const CATALOGUE_FAULTS = [
  'unreadable', 'empty', 'too-long', 'column-unknown', 'column-twice', 'column-missing', 'uneven', 'missing', 'long', 'gtin', 'gtin-digit', 'gtin-rounded',
  'gtin-twice', 'stall', 'category', 'hs', 'price', 'currency', 'currency-other', 'whole', 'strength', 'weight', 'pieces', 'unit', 'origin', 'customs', 'stock',
] as const; // biome-ignore format: a word list
export type CatalogueFaultKind = (typeof CATALOGUE_FAULTS)[number];

/** What a line says of goods. What it leaves out stays as it is, of goods that are there already. */
export type CatalogueRow = {
  readonly line: number;
  readonly stall: string;
  readonly gtin: string;
  readonly names: Readonly<Record<string, string>>;
  /** A decimal, in the currency beside it or the one that the goods have. */
  readonly price?: string;
  readonly currency?: string;
  readonly firstStockMilli?: number;
  readonly goods: {
    readonly category?: string;
    readonly hsDigits?: string;
    readonly netWeightG?: number;
    readonly packedWeightG?: number;
    readonly volumeMl?: number;
    readonly strengthPermille?: number;
    readonly pieces?: number;
    readonly unit?: 'piece' | 'kg';
    readonly origin?: string;
    readonly customsStatus?: CustomsStatus;
  };
};

/** What cells are read against: the vendor's stalls, the kinds of goods by every name, and the market's currencies. */
export type CatalogueWords = {
  readonly stalls: readonly { readonly id: string; readonly code: string }[];
  readonly categories: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly currencies: readonly string[];
};

export type Cells = Readonly<Partial<Record<CatalogueField, string>>>;
export type CellFault = Omit<CatalogueFault, 'line' | 'column'> & { readonly field: CatalogueField };

/** Reads one line, or says everything in it that does not read. */
export function rowOf(
  line: number,
  cells: Cells,
  words: CatalogueWords,
): { readonly row: CatalogueRow } | { readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = [];
  const fault = (field: CatalogueField, kind: CatalogueFaultKind, near: readonly string[] = []): undefined => {
    faults.push({ field, kind, found: (cells[field] ?? '').slice(0, LONGEST_SHOWN), near });
  };
  const said = <Value>(field: CatalogueField, read: (text: string) => Value | undefined): Value | undefined => {
    const text = cells[field] ?? '';
    return text === '' ? undefined : read(text);
  };
  const whole = (field: CatalogueField, most = 10_000_000, kind: CatalogueFaultKind = 'whole', least = 0) =>
    said(field, (text) => {
      const number = /^\d{1,9}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
      return number >= least && number <= most ? number : fault(field, kind);
    });
  const stall = stallOf(cells.stall ?? '', words.stalls);
  if (stall === undefined)
    fault(
      'stall',
      cells.stall ? 'stall' : 'missing',
      words.stalls.slice(0, MOST_NAMED).map(({ code }) => code),
    );
  const gtin = said('gtin', (text) => text.replace(/[\s\u00a0]/g, ''));
  if (gtin === undefined) fault('gtin', 'missing');
  else if (!isGtin(gtin)) fault('gtin', ...gtinFault(gtin));
  const names: Record<string, string> = {};
  for (const language of LANGUAGES_OF_GOODS) {
    const name = cells[`name_${language}`] ?? '';
    if (name.length > LONGEST_NAME) fault(`name_${language}`, 'long');
    else if (name !== '') names[language] = name;
  }
  const goods = {
    category: said('category', (text) => categoryOf(text, words.categories) ?? fault('category', 'category', nearCategories(text, words.categories))),
    hsDigits: said('hs', (text) => (/^\d{4,10}$/.test(text.replace(/[\s.]/g, '')) ? text.replace(/[\s.]/g, '') : fault('hs', 'hs'))),
    netWeightG: whole('net_weight_g'),
    packedWeightG: whole('packed_weight_g'),
    volumeMl: whole('volume_ml'),
    strengthPermille: said('strength_percent', (text) => permilleOf(text) ?? fault('strength_percent', 'strength')),
    pieces: whole('pieces', 100_000, 'pieces', 1),
    unit: said('unit', (text) => wordIn('unit', text) ?? fault('unit', 'unit', Object.keys(CELL_WORDS.unit))),
    origin: said('origin', (text) => (/^[a-z]{3}$/i.test(text) && isState(text.toUpperCase()) ? text.toUpperCase() : fault('origin', 'origin'))),
    customsStatus: said('customs_status', (text) => wordIn('customs_status', text) ?? fault('customs_status', 'customs', Object.keys(CELL_WORDS.customs_status))),
  }; // biome-ignore format: a column a line
  const currency = said('currency', (text) =>
    words.currencies.includes(text.toUpperCase()) ? text.toUpperCase() : fault('currency', 'currency', words.currencies),
  );
  const price = said('price', (text) => decimalIn(text) ?? fault('price', 'price'));
  const firstStockMilli = said('first_stock', (text) => stockOf(text) ?? fault('first_stock', 'stock'));
  if (faults.length > 0 || stall === undefined || gtin === undefined) return { faults };
  return { row: { line, stall, gtin, names, ...known({ price, currency, firstStockMilli }), goods: known(goods) } };
}

const LONGEST_NAME = 160;
const LONGEST_SHOWN = 60;
const MOST_NAMED = 5;

/** A vendor with one stall need not name it. */
const stallOf = (text: string, stalls: CatalogueWords['stalls']): string | undefined =>
  (text === '' && stalls.length === 1 ? stalls[0] : stalls.find(({ code }) => plainOf(code) === plainOf(text)))?.id;

/** A spreadsheet that takes a barcode for a number writes 6.9E+12, and its digits are gone. */
function gtinFault(text: string): [CatalogueFaultKind, (readonly string[])?] {
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return ['gtin-rounded'];
  const body = text.slice(0, -1);
  if (/^(\d{8}|\d{12,14})$/.test(text)) return ['gtin-digit', [body + gtinCheckDigit(body)]];
  // It also drops noughts at the start.
  return ['gtin', [`0${text}`, `00${text}`].filter(isGtin)];
}

type Kinds = CatalogueWords['categories'];

const categoryOf = (text: string, kinds: Kinds): string | undefined =>
  kinds.find(({ id, names }) => [id, ...names].some((name) => plainOf(name) === plainOf(text)))?.id;

const nearCategories = (text: string, kinds: Kinds): readonly string[] =>
  nearOf(
    text,
    kinds.flatMap(({ id, names }) => [id, ...names]),
  );

function wordIn<Field extends keyof typeof CELL_WORDS>(field: Field, text: string): keyof (typeof CELL_WORDS)[Field] | undefined {
  const wanted = plainOf(text);
  const found = Object.entries(CELL_WORDS[field]).find(([word, others]) =>
    [word, ...others].some((each) => plainOf(each) === wanted),
  );
  return found?.[0] as keyof (typeof CELL_WORDS)[Field] | undefined;
}

/** '12,5' or '12.5' percent; 'ABV' and the sign may stand beside it. */
function permilleOf(text: string): number | undefined {
  const plain = text.replace(/\s*%$/, '').replace(',', '.');
  const permille = /^\d{1,3}(\.\d0*)?$/.test(plain) ? Math.round(Number(plain) * 10) : Number.NaN;
  return permille <= 1000 ? permille : undefined;
}

/**
 * A decimal with a point from one with a point or a comma, and with thousands set apart: '1 234,50', '1.234,50', '1,234.50'. One separator
 * with three digits after it may be either, so it is asked for again.
 */
export function decimalIn(text: string): string | undefined {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '');
  const [, whole, fraction = ''] = /^(\d+(?:[.,]\d{3})*?)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const marks = new Set(whole.match(/[.,]/g) ?? []);
  const last = fraction === '' ? '' : plain.at(-fraction.length - 1);
  if (marks.size > 1 || (last !== '' && marks.has(last as string)) || (fraction === '' && marks.size > 0)) return undefined;
  const digits = whole.replace(/[.,]/g, '');
  return digits.length > 12 ? undefined : digits + (fraction === '' ? '' : `.${fraction}`);
}

const stockOf = (text: string): number | undefined => (/^0+([.,]0+)?$/.test(text) ? 0 : quantityMilliOf(text.replace(',', '.')));

/** Only what is there. */
function known<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
