import { sql } from 'drizzle-orm';
import { CUSTOMS_STATUSES } from '#lib/catalogue/product.ts';
import { check, index, integer, json, oneOf, primaryKey, table, text, uniqueIndex } from './columns.ts';
import { stall, vendor } from './vendor.ts';

export const product = table(
  'product',
  {
    id: text().primaryKey(),
    vendor: text()
      .notNull()
      .references(() => vendor.id),
    stall: text()
      .notNull()
      .references(() => stall.id),
    gtin: text().notNull(),
    names: json<Record<string, string>>().notNull(),
    category: text().notNull(),
    hsScheme: text().notNull(),
    hsEdition: text().notNull(),
    hsDigits: text().notNull(),
    priceMinor: integer().notNull(),
    currency: text().notNull(),
    netWeightG: integer().notNull(),
    packedWeightG: integer().notNull(),
    volumeMl: integer().notNull(),
    strengthPermille: integer().notNull(),
    pieces: integer().notNull(),
    unit: oneOf(['piece', 'kg']).notNull(),
    origin: text().notNull(),
    customsStatus: oneOf(CUSTOMS_STATUSES).notNull(),
    changedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('product_stall_gtin').on(t.stall, t.gtin),
    index('product_gtin').on(t.gtin),
    index('product_stall').on(t.stall, t.id),
    index('product_vendor').on(t.vendor, t.id),
    index('product_changed').on(t.stall, t.changedAt),
    index('product_category').on(t.category, t.id),
    check(
      'product_measures',
      sql`${t.priceMinor} >= 0 and ${t.netWeightG} >= 0 and ${t.packedWeightG} >= ${t.netWeightG} and ${t.volumeMl} >= 0 and ${t.pieces} >= 1`,
    ),
  ],
);

/**
 * What goods are found by (lib/catalogue/search.ts). It follows from their names and can be made again, so it is no evidence, and nothing
 * points from it: ten million references would be checked each time that the market is.
 */
export const searchWord = table('search_word', { word: text().notNull(), product: text().notNull() }, (t) => [
  primaryKey({ columns: [t.word, t.product] }),
  index('search_word_product').on(t.product, t.word),
]);

export const priceChange = table(
  'price_change',
  {
    id: text().primaryKey(),
    product: text()
      .notNull()
      .references(() => product.id),
    priceMinor: integer().notNull(),
    currency: text().notNull(),
    changedAt: text().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [index('price_change_product').on(t.product)],
);

/** Goods that came in together, under one customs status. */
export const lot = table(
  'lot',
  {
    id: text().primaryKey(),
    product: text()
      .notNull()
      .references(() => product.id),
    customsStatus: oneOf(CUSTOMS_STATUSES).notNull(),
    manifest: text(),
    receivedAt: text().notNull(),
  },
  (t) => [index('lot_product').on(t.product, t.receivedAt)],
);

/** Every change of stock is a row; what is on hand is their sum. */
export const stockMovement = table(
  'stock_movement',
  {
    id: text().primaryKey(),
    product: text()
      .notNull()
      .references(() => product.id),
    lot: text().references(() => lot.id),
    kind: oneOf(['receipt', 'sale', 'void', 'refund', 'stocktake', 'loss']).notNull(),
    quantityMilli: integer().notNull(),
    reason: text(),
    act: text().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [
    index('stock_movement_product').on(t.product, t.quantityMilli),
    index('stock_movement_recorded').on(t.product, t.recordedAt, t.id),
  ],
);
