import { sql } from 'drizzle-orm';
import { check, index, integer, oneOf, table, text, uniqueIndex } from './columns.ts';

/** The legal person that sells. */
export const company = table(
  'company',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    taxId: text().notNull(),
    country: text().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [uniqueIndex('company_tax_id').on(t.country, t.taxId)],
);

/** A company's licence to trade here. */
export const vendor = table(
  'vendor',
  {
    id: text().primaryKey(),
    company: text()
      .notNull()
      .references(() => company.id),
    name: text().notNull(),
    licence: text().notNull(),
    licensedAt: text().notNull(),
  },
  (t) => [uniqueIndex('vendor_licence').on(t.licence)],
);

/** A place on one side; the side gives time zone, tax, currency and receipt languages. */
export const stall = table(
  'stall',
  {
    id: text().primaryKey(),
    vendor: text()
      .notNull()
      .references(() => vendor.id),
    side: text().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    openedAt: text().notNull(),
  },
  (t) => [uniqueIndex('stall_code').on(t.code), index('stall_vendor').on(t.vendor)],
);

/** A vendor, a person or a device that may not act for a while. Lifting it is a second instant on the same row. */
export const suspension = table(
  'suspension',
  {
    id: text().primaryKey(),
    subjectKind: oneOf(['vendor', 'person', 'device']).notNull(),
    subject: text().notNull(),
    reason: text().notNull(),
    suspendedAt: text().notNull(),
    suspendedBy: text().notNull(),
    liftedAt: text(),
    liftedBy: text(),
  },
  (t) => [index('suspension_subject').on(t.subject)],
);

/** What the market keeps of each sale, in thousandths, from an instant on: of one vendor, or of every vendor that has none of its own. */
export const commissionRate = table(
  'commission_rate',
  {
    id: text().primaryKey(),
    vendor: text().references(() => vendor.id),
    permille: integer().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [
    index('commission_rate_vendor').on(t.vendor, t.setAt),
    check('commission_rate_permille', sql`${t.permille} >= 0 and ${t.permille} <= 1000`),
  ],
);
