import { desc, eq, inArray, or, sql } from 'drizzle-orm';
import { FIRST_HASH, linked } from '#lib/act/act.ts';
import type { Actor } from '#lib/staff/actor.ts';
import { withoutInitials } from '#lib/traveller/names.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { sha256Hex } from '../evidence/row-digest.ts';
import { act, audit, refusalTally } from '../schema/act.ts';
import { travellerLink } from '../schema/traveller.ts';
import { pass, visit } from '../schema/visit.ts';
import { keep, writtenByAct } from './evidence.ts';
import { withDecisions, withoutDecisions } from './remembered-answers.ts';

type Accepted = Omit<typeof act.$inferInsert, 'actor' | 'recordedAt'> & {
  subject: string;
  facts: Readonly<Record<string, string | number | boolean | null>>;
};

const actById = keptRow(['id'], (tx, at) => tx.select().from(act).where(eq(act.id, at.id)));
const lastLink = keptRow(['chain'], (tx, at) =>
  tx
    .select({ position: audit.position, hash: audit.hash })
    .from(audit)
    .where(eq(audit.chain, at.chain))
    .orderBy(desc(audit.position))
    .limit(1),
);

const LINK = [
  'id',
  'chain',
  'position',
  'act',
  'actor',
  'operator',
  'kind',
  'subject',
  'facts',
  'recordedAt',
  'previousHash',
  'hash',
  'wrote',
] as const satisfies readonly (keyof typeof audit.$inferInsert)[];
const appendLink = keptQuery(LINK, (tx, at) =>
  tx.insert(audit).values(Object.fromEntries(LINK.map((field) => [field, sql`${at[field]}`])) as never),
);

export async function findAct(tx: Tx, id: string): Promise<typeof act.$inferSelect | undefined> {
  const row = await actById(tx, { id });
  return row === undefined ? undefined : { ...row, answer: await withDecisions(tx, row.answer) };
}

/** Remembers an accepted act and adds its row to the actor's audit chain, with every row of evidence that it wrote. */
export async function rememberAct(
  tx: Tx,
  by: { actor: Actor; now: string; newId: () => string },
  accepted: Accepted,
): Promise<void> {
  const { subject, facts, ...row } = accepted;
  await keep(tx, act, { ...row, answer: withoutDecisions(row.answer), actor: by.actor.id, recordedAt: by.now });
  const last = await lastLink(tx, { chain: by.actor.id });
  const link = linked(
    {
      id: by.newId(),
      chain: by.actor.id,
      position: (last?.position ?? 0) + 1,
      act: row.id,
      actor: `${by.actor.role}:${by.actor.code}`,
      operator: by.actor.operator?.id ?? null,
      kind: row.kind,
      subject,
      facts,
      recordedAt: by.now,
      previousHash: last?.hash ?? FIRST_HASH,
      wrote: writtenByAct(tx),
    },
    sha256Hex,
  );
  await appendLink(tx, { ...link, facts: JSON.stringify(link.facts), wrote: JSON.stringify(link.wrote) });
}

/**
 * Takes initials out of the answers that acts about these travellers are remembered with: their passes, visits and links. A retry of
 * such an act gets the same answer without them.
 */
export async function forgetAnswersAbout(tx: Tx, travellers: readonly string[]): Promise<void> {
  const ids = [...travellers];
  const passes = await tx.select({ id: pass.id }).from(pass).where(inArray(pass.traveller, ids));
  const visits = await tx.select({ id: visit.id }).from(visit).where(inArray(visit.traveller, ids));
  const links = await tx
    .select({ id: travellerLink.id })
    .from(travellerLink)
    .where(or(inArray(travellerLink.earlier, ids), inArray(travellerLink.later, ids)));
  const subjects = [...passes, ...visits, ...links].map(({ id }) => id);
  if (subjects.length === 0) return;
  const rows = await tx
    .select({ id: act.id, answer: act.answer })
    .from(act)
    .innerJoin(audit, eq(audit.act, act.id))
    .where(inArray(audit.subject, subjects));
  for (const row of rows)
    await tx
      .update(act)
      .set({ answer: withoutInitials(row.answer) })
      .where(eq(act.id, row.id));
}

/** An act that is tried again counts once. */
export async function saveRefusalTally(tx: Tx, row: typeof refusalTally.$inferInsert): Promise<void> {
  await tx.insert(refusalTally).values(row).onConflictDoNothing();
}
