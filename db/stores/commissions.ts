import { and, asc, desc, eq, isNull, lte, or } from 'drizzle-orm';
import type { CommissionBound, CommissionRule } from '#lib/sale/commission.ts';
import type { Tx } from '../engine/engine.ts';
import { commissionBound, commissionRate, payout } from '../schema/vendor.ts';
import { keep } from './evidence.ts';

export async function saveCommission(tx: Tx, row: typeof commissionRate.$inferInsert): Promise<void> {
  await keep(tx, commissionRate, row);
}

export async function saveCommissionBound(tx: Tx, row: typeof commissionBound.$inferInsert): Promise<void> {
  await keep(tx, commissionBound, row);
}

export async function savePayout(tx: Tx, row: typeof payout.$inferInsert): Promise<void> {
  await keep(tx, payout, row);
}

/** A while in which the rules were these. */
export type CommissionSpan = { readonly from: string; readonly to: string; readonly rules: readonly CommissionRule[] };

/** The commissions of a vendor between two instants, one after the other: all rules that had begun by then, nothing before the first. */
export async function commissionsOf(tx: Tx, vendor: string, from: string, to: string): Promise<readonly CommissionSpan[]> {
  const rows = await tx
    .select()
    .from(commissionRate)
    .where(or(eq(commissionRate.vendor, vendor), isNull(commissionRate.vendor)))
    .orderBy(asc(commissionRate.setAt), asc(commissionRate.id));
  const rules = rows.map(({ vendor: of, category, permille, setAt }) => ({ isOwn: of !== null, category, permille, setAt }));
  const marks = [from, ...new Set(rules.map(({ setAt }) => setAt).filter((at) => at > from && at < to)), to];
  return marks.slice(0, -1).map((at, place) => ({
    from: at,
    to: marks[place + 1] as string,
    rules: rules.filter(({ setAt }) => setAt <= at),
  }));
}

/** The bounds of a vendor's month, one for each currency: its own before everybody's, the newest of either. */
export async function boundsOf(tx: Tx, vendor: string, month: string): Promise<readonly CommissionBound[]> {
  const rows = await tx
    .select()
    .from(commissionBound)
    .where(and(lte(commissionBound.fromMonth, month), or(eq(commissionBound.vendor, vendor), isNull(commissionBound.vendor))))
    .orderBy(desc(commissionBound.fromMonth), desc(commissionBound.setAt), desc(commissionBound.id));
  const first = new Map<string, (typeof rows)[number]>();
  for (const row of [...rows.filter((each) => each.vendor !== null), ...rows.filter((each) => each.vendor === null)])
    if (!first.has(row.currency)) first.set(row.currency, row);
  return [...first.values()];
}

export async function payoutsOf(tx: Tx, vendor: string, month: string): Promise<readonly (typeof payout.$inferSelect)[]> {
  return tx
    .select()
    .from(payout)
    .where(and(eq(payout.vendor, vendor), eq(payout.month, month)))
    .orderBy(asc(payout.paidOn), asc(payout.id));
}
