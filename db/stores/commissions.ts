import { asc, eq, isNull, or } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { commissionRate } from '../schema/vendor.ts';
import { keep } from './evidence.ts';

export async function saveCommission(tx: Tx, row: typeof commissionRate.$inferInsert): Promise<void> {
  await keep(tx, commissionRate, row);
}

export type CommissionSpan = { readonly from: string; readonly to: string; readonly permille: number };

/** The commissions of a vendor between two instants, one after the other: its own once it has one, the market's until then, nothing before. */
export async function commissionsOf(tx: Tx, vendor: string, from: string, to: string): Promise<readonly CommissionSpan[]> {
  const rows = await tx
    .select()
    .from(commissionRate)
    .where(or(eq(commissionRate.vendor, vendor), isNull(commissionRate.vendor)))
    .orderBy(asc(commissionRate.setAt), asc(commissionRate.id));
  const marks = [from, ...new Set(rows.map(({ setAt }) => setAt).filter((at) => at > from && at < to)), to];
  return marks.slice(0, -1).map((at, place) => {
    const begun = rows.filter(({ setAt }) => setAt <= at);
    const rate = begun.findLast((row) => row.vendor !== null) ?? begun.at(-1);
    return { from: at, to: marks[place + 1] as string, permille: rate?.permille ?? 0 };
  });
}
