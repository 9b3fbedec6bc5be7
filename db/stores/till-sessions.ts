import { and, eq, sql } from 'drizzle-orm';
import { type Amount, amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { sale, saleVoid } from '../schema/sale.ts';
import { countsOf, expectedInDrawer, findTillSession } from './tills.ts';

/** A till session as an X or, once closed, a Z report. */
export type TillSessionView = {
  readonly id: string;
  readonly number: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly float: readonly Amount[];
  readonly sales: number;
  readonly takings: readonly Amount[];
  readonly expected: readonly Amount[];
  readonly counted: readonly Amount[];
  readonly overShort: readonly Amount[];
};

export async function tillSessionView(tx: Tx, id: string): Promise<TillSessionView | undefined> {
  const session = await findTillSession(tx, id);
  if (session === undefined) return undefined;
  const counts = await countsOf(tx, id);
  const of = (kind: string) => counts.filter((row) => row.kind === kind).map(amountOf);
  const sold = await tx
    .select({ currency: sale.currency, minor: sql<number>`sum(${sale.totalMinor})`, count: sql<number>`count(*)` })
    .from(sale)
    .where(and(eq(sale.tillSession, id), sql`not exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id})`))
    .groupBy(sale.currency);
  const drawer =
    session.closedAt === null
      ? [...(await expectedInDrawer(tx, id))].map(([currency, minor]) => amountOf({ minor, currency }))
      : of('expected');
  return {
    id,
    number: session.number,
    openedAt: session.openedAt,
    closedAt: session.closedAt,
    float: of('float'),
    sales: sold.reduce((sum, row) => sum + row.count, 0),
    takings: sold.map(amountOf),
    expected: drawer,
    counted: of('counted'),
    overShort: of('over-short'),
  };
}
