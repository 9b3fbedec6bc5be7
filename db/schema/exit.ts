import { sql } from 'drizzle-orm';
import { FATES } from '#lib/exit/fate.ts';
import { check, flag, index, integer, json, oneOf, primaryKey, table, text, uniqueIndex } from './columns.ts';
import { pass, visit } from './visit.ts';

/** Presented, resolved line by line, closed. A visit has one that is presented at most. */
export const exitCase = table(
  'exit_case',
  {
    id: text().primaryKey(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    pass: text()
      .notNull()
      .references(() => pass.id),
    gate: text().notNull(),
    exitSide: text().notNull(),
    state: oneOf(['presented', 'settled', 'unsettled', 'withdrawn']).notNull(),
    decision: text().notNull(),
    presentedAt: text().notNull(),
    closedAt: text(),
    closedBy: text(),
    closingReason: text(),
  },
  (t) => [
    uniqueIndex('exit_case_one_presented').on(t.visit).where(sql`state = 'presented'`),
    index('exit_case_visit').on(t.visit),
    index('exit_case_presented').on(t.presentedAt, t.exitSide, t.state),
    check('exit_case_closed', sql`(${t.state} = 'presented') = (${t.closedAt} is null)`),
  ],
);

/** What the traveller carries, each line with its source and its fate. */
export const declaredLine = table(
  'declared_line',
  {
    id: text().primaryKey(),
    exitCase: text()
      .notNull()
      .references(() => exitCase.id),
    position: integer().notNull(),
    source: oneOf(['sale', 'brought-in', 'party', 'elsewhere', 'found']).notNull(),
    saleLine: text(),
    stall: text(),
    names: json<Record<string, string>>().notNull(),
    category: text().notNull(),
    hs: text().notNull(),
    quantityMilli: integer().notNull(),
    units: integer().notNull(),
    valueMinor: integer().notNull(),
    currency: text().notNull(),
    weightG: integer().notNull(),
    volumeMl: integer().notNull(),
    strengthPermille: integer().notNull(),
    pieces: integer().notNull(),
    fate: oneOf(FATES).notNull(),
    resolved: flag().notNull(),
  },
  (t) => [
    uniqueIndex('declared_line_position').on(t.exitCase, t.position),
    check('declared_line_quantity', sql`${t.quantityMilli} > 0`),
  ],
);

/** An officer's word on a line; the line before and after stay readable. */
export const lineResolution = table(
  'line_resolution',
  {
    id: text().primaryKey(),
    line: text()
      .notNull()
      .references(() => declaredLine.id),
    fate: oneOf(FATES).notNull(),
    quantityMilli: integer().notNull(),
    weightG: integer().notNull(),
    valueMinor: integer().notNull(),
    before: json<Record<string, string | number>>().notNull(),
    reason: text().notNull(),
    resolvedAt: text().notNull(),
    resolvedBy: text().notNull(),
  },
  (t) => [index('line_resolution_line').on(t.line)],
);

export const lineObjection = table('line_objection', {
  id: text().primaryKey(),
  line: text()
    .notNull()
    .references(() => declaredLine.id),
  words: text().notNull(),
  recordedAt: text().notNull(),
});

/** Two officers who let a traveller leave by the other side. */
export const exitSignature = table(
  'exit_signature',
  {
    exitCase: text()
      .notNull()
      .references(() => exitCase.id),
    officer: text().notNull(),
    reason: text().notNull(),
    signedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.exitCase, t.officer] })],
);

export const duty = table(
  'duty',
  {
    id: text().primaryKey(),
    exitCase: text()
      .notNull()
      .references(() => exitCase.id),
    kind: oneOf(['estimated', 'assessed', 'paid', 'waived']).notNull(),
    minor: integer().notNull(),
    currency: text().notNull(),
    recordedAt: text().notNull(),
    recordedBy: text().notNull(),
  },
  (t) => [index('duty_exit_case').on(t.exitCase), check('duty_minor', sql`${t.minor} >= 0`)],
);

/** How a visit ended before the law; presence says where the person is. */
export const settlement = table('settlement', {
  visit: text()
    .primaryKey()
    .references(() => visit.id),
  exitCase: text().references(() => exitCase.id),
  outcome: oneOf(['settled', 'unsettled']).notNull(),
  inAbsence: flag().notNull(),
  settledAt: text().notNull(),
  settledBy: text().notNull(),
});
