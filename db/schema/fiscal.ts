import { sql } from 'drizzle-orm';
import { DOCUMENT_STATES, DOCUMENT_TYPES, FISCAL_ADAPTERS, type TenderShare } from '#lib/fiscal/fiscal-document.ts';
import { check, index, integer, json, oneOf, table, text, uniqueIndex } from './columns.ts';
import { refund, sale } from './sale.ts';
import { tillSession } from './till.ts';

/** Who a side's fiscal documents go to and how long they may wait, as the office entered it. The newest of a side counts; none: nobody. */
export const fiscalAdapter = table(
  'fiscal_adapter',
  {
    id: text().primaryKey(),
    side: text().notNull(),
    adapter: oneOf(FISCAL_ADAPTERS).notNull(),
    onTimeMinutes: integer().notNull(),
    loudHours: integer().notNull(),
    shutHours: integer().notNull(),
    setAt: text().notNull(),
    setBy: text().notNull(),
  },
  (t) => [
    index('fiscal_adapter_side').on(t.side, t.setAt),
    check(
      'fiscal_adapter_terms',
      sql`${t.onTimeMinutes} > 0 and ${t.loudHours} > 0 and ${t.shutHours} > ${t.loudHours} and ${t.onTimeMinutes} <= ${t.loudHours} * 60`,
    ),
  ],
);

/** What one sale, void or refund is to a tax authority: written with it, numbered by device and shift, and settled by its operator later. */
export const fiscalDocument = table(
  'fiscal_document',
  {
    id: text().primaryKey(),
    side: text().notNull(),
    adapter: oneOf(FISCAL_ADAPTERS).notNull(),
    type: oneOf(DOCUMENT_TYPES).notNull(),
    sale: text()
      .notNull()
      .references(() => sale.id),
    refund: text().references(() => refund.id),
    device: text().notNull(),
    tillSession: text().references(() => tillSession.id),
    register: text().notNull(),
    /** The number of the till session; nought where there is none. */
    shift: integer().notNull(),
    number: integer().notNull(),
    taxId: text().notNull(),
    totalMinor: integer().notNull(),
    currency: text().notNull(),
    tenders: json<readonly TenderShare[]>().notNull(),
    autonomousSign: text().notNull(),
    origin: oneOf(['live', 'offline']).notNull(),
    occurredAt: text().notNull(),
    recordedAt: text().notNull(),
    state: oneOf(DOCUMENT_STATES).notNull(),
    /** The operator's own, where it gives them. */
    sign: text(),
    operatorNumber: text(),
    link: text(),
    /** Why the operator turned it down. */
    why: text(),
    /** From when on its wait counts: when the market wrote it down, or when a refused one was tried again. */
    waitsSince: text().notNull(),
    /** When the operator's word came; null while it is waited for. */
    settledAt: text(),
  },
  (t) => [
    uniqueIndex('fiscal_document_number').on(t.device, t.shift, t.number),
    uniqueIndex('fiscal_document_once').on(t.sale, t.type).where(sql`refund is null`),
    uniqueIndex('fiscal_document_refund').on(t.refund),
    index('fiscal_document_sale').on(t.sale),
    index('fiscal_document_till_session').on(t.tillSession),
    index('fiscal_document_waiting').on(t.side, t.waitsSince, t.id).where(sql`settled_at is null`),
    index('fiscal_document_refused').on(t.side, t.recordedAt).where(sql`state = 'refused'`),
    check('fiscal_document_of_refund', sql`(${t.type} = 'refund') = (${t.refund} is not null)`),
    check('fiscal_document_settled', sql`(${t.state} in ('pending', 'autonomous')) = (${t.settledAt} is null)`),
  ],
);
