/**
 * Sums that reports read, so that they take as long after ten million sales as after ten. The database keeps them itself, by the triggers of
 * migrations 0010, 0012 and 0020 (lib/why/reports-read-sums.md): nothing here is written by a store, and all of it is proven against its rows.
 */
import { index, integer, oneOf, primaryKey, table, text } from './columns.ts';

/** Sales that stand, of one stall on one market day. `part` is the device. */
export const takings = table(
  'takings',
  {
    marketDay: text().notNull(),
    stall: text().notNull(),
    currency: text().notNull(),
    part: text().notNull(),
    sales: integer().notNull(),
    minor: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.marketDay, t.stall, t.currency, t.part] }), index('takings_stall').on(t.stall, t.marketDay)],
);

/** Sales that stand, of one side in one hour of one market day. `part` is the end of the device's id. */
export const takingsHour = table(
  'takings_hour',
  {
    marketDay: text().notNull(),
    side: text().notNull(),
    /** The start of an instant, as far as its hour (UTC). */
    hour: text().notNull(),
    part: text().notNull(),
    sales: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.marketDay, t.side, t.hour, t.part] })],
);

/**
 * Sales that stand, of one stall on one market day, by something: the hour they happened in ('2026-11-22T03', UTC), who sold them ('' for
 * nobody) or the product. `part` is the device; of products, which are many, it is empty.
 */
export const takingsBy = table(
  'takings_by',
  {
    stall: text().notNull(),
    by: oneOf(['hour', 'cashier', 'product']).notNull(),
    marketDay: text().notNull(),
    subject: text().notNull(),
    currency: text().notNull(),
    part: text().notNull(),
    /** Sales, or lines of a product. */
    sales: integer().notNull(),
    quantityMilli: integer().notNull(),
    minor: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stall, t.by, t.marketDay, t.subject, t.currency, t.part] })],
);

/** What was ever sold of a product, and stands. `part` is the device. */
export const productTakings = table(
  'product_takings',
  {
    vendor: text().notNull(),
    product: text().notNull(),
    currency: text().notNull(),
    part: text().notNull(),
    quantityMilli: integer().notNull(),
    minor: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.vendor, t.product, t.currency, t.part] })],
);

/** What is on hand. `part` is the last character of the act. */
export const stockSum = table(
  'stock_sum',
  { product: text().notNull(), part: text().notNull(), quantityMilli: integer().notNull() },
  (t) => [primaryKey({ columns: [t.product, t.part] })],
);

/** All accounts under a rule. `part` is the end of the holder. */
export const accountSum = table(
  'account_sum',
  {
    rule: text().notNull(),
    part: text().notNull(),
    accounts: integer().notNull(),
    used: integer().notNull(),
    limitAmount: integer().notNull(),
    /** How many have nine tenths used. */
    nearlySpent: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.rule, t.part] })],
);
