import { and, asc, desc, eq, getTableColumns, ne, type SQL, sql } from 'drizzle-orm';
import type { Context } from '#lib/operations/context.ts';
import type { Tx } from '../engine/engine.ts';
import { act, audit } from '../schema/act.ts';
import { rememberAct } from '../stores/acts.ts';
import { adopt, beginAct } from '../stores/evidence.ts';
import { EVIDENCE, type Proven } from './tables.ts';

const AT_ONCE = 500;
const KIND = 'begin-evidence';
const DONE = 'evidence';

/**
 * A market whose chains were begun before they listed rows lists what it finds, as acts of the market itself: from there on every row
 * is proven, and what was before is proven to be as it was found. A start that was cut short goes on where it stopped.
 */
export async function markStartingPoint(context: Context): Promise<void> {
  if (!(await context.read(isOld))) return;
  for (const proven of EVIDENCE) while (await context.transact((tx) => adoptSome(tx, context, proven)));
  await context.transact(async (tx) => {
    beginAct(tx);
    await remember(tx, context, DONE, {});
  });
}

async function isOld(tx: Tx): Promise<boolean> {
  const [first] = await tx.select({ wrote: audit.wrote }).from(audit).orderBy(asc(audit.recordedAt)).limit(1);
  if (first === undefined || first.wrote !== null) return false;
  const [done] = await tx
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.subject, DONE), eq(audit.kind, KIND)));
  return done === undefined;
}

/** @returns whether there may be more. */
async function adoptSome(tx: Tx, context: Context, proven: Proven): Promise<boolean> {
  beginAct(tx);
  const subject = `${DONE}:${proven.name}`;
  const rows = await nextRows(tx, proven, await lastAdopted(tx, subject));
  if (rows.length === 0) return false;
  const keys = rows.map((row) => adopt(tx, proven, row));
  await remember(tx, context, subject, { rows: keys.length, last: keys.at(-1) ?? '' });
  return rows.length === AT_ONCE;
}

async function lastAdopted(tx: Tx, subject: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ facts: audit.facts })
    .from(audit)
    .where(and(eq(audit.subject, subject), eq(audit.kind, KIND)))
    .orderBy(desc(audit.position))
    .limit(1);
  return row?.facts.last as string | undefined;
}

/** The acts that adopt list themselves. */
async function nextRows(tx: Tx, proven: Proven, after: string | undefined): Promise<readonly object[]> {
  const columns = getTableColumns(proven.table) as Record<string, Parameters<typeof asc>[0]>;
  const key = proven.key.map(({ field }) => columns[field] as Parameters<typeof asc>[0]);
  const values = after === undefined ? [] : key.length === 1 ? [after] : (JSON.parse(after) as string[]);
  const beyond: SQL | undefined =
    values.length === 0
      ? undefined
      : sql`(${sql.join(key, sql`, `)}) > (${sql.join(
          values.map((value) => sql`${value}`),
          sql`, `,
        )})`;
  return tx
    .select()
    .from(proven.table)
    .where(proven.table === act ? and(beyond, ne(act.kind, KIND)) : beyond)
    .orderBy(...key.map((column) => asc(column)))
    .limit(AT_ONCE);
}

const remember = (tx: Tx, context: Context, subject: string, facts: Record<string, string | number>): Promise<void> =>
  rememberAct(tx, context, {
    id: context.newId(),
    kind: KIND,
    bodyHash: '',
    answer: {},
    origin: 'live',
    occurredAt: context.now,
    subject,
    facts,
  });
