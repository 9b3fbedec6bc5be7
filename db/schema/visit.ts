import { sql } from 'drizzle-orm';
import { KNOWN_FROM } from '#lib/exit/pass-record.ts';
import { type AnyColumn, check, index, integer, json, oneOf, table, text, uniqueIndex } from './columns.ts';
import { party, traveller } from './traveller.ts';

/** Permission to be inside. Its state is read from its visit, its revocation, its replacement and the clock. */
export const pass = table(
  'pass',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    text: text().notNull(),
    traveller: text()
      .notNull()
      .references(() => traveller.id),
    category: oneOf(['visitor', 'stall-staff', 'market-staff', 'driver', 'official', 'contractor']).notNull(),
    side: text().notNull(),
    gate: text().notNull(),
    nationality: text().notNull(),
    residence: text().notNull(),
    ageYears: integer().notNull(),
    validFrom: text().notNull(),
    validUntil: text().notNull(),
    guardianPass: text(),
    party: text().references(() => party.id),
    packHash: text().notNull(),
    keyId: text().notNull(),
    replaces: text(),
    issuedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('pass_code').on(t.code),
    uniqueIndex('pass_replaces').on(t.replaces),
    index('pass_traveller').on(t.traveller),
    index('pass_nationality').on(t.nationality, t.id),
    check('pass_validity', sql`${t.validFrom} < ${t.validUntil}`),
  ],
);

export const passRevocation = table('pass_revocation', {
  pass: text()
    .primaryKey()
    .references(() => pass.id),
  reason: text().notNull(),
  revokedAt: text().notNull(),
  revokedBy: text().notNull(),
});

/** One stay of one traveller; the index lets a traveller have one that is not closed. */
export const visit = table(
  'visit',
  {
    id: text().primaryKey(),
    traveller: text()
      .notNull()
      .references(() => traveller.id),
    pass: text()
      .notNull()
      .references(() => pass.id),
    side: text().notNull(),
    gate: text().notNull(),
    ageYears: integer().notNull(),
    state: oneOf(['open', 'presented', 'closed']).notNull(),
    enteredAt: text().notNull(),
    closedAt: text(),
  },
  (t) => [
    uniqueIndex('visit_one_open').on(t.traveller).where(sql`state <> 'closed'`),
    index('visit_traveller').on(t.traveller, t.enteredAt),
    index('visit_pass').on(t.pass),
    index('visit_state').on(t.state),
    index('visit_entered').on(t.enteredAt, t.side),
    check('visit_closed', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** In or out, where, and how it is known. No clock writes here. */
export const presence = table(
  'presence',
  {
    id: text().primaryKey(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    direction: oneOf(['in', 'out']).notNull(),
    side: text().notNull(),
    gate: text().notNull(),
    at: text().notNull(),
    how: oneOf(['pass-scanned', 'officer-said', 'import']).notNull(),
  },
  (t) => [index('presence_visit').on(t.visit)],
);

/** Goods that came in with the traveller and were said at entry. */
export const broughtIn = table(
  'brought_in',
  {
    id: text().primaryKey(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    description: text().notNull(),
    category: text().notNull(),
    quantityMilli: integer().notNull(),
    weightG: integer().notNull(),
    volumeMl: integer().notNull(),
    strengthPermille: integer().notNull(),
    pieces: integer().notNull(),
    valueMinor: integer().notNull(),
    currency: text().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [index('brought_in_visit').on(t.visit), check('brought_in_quantity', sql`${t.quantityMilli} > 0`)],
);

/** A crossing or an amount known from elsewhere: a customs reply, a stamp, a statement. */
export const outsideEntry = table(
  'outside_entry',
  {
    id: text().primaryKey(),
    traveller: text()
      .notNull()
      .references(() => traveller.id),
    rule: text().notNull(),
    period: text().notNull(),
    amount: integer().notNull(),
    unit: text().notNull(),
    knownFrom: oneOf(KNOWN_FROM).notNull(),
    recordedAt: text().notNull(),
    recordedBy: text().notNull(),
    happenedAt: text(),
    reason: text(),
    /** The entry that this one takes the place of. */
    corrects: text().references((): AnyColumn => outsideEntry.id),
  },
  (t) => [
    index('outside_entry_traveller').on(t.traveller, t.rule, t.period),
    uniqueIndex('outside_entry_corrects').on(t.corrects),
  ],
);

/** What an officer found out about a line of goods after it was written; all of it as it is now known. Its id is the act's. */
export const lineCorrection = table(
  'line_correction',
  {
    id: text().primaryKey(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    /** Counted from 1 in each visit. */
    place: integer().notNull(),
    /** A line of a sale, of what was brought in, or of a closed exit case. */
    line: text().notNull(),
    category: text().notNull(),
    quantityMilli: integer().notNull(),
    weightG: integer().notNull(),
    valueMinor: integer().notNull(),
    currency: text().notNull(),
    before: json<Record<string, string | number>>().notNull(),
    reason: text().notNull(),
    correctedAt: text().notNull(),
    correctedBy: text().notNull(),
  },
  (t) => [
    uniqueIndex('line_correction_place').on(t.visit, t.place),
    check('line_correction_quantity', sql`${t.quantityMilli} >= 0`),
  ],
);
