import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { passStateOf } from '#lib/pass/pass-state.ts';
import type { Tx } from '../engine/engine.ts';
import { pass } from '../schema/visit.ts';
import { findPass, type PassRecord } from '../stores/visits.ts';
import { newestOf, type PageQuery, pageOf } from './page.ts';

/** From so many characters on the passes whose code begins so are few, and are put in order; with fewer the next is never far. */
const FEW_FROM = 2;

/** Passes, newest first, each once and as it stands now; `q` is the start of a code or a nationality. */
export async function passList(tx: Tx, query: PageQuery, now: string) {
  const q = (query.q ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const page = (about: SQL | undefined, order: SQL) =>
    tx
      .select({ id: pass.id })
      .from(pass)
      .where(and(about, query.after === undefined ? undefined : lt(pass.id, query.after)))
      .orderBy(order)
      .limit(query.limit + 1);
  const begins = and(gte(pass.code, q), lt(pass.code, `${q}\u{10ffff}`));
  // An expression is no index's order, so that the codes are read and then sorted.
  const byCode = q.length < FEW_FROM ? desc(pass.id) : sql`${pass.id} || '' desc`;
  const ids = newestOf(
    [
      await page(q === '' ? undefined : begins, byCode),
      ...(q === '' ? [] : [await page(eq(pass.nationality, q), desc(pass.id))]),
    ],
    query.limit + 1,
  ).map((id) => ({ id }));
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
