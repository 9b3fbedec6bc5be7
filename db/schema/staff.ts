import { sql } from 'drizzle-orm';
import { index, integer, oneOf, table, text, uniqueIndex } from './columns.ts';
import { traveller } from './traveller.ts';
import { vendor } from './vendor.ts';

/** Somebody who works here. Login and password at a desk, PIN at a device. */
export const person = table(
  'person',
  {
    id: text().primaryKey(),
    login: text(),
    name: text().notNull(),
    role: oneOf(['administrator', 'auditor', 'owner', 'cashier', 'officer']).notNull(),
    vendor: text().references(() => vendor.id),
    passwordHash: text(),
    pinHash: text(),
    recordedAt: text().notNull(),
  },
  (t) => [uniqueIndex('person_login').on(t.login), index('person_vendor').on(t.vendor)],
);

/** A signed-in browser; ending the row ends the session at the next request. */
export const signIn = table(
  'sign_in',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    startedAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [index('sign_in_person').on(t.person)],
);

/** The link by which the first administrator makes themselves. One at a time. */
export const firstLink = table(
  'first_link',
  { tokenHash: text().primaryKey(), madeAt: text().notNull(), endedAt: text() },
  (t) => [uniqueIndex('first_link_one').on(sql`(${t.endedAt} is null)`).where(sql`ended_at is null`)],
);

/** Wrong passwords and PINs, by pair of door and person, so that nobody locks another's till. */
export const wrongAttempt = table('wrong_attempt', {
  pair: text().primaryKey(),
  count: integer().notNull(),
  lastAt: text().notNull(),
});

/** Somebody who works here, as the traveller they are: so that nobody sells to themselves. One at a time; the right pass ends the wrong one. */
export const staffTraveller = table(
  'staff_traveller',
  {
    id: text().primaryKey(),
    person: text()
      .notNull()
      .references(() => person.id),
    traveller: text()
      .notNull()
      .references(() => traveller.id),
    namedAt: text().notNull(),
    namedBy: text().notNull(),
    endedAt: text(),
  },
  (t) => [uniqueIndex('staff_traveller_one').on(t.person).where(sql`ended_at is null`)],
);
