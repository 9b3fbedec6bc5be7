import { sql } from 'drizzle-orm';
import type { FactLine } from '#lib/law/decision.ts';
import { check, flag, index, integer, json, oneOf, table, text, uniqueIndex } from './columns.ts';
import { exitCase } from './exit.ts';
import { visit } from './visit.ts';

/** Who holds how much of which limit in which period. The CHECK is promise 2 of the design. */
export const account = table(
  'account',
  {
    id: text().primaryKey(),
    holderKind: oneOf(['traveller', 'party', 'company', 'region']).notNull(),
    holder: text().notNull(),
    rule: text().notNull(),
    period: text().notNull(),
    unit: text().notNull(),
    limitAmount: integer().notNull(),
    posted: integer().notNull(),
    held: integer().notNull(),
  },
  (t) => [
    uniqueIndex('account_holder_rule_period').on(t.holder, t.rule, t.period),
    check('account_never_overspent', sql`${t.posted} >= 0 and ${t.held} >= 0 and ${t.posted} + ${t.held} <= ${t.limitAmount}`),
  ],
);

/** Every movement of an account; `posted` and `held` are the sums of these. */
export const accountEntry = table(
  'account_entry',
  {
    id: text().primaryKey(),
    account: text()
      .notNull()
      .references(() => account.id),
    visit: text().references(() => visit.id),
    act: text().notNull(),
    kind: oneOf(['hold', 'release', 'post', 'unpost', 'expire']).notNull(),
    amount: integer().notNull(),
    leavesOn: text(),
    recordedAt: text().notNull(),
  },
  (t) => [
    index('account_entry_account').on(t.account),
    index('account_entry_visit').on(t.visit),
    check('account_entry_amount', sql`${t.amount} > 0`),
  ],
);

/** What lies beyond a limit, with its cause. A reversal is a row with a negative amount. */
export const excess = table(
  'excess',
  {
    id: text().primaryKey(),
    holder: text().notNull(),
    rule: text().notNull(),
    period: text().notNull(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    act: text().notNull(),
    cause: oneOf([
      'sale',
      'lease',
      'void',
      'refund',
      'exit',
      'rate-moved',
      'tier-changed',
      'law-changed',
      'weighed',
      'documents-linked',
      'chosen',
      'corrected',
    ]).notNull(),
    amount: integer().notNull(),
    unit: text().notNull(),
    outcome: oneOf(['taxed', 'forbidden', 'needs-document']).notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [index('excess_visit').on(t.visit)],
);

/** A decision with all that it was made from, so that it can be run again from its own record. */
export const decision = table(
  'decision',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    act: text().notNull(),
    engine: integer().notNull(),
    packHash: text().notNull(),
    facts: json<unknown>().notNull(),
    body: json<unknown>().notNull(),
    recordedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('decision_code').on(t.code),
    index('decision_visit').on(t.visit),
    index('decision_recorded').on(t.recordedAt, t.id),
  ],
);

/** The plan in force for a visit: the decision that the last act made over all its goods. */
export const plan = table('plan', {
  visit: text()
    .primaryKey()
    .references(() => visit.id),
  decision: text()
    .notNull()
    .references(() => decision.id),
  exitSide: text().notNull(),
  plannedAt: text().notNull(),
});

/** Goods in a till's basket that the visit's plan holds already, so that the till can sell them without a network. Its id is the basket's. */
export const lease = table(
  'lease',
  {
    id: text().primaryKey(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    device: text().notNull(),
    state: oneOf(['held', 'returned', 'spent', 'recalled']).notNull(),
    lines: json<readonly FactLine[]>().notNull(),
    heldAt: text().notNull(),
    endedAt: text(),
    recalledBy: text(),
    reason: text(),
    /** Of the question that it was last answered by, as its till counts them. */
    turn: integer(),
  },
  (t) => [
    index('lease_visit').on(t.visit, t.state),
    index('lease_held').on(t.heldAt, t.id).where(sql`state = 'held'`),
    check('lease_ended', sql`(${t.state} = 'held') = (${t.endedAt} is null)`),
  ],
);

/** The traveller's word on a counted exit: use it, or pay the duty and save it. The newest on a rule stands for the visit. Its id is the act's. */
export const allowanceChoice = table(
  'allowance_choice',
  {
    id: text().primaryKey(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    /** Counted from 1 in each visit. */
    place: integer().notNull(),
    rule: text().notNull(),
    saves: flag().notNull(),
    exitCase: text().references(() => exitCase.id),
    /** The duty of either way, as it was shown before the choice. */
    usingMinor: integer().notNull(),
    savingMinor: integer().notNull(),
    currency: text().notNull(),
    chosenAt: text().notNull(),
    recordedBy: text().notNull(),
  },
  (t) => [uniqueIndex('allowance_choice_place').on(t.visit, t.place)],
);
