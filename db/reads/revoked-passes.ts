import { and, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { alias } from '../schema/columns.ts';
import { pass, passRevocation } from '../schema/visit.ts';

const successor = alias(pass, 'successor');

/** Passes that were withdrawn or replaced and whose own text would still be believed at `now`, oldest first. */
export async function revokedPasses(tx: Tx, now: string): Promise<readonly { readonly pass: string; readonly at: string }[]> {
  const rows = await tx
    .select({ pass: pass.id, revokedAt: passRevocation.revokedAt, replacedAt: successor.issuedAt })
    .from(pass)
    .leftJoin(passRevocation, eq(passRevocation.pass, pass.id))
    .leftJoin(successor, eq(successor.replaces, pass.id))
    .where(and(gt(pass.validUntil, now), or(isNotNull(passRevocation.pass), isNotNull(successor.id))))
    .orderBy(pass.id);
  return rows.map(({ pass: id, revokedAt, replacedAt }) => ({ pass: id, at: revokedAt ?? replacedAt ?? now }));
}
