import { sql } from 'drizzle-orm';
import { DISCOUNT_REASONS } from '#lib/sale/discount.ts';
import { check, index, integer, oneOf, table, text } from './columns.ts';
import { sale, saleLine } from './sale.ts';
import { person } from './staff.ts';
import { device, tillSession } from './till.ts';
import { stall } from './vendor.ts';

/** How much of a price a cashier of a stall may take off alone, in hundredths of a per cent. The newest counts; where there is none, nothing. */
export const discountLimit = table(
  'discount_limit',
  {
    id: text().primaryKey(),
    stall: text()
      .notNull()
      .references(() => stall.id),
    basisPoints: integer().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [
    index('discount_limit_stall').on(t.stall, t.setAt),
    check('discount_limit_basis_points', sql`${t.basisPoints} >= 0 and ${t.basisPoints} <= 10000`),
  ],
);

/** An owner's word, by PIN at a till, that one payment there may be less by so much. */
export const discountApproval = table(
  'discount_approval',
  {
    id: text().primaryKey(),
    device: text()
      .notNull()
      .references(() => device.id),
    tillSession: text().references(() => tillSession.id),
    minor: integer().notNull(),
    currency: text().notNull(),
    askedBy: text().notNull(),
    approvedBy: text()
      .notNull()
      .references(() => person.id),
    approvedAt: text().notNull(),
  },
  (t) => [check('discount_approval_minor', sql`${t.minor} > 0`)],
);

/** What came off a sale, or off one line of it, and why. */
export const saleDiscount = table(
  'sale_discount',
  {
    id: text().primaryKey(),
    sale: text()
      .notNull()
      .references(() => sale.id),
    /** Nothing: of the whole sale, and spread over its lines. */
    saleLine: text().references(() => saleLine.id),
    /** As it was said; nothing where an amount was. */
    basisPoints: integer(),
    minor: integer().notNull(),
    reason: oneOf(DISCOUNT_REASONS).notNull(),
    note: text(),
    approval: text().references(() => discountApproval.id),
  },
  (t) => [
    index('sale_discount_sale').on(t.sale),
    index('sale_discount_approval').on(t.approval),
    check('sale_discount_minor', sql`${t.minor} >= 0`),
  ],
);
