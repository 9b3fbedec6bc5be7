import { and, desc, eq, like, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { audit } from '../schema/act.ts';
import { person } from '../schema/staff.ts';
import { type PageQuery, pageOf } from './page.ts';

/** The audit trail, newest first. */
export async function auditTrail(tx: Tx, query: PageQuery) {
  const rows = await tx
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
    .where(
      and(
        query.q === undefined
          ? undefined
          : or(
              eq(audit.kind, query.q),
              eq(audit.subject, query.q),
              like(sql`lower(${audit.actor})`, `%${query.q.toLowerCase()}%`),
            ),
        query.after === undefined ? undefined : lt(audit.id, query.after),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => row.id);
}
