import { and, asc, desc, eq, gt, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { addDays } from '#lib/calendar/day.ts';
import { startOfDay } from '#lib/calendar/zone.ts';
import type { Tx } from '../engine/engine.ts';
import { audit } from '../schema/act.ts';
import { person } from '../schema/staff.ts';
import { packInForce } from '../stores/market.ts';
import { newestOf, type PageQuery, pageOf } from './page.ts';
import type { PeriodQuery } from './vendor-span.ts';

/** So many actors are asked for one by one; where more are meant, the next row is never far. */
const FEW_ACTORS = 50;

/** The audit trail, newest first. `q` is a kind of act, what it was about, or a part of who did it. */
export async function auditTrail(tx: Tx, { q, after, limit }: PageQuery) {
  const before = after === undefined ? undefined : lt(audit.id, after);
  const page = (about: SQL | undefined, order: SQL) =>
    tx
      .select({ id: audit.id })
      .from(audit)
      .where(and(about, before))
      .orderBy(order)
      .limit(limit + 1);
  const pages: (readonly { id: string }[])[] = [];
  if (q === undefined) pages.push(await page(undefined, desc(audit.id)));
  else {
    pages.push(await page(eq(audit.kind, q), desc(audit.id)), await page(eq(audit.subject, q), desc(audit.id)));
    const chains = await chainsOf(tx, q);
    if (chains.length > FEW_ACTORS) pages.push(await page(isOfActor(q), desc(audit.id)));
    else for (const chain of chains) pages.push(await page(eq(audit.chain, chain), desc(audit.position)));
  }
  return pageOf(await rowsOf(tx, newestOf(pages, limit + 1)), limit, (row) => row.id);
}

const isOfActor = (q: string): SQL => like(sql`lower(${audit.actor})`, `%${q.toLowerCase()}%`);

/** The chains of actors that are so called, each asked about once: its first link, which has an index of its own. */
async function chainsOf(tx: Tx, q: string): Promise<readonly string[]> {
  const rows = await tx
    .select({ chain: audit.chain })
    .from(audit)
    // As that index says it: a value in a place could be any position.
    .where(and(sql`${audit.position} = 1`, isOfActor(q)))
    .limit(FEW_ACTORS + 1);
  return rows.map(({ chain }) => chain);
}

const ROW = {
  id: audit.id,
  actor: audit.actor,
  operator: person.name,
  kind: audit.kind,
  subject: audit.subject,
  facts: audit.facts,
  recordedAt: audit.recordedAt,
  hash: audit.hash,
};

function rowsOf(tx: Tx, ids: readonly string[]) {
  return tx
    .select(ROW)
    .from(audit)
    .leftJoin(person, eq(person.id, audit.operator))
    .where(inArray(audit.id, [...ids]))
    .orderBy(desc(audit.id));
}

/** What was recorded on the days of a period, by the clock of a side, else of the first, oldest first. */
export async function auditOfPeriod(
  tx: Tx,
  { from, to, side, after, limit, now }: Omit<PeriodQuery, 'vendor'> & { readonly side: string },
) {
  const { pack } = await packInForce(tx, now);
  const { zone } = pack.sides.find(({ code }) => code === side) ?? (pack.sides[0] as (typeof pack.sides)[number]);
  const [last] = after === undefined ? [] : await tx.select({ at: audit.recordedAt }).from(audit).where(eq(audit.id, after));
  const later =
    last === undefined
      ? gte(audit.recordedAt, startOfDay(zone, from))
      : or(gt(audit.recordedAt, last.at), and(eq(audit.recordedAt, last.at), gt(audit.id, after ?? '')));
  const rows = await tx
    .select(ROW)
    .from(audit)
    .leftJoin(person, eq(person.id, audit.operator))
    .where(and(later, lt(audit.recordedAt, startOfDay(zone, addDays(to, 1)))))
    .orderBy(asc(audit.recordedAt), asc(audit.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ id }) => id);
  return { records: page.rows, next: page.next };
}
