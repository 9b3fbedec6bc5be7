import { sql } from 'drizzle-orm';
import type { Refusal } from '#lib/act/refusal.ts';
import { FATES } from '#lib/exit/fate.ts';
import type { Rate } from '#lib/money/rate.ts';
import { decision } from './allowance.ts';
import { lot, product } from './catalogue.ts';
import { check, flag, index, integer, json, oneOf, table, text, uniqueIndex } from './columns.ts';
import { tillSession } from './till.ts';
import { company, stall, vendor } from './vendor.ts';
import { pass, visit } from './visit.ts';

/** Money handed over once for one or more sales, with who keeps it. */
export const payment = table(
  'payment',
  {
    id: text().primaryKey(),
    custody: oneOf(['stall', 'market']).notNull(),
    device: text().notNull(),
    operator: text(),
    tillSession: text().references(() => tillSession.id),
    recordedAt: text().notNull(),
  },
  (t) => [index('payment_till_session').on(t.tillSession)],
);

export const tender = table(
  'tender',
  {
    id: text().primaryKey(),
    payment: text()
      .notNull()
      .references(() => payment.id),
    kind: oneOf(['cash', 'card', 'qr']).notNull(),
    minor: integer().notNull(),
    currency: text().notNull(),
    reference: text(),
    rate: json<readonly Rate[]>().notNull(),
  },
  (t) => [index('tender_payment').on(t.payment), check('tender_minor', sql`${t.minor} > 0`)],
);

export const changeGiven = table('change_given', {
  payment: text()
    .primaryKey()
    .references(() => payment.id),
  minor: integer().notNull(),
  currency: text().notNull(),
});

/** What a payment in cash came to more than its sales, or less, because no coin is small enough. */
export const paymentRounding = table(
  'payment_rounding',
  {
    payment: text()
      .primaryKey()
      .references(() => payment.id),
    minor: integer().notNull(),
    currency: text().notNull(),
  },
  (t) => [check('payment_rounding_minor', sql`${t.minor} <> 0`)],
);

/** One seller, one stall, one pass. */
export const sale = table(
  'sale',
  {
    id: text().primaryKey(),
    number: text().notNull(),
    device: text().notNull(),
    position: integer().notNull(),
    stall: text()
      .notNull()
      .references(() => stall.id),
    vendor: text()
      .notNull()
      .references(() => vendor.id),
    seller: text()
      .notNull()
      .references(() => company.id),
    sellerName: text().notNull(),
    sellerTaxId: text().notNull(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    pass: text()
      .notNull()
      .references(() => pass.id),
    traveller: text().notNull(),
    payment: text()
      .notNull()
      .references(() => payment.id),
    tillSession: text().references(() => tillSession.id),
    operator: text(),
    decision: text()
      .notNull()
      .references(() => decision.id),
    totalMinor: integer().notNull(),
    currency: text().notNull(),
    origin: oneOf(['live', 'offline', 'paper', 'import']).notNull(),
    identityCheck: json<{ how: string; result: string } | null>(),
    marketDay: text().notNull(),
    occurredAt: text().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('sale_device_position').on(t.device, t.position),
    uniqueIndex('sale_number').on(t.number),
    index('sale_visit').on(t.visit),
    index('sale_stall').on(t.stall, t.recordedAt, t.id),
    index('sale_vendor').on(t.vendor, t.recordedAt, t.id),
    index('sale_till_session').on(t.tillSession),
    index('sale_payment').on(t.payment),
    index('sale_decision').on(t.decision),
  ],
);

export const saleLine = table(
  'sale_line',
  {
    id: text().primaryKey(),
    sale: text()
      .notNull()
      .references(() => sale.id),
    line: integer().notNull(),
    product: text()
      .notNull()
      .references(() => product.id),
    lot: text().references(() => lot.id),
    names: json<Record<string, string>>().notNull(),
    category: text().notNull(),
    hs: text().notNull(),
    quantityMilli: integer().notNull(),
    units: integer().notNull(),
    listMinor: integer().notNull(),
    discountMinor: integer().notNull(),
    paidMinor: integer().notNull(),
    gift: flag().notNull(),
    netWeightG: integer().notNull(),
    packedWeightG: integer().notNull(),
    volumeMl: integer().notNull(),
    strengthPermille: integer().notNull(),
    pieces: integer().notNull(),
    fate: oneOf(FATES).notNull(),
    lawRate: json<readonly Rate[]>().notNull(),
    tillRate: json<readonly Rate[]>().notNull(),
    /** What tells this piece from others: its serial number, its colour. */
    note: text(),
  },
  (t) => [
    uniqueIndex('sale_line_position').on(t.sale, t.line),
    check(
      'sale_line_money',
      sql`${t.quantityMilli} > 0 and ${t.paidMinor} = ${t.listMinor} - ${t.discountMinor} and ${t.paidMinor} >= 0`,
    ),
  ],
);

/** How a sale that a till made without a network was known to have been made, and what the market found when it came in. */
export const offlineSale = table(
  'offline_sale',
  {
    sale: text()
      .primaryKey()
      .references(() => sale.id),
    device: text().notNull(),
    /** Counted by the till; it stands on the paper. Two papers may have one number, if a tablet was copied: the second sale's own is longer. */
    number: integer().notNull(),
    /** The newest instant of the server's clock that the till could prove. */
    beaconAt: text(),
    clock: oneOf(['monotonic', 'wall']).notNull(),
    saidAt: text().notNull(),
    deviceClock: text().notNull(),
    flags: json<readonly Refusal[]>().notNull(),
  },
  (t) => [
    index('offline_sale_number').on(t.device, t.number),
    index('offline_sale_flagged').on(t.sale).where(sql`flags <> '[]'`),
  ],
);

/** The most that a till may sell on one pass without a network and without a lease; nought: nothing. The newest of a currency counts. */
export const offlineFloor = table(
  'offline_floor',
  {
    id: text().primaryKey(),
    currency: text().notNull(),
    minor: integer().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [index('offline_floor_currency').on(t.currency, t.setAt), check('offline_floor_minor', sql`${t.minor} >= 0`)],
);

export const saleVoid = table('sale_void', {
  sale: text()
    .primaryKey()
    .references(() => sale.id),
  reason: text().notNull(),
  voidedAt: text().notNull(),
  voidedBy: text().notNull(),
});

export const refund = table(
  'refund',
  {
    id: text().primaryKey(),
    sale: text()
      .notNull()
      .references(() => sale.id),
    paidBy: oneOf(['stall', 'desk']).notNull(),
    totalMinor: integer().notNull(),
    currency: text().notNull(),
    tillSession: text().references(() => tillSession.id),
    refundedAt: text().notNull(),
    refundedBy: text().notNull(),
  },
  (t) => [index('refund_sale').on(t.sale), index('refund_till_session').on(t.tillSession)],
);

export const refundLine = table(
  'refund_line',
  {
    id: text().primaryKey(),
    refund: text()
      .notNull()
      .references(() => refund.id),
    saleLine: text()
      .notNull()
      .references(() => saleLine.id),
    quantityMilli: integer().notNull(),
    minor: integer().notNull(),
    goods: oneOf(['back', 'kept']).notNull(),
    /** False once the visit is closed: money goes back, the allowance does not. */
    replans: flag().notNull(),
  },
  (t) => [index('refund_line_sale_line').on(t.saleLine), check('refund_line_quantity', sql`${t.quantityMilli} > 0`)],
);

export const refundTender = table(
  'refund_tender',
  {
    id: text().primaryKey(),
    refund: text()
      .notNull()
      .references(() => refund.id),
    kind: oneOf(['cash', 'card', 'qr']).notNull(),
    minor: integer().notNull(),
    currency: text().notNull(),
    reference: text(),
  },
  (t) => [index('refund_tender_refund').on(t.refund)],
);

/** What a refund in cash came to more than its lines, or less. */
export const refundRounding = table(
  'refund_rounding',
  {
    refund: text()
      .primaryKey()
      .references(() => refund.id),
    minor: integer().notNull(),
    currency: text().notNull(),
  },
  (t) => [check('refund_rounding_minor', sql`${t.minor} <> 0`)],
);
