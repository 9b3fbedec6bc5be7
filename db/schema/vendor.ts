import { sql } from 'drizzle-orm';
import { CUSTODIES } from '#lib/till/cash-count.ts';
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

/** Who holds what the tills of a stall take, as the office set it. The newest counts; where there is none, the stall. */
export const stallCustody = table(
  'stall_custody',
  {
    id: text().primaryKey(),
    stall: text()
      .notNull()
      .references(() => stall.id),
    custody: oneOf(CUSTODIES).notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [index('stall_custody_stall').on(t.stall, t.setAt)],
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

/**
 * What the market keeps of each sale, in thousandths, from an instant on: of one vendor, or of every vendor that has none of its own; of
 * goods of one kind and those below it, or of all.
 */
export const commissionRate = table(
  'commission_rate',
  {
    id: text().primaryKey(),
    vendor: text().references(() => vendor.id),
    permille: integer().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
    category: text(),
  },
  (t) => [
    index('commission_rate_vendor').on(t.vendor, t.setAt),
    check('commission_rate_permille', sql`${t.permille} >= 0 and ${t.permille} <= 1000`),
  ],
);

/** The least and the most commission of a month, in one currency, from a month on that had not begun when it was set. */
export const commissionBound = table(
  'commission_bound',
  {
    id: text().primaryKey(),
    vendor: text().references(() => vendor.id),
    currency: text().notNull(),
    floorMinor: integer(),
    capMinor: integer(),
    fromMonth: text().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [
    index('commission_bound_vendor').on(t.vendor, t.fromMonth),
    check(
      'commission_bound_order',
      sql`coalesce(${t.floorMinor}, 0) >= 0 and (${t.capMinor} is null or ${t.capMinor} >= coalesce(${t.floorMinor}, 0))`,
    ),
  ],
);

/** What the market paid a vendor for a month. */
export const payout = table(
  'payout',
  {
    id: text().primaryKey(),
    vendor: text()
      .notNull()
      .references(() => vendor.id),
    month: text().notNull(),
    minor: integer().notNull(),
    currency: text().notNull(),
    paidOn: text().notNull(),
    reference: text().notNull(),
    recordedAt: text().notNull(),
    recordedBy: text().notNull(),
  },
  (t) => [index('payout_vendor').on(t.vendor, t.month), check('payout_minor', sql`${t.minor} > 0`)],
);
