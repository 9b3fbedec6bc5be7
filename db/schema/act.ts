import { sql } from 'drizzle-orm';
import { index, integer, json, oneOf, table, text, uniqueIndex } from './columns.ts';

/** An accepted act: its id made by the client, what it was asked and what it was answered. */
export const act = table('act', {
  id: text().primaryKey(),
  actor: text().notNull(),
  kind: text().notNull(),
  bodyHash: text().notNull(),
  answer: json<unknown>().notNull(),
  origin: oneOf(['live', 'offline', 'paper', 'import']).notNull(),
  occurredAt: text().notNull(),
  recordedAt: text().notNull(),
});

/** One chain per device or person: each row carries the hash of the one before. */
export const audit = table(
  'audit',
  {
    id: text().primaryKey(),
    chain: text().notNull(),
    position: integer().notNull(),
    act: text().notNull(),
    actor: text().notNull(),
    operator: text(),
    kind: text().notNull(),
    subject: text().notNull(),
    facts: json<Record<string, string | number | boolean | null>>().notNull(),
    recordedAt: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    /** Null before the market's starting point (migration 0008). */
    wrote: json<readonly (readonly string[])[] | null>(),
  },
  (t) => [
    uniqueIndex('audit_chain_position').on(t.chain, t.position),
    index('audit_first').on(t.chain, t.actor).where(sql`position = 1`),
    index('audit_recorded').on(t.recordedAt),
    index('audit_subject').on(t.subject),
    index('audit_kind').on(t.kind, t.id),
  ],
);

/** What a door was refused, each act once. It is the door's own tally: a refused act writes nothing. */
export const refusalTally = table(
  'refusal_tally',
  {
    id: text().primaryKey(),
    role: text().notNull(),
    call: text().notNull(),
    reason: text().notNull(),
    at: text().notNull(),
    actor: text(),
    /** The id of the act, where what was refused has one. */
    act: text(),
    side: text(),
  },
  (t) => [index('refusal_tally_at').on(t.at), uniqueIndex('refusal_tally_once').on(t.actor, t.act)],
);

/** Who vouches for an act that changes what others wrote: the browser's own signature over its call, or the market's over the record. */
export const actSignature = table('act_signature', {
  act: text().primaryKey(),
  text: text().notNull(),
  /** A browser's public key, or the id of the market's. */
  key: text().notNull(),
  signature: text().notNull(),
});
