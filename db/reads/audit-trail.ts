import { and, desc, eq, inArray, like, lt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { audit } from '../schema/act.ts';
import { person } from '../schema/staff.ts';
import { newestOf, type PageQuery, pageOf } from './page.ts';

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

function rowsOf(tx: Tx, ids: readonly string[]) {
  return tx
    .select({
      id: audit.id,
      actor: audit.actor,
      operator: person.name,
      kind: audit.kind,
      subject: audit.subject,
      facts: audit.facts,
      recordedAt: audit.recordedAt,
      hash: audit.hash,
    })
    .from(audit)
    .leftJoin(person, eq(person.id, audit.operator))
    .where(inArray(audit.id, [...ids]))
    .orderBy(desc(audit.id));
}
