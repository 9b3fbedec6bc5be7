import { CATALOGUE_COLUMNS, type CatalogueField } from '#lib/catalogue/catalogue-columns.ts';
import { isLanguage } from '#lib/words/languages.ts';
import type { FileTable } from '../../_desk/table-file.ts';
import type { ProductView } from '../shop-views.ts';

/** What the columns hold of goods. First stock is for goods that are new: a shelf that is written out and read back changes nothing. */
const CELLS: Readonly<Record<CatalogueField, (product: ProductView) => string>> = {
  stall: ({ stallCode }) => stallCode,
  gtin: ({ gtin }) => gtin,
  name_en: ({ names }) => names.en ?? '',
  name_zh: ({ names }) => names.zh ?? '',
  name_ru: ({ names }) => names.ru ?? '',
  name_kk: ({ names }) => names.kk ?? '',
  name_ur: ({ names }) => names.ur ?? '',
  category: ({ category }) => category,
  hs: ({ hs }) => hs.digits,
  price: ({ price }) => price.amount,
  currency: ({ price }) => price.currency,
  unit: ({ unit }) => unit,
  net_weight_g: ({ netWeightG }) => String(netWeightG),
  packed_weight_g: ({ packedWeightG }) => String(packedWeightG),
  volume_ml: ({ volumeMl }) => String(volumeMl),
  strength_percent: ({ strengthPermille }) => String(strengthPermille / 10),
  pieces: ({ pieces }) => String(pieces),
  origin: ({ origin }) => origin,
  customs_status: ({ customsStatus }) => customsStatus,
  first_stock: () => '',
};

const NUMBERS: readonly CatalogueField[] = [
  'price',
  'net_weight_g',
  'packed_weight_g',
  'volume_ml',
  'strength_percent',
  'pieces',
];

/** A shelf as a catalogue file, its headings in the reader's language; without goods it is the empty table to fill in. */
export const catalogueTable = (products: readonly ProductView[], language: string): FileTable => ({
  name: 'catalogue',
  columns: CATALOGUE_COLUMNS.map(({ field, heads }) => ({
    head: heads[isLanguage(language) ? language : 'en'],
    kind: NUMBERS.includes(field) ? 'number' : 'text',
  })),
  rows: products.map((product) => CATALOGUE_COLUMNS.map(({ field }) => CELLS[field](product))),
});
