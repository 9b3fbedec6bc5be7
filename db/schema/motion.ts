import { sql } from 'drizzle-orm';
import { check, index, integer, json, oneOf, primaryKey, table, text, uniqueIndex } from './columns.ts';

/** A change of the law that waits for its second signature, or has it. What it changes stands in `subject`. */
export const motion = table(
  'motion',
  {
    id: text().primaryKey(),
    kind: oneOf(['pack', 'answer', 'rates']).notNull(),
    subject: json<unknown>().notNull(),
    /** The first day of the side on which it is law there; empty for rates, which carry their own days. */
    effectiveFrom: text(),
    laidBy: text().notNull(),
    laidAt: text().notNull(),
    enactedAt: text(),
  },
  (t) => [index('motion_laid').on(t.laidAt), check('motion_day', sql`(${t.kind} = 'rates') = (${t.effectiveFrom} is null)`)],
);

/** One row per person: nobody signs twice. */
export const motionSignature = table(
  'motion_signature',
  {
    motion: text()
      .notNull()
      .references(() => motion.id),
    signer: text().notNull(),
    place: integer().notNull(),
    signedAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.motion, t.signer] }),
    uniqueIndex('motion_signature_place').on(t.motion, t.place),
    check('motion_signature_two', sql`${t.place} between 1 and 2`),
  ],
);

/** Taken back before it was law, with the reason. */
export const motionWithdrawal = table('motion_withdrawal', {
  motion: text()
    .primaryKey()
    .references(() => motion.id),
  reason: text().notNull(),
  withdrawnBy: text().notNull(),
  withdrawnAt: text().notNull(),
});
