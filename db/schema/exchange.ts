import { sql } from 'drizzle-orm';
import { check, integer, table, text, uniqueIndex } from './columns.ts';
import { refund, sale } from './sale.ts';

/** Goods that came back and goods that were sold for them in one act: neither stands alone. */
export const exchange = table(
  'exchange',
  {
    refund: text()
      .primaryKey()
      .references(() => refund.id),
    sale: text()
      .notNull()
      .references(() => sale.id),
    /** How much of what came back paid for what was sold. */
    minor: integer().notNull(),
    currency: text().notNull(),
  },
  (t) => [uniqueIndex('exchange_sale').on(t.sale), check('exchange_minor', sql`${t.minor} >= 0`)],
);
