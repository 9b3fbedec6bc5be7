import { index, integer, oneOf, table, text, uniqueIndex } from './columns.ts';
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

/** Wrong passwords and PINs, by pair of door and person, so that nobody locks another's till. */
export const wrongAttempt = table('wrong_attempt', {
  pair: text().primaryKey(),
  count: integer().notNull(),
  lastAt: text().notNull(),
});
