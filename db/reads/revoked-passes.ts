import { and, eq, gt, isNotNull } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { alias } from '../schema/columns.ts';
import { pass, passRevocation } from '../schema/visit.ts';

const successor = alias(pass, 'successor');

/**
 * Passes that were withdrawn or replaced and whose own text would still be believed at `now`. Few ever are: they are found from their
 * revocations and successors, so that a till that asks does not have every pass of the market read.
 */
export async function revokedPasses(tx: Tx, now: string): Promise<readonly { readonly pass: string; readonly at: string }[]> {
  const withdrawn = await tx
    .select({ pass: pass.id, at: passRevocation.revokedAt })
    .from(passRevocation)
    .innerJoin(pass, eq(pass.id, passRevocation.pass))
    .where(gt(pass.validUntil, now))
    .orderBy(pass.id);
  const replaced = await tx
    .select({ pass: pass.id, at: successor.issuedAt })
    .from(successor)
    .innerJoin(pass, eq(pass.id, successor.replaces))
    .where(and(isNotNull(successor.replaces), gt(pass.validUntil, now)))
    .orderBy(pass.id);
  const known = new Set(withdrawn.map((each) => each.pass));
  return [...withdrawn, ...replaced.filter((each) => !known.has(each.pass))];
}
