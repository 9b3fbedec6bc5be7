import { and, desc, eq, like, lt, or } from 'drizzle-orm';
import { passStateOf } from '#lib/pass/pass-state.ts';
import type { Tx } from '../engine/engine.ts';
import { pass } from '../schema/visit.ts';
import { findPass, type PassRecord } from '../stores/visits.ts';
import { type PageQuery, pageOf } from './page.ts';

/** Passes, newest first, each once and as it stands now; `q` is the start of a code or a nationality. */
export async function passList(tx: Tx, query: PageQuery, now: string) {
  const q = (query.q ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const ids = await tx
    .select({ id: pass.id })
    .from(pass)
    .where(
      and(
        q === '' ? undefined : or(like(pass.code, `${q}%`), eq(pass.nationality, q)),
        query.after === undefined ? undefined : lt(pass.id, query.after),
      ),
    )
    .orderBy(desc(pass.id))
    .limit(query.limit + 1);
  const { rows, next } = pageOf(ids, query.limit, ({ id }) => id);
  const records = await Array.fromAsync(rows, (row) => findPass(tx, row));
  return { rows: records.flatMap((record) => (record === undefined ? [] : [listed(record, now)])), next };
}

function listed(record: PassRecord, now: string) {
  const { id, code, nationality, side, gate, category, issuedAt, validUntil, revocation, visit } = record;
  const { state } = passStateOf(record, now);
  return {
    id,
    code,
    nationality,
    side,
    gate,
    category,
    issuedAt,
    validUntil,
    state: state === 'in-force' && visit?.state === 'presented' ? ('presented' as const) : state,
    revoked: revocation?.reason ?? null,
  };
}
