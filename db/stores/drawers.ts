import { and, eq, sql } from 'drizzle-orm';
import { type CashCount, type Custody, ownCustody } from '#lib/till/cash-count.ts';
import type { Counted, DrawerCause, DrawerSum } from '#lib/till/drawer.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { changeGiven, payment, refund, refundTender, sale, saleVoid, tender } from '../schema/sale.ts';
import { drawerCount } from '../schema/till.ts';
import { entriesOf, movesOf } from './drawer-records.ts';
import { change, find, keep } from './evidence.ts';

const isVoidedAs =
  sql`exists (select 1 from ${sale} join ${saleVoid} on ${saleVoid.sale} = ${sale.id} where ${sale.payment} = ${payment.id}) as is_voided`.mapWith(
    Boolean,
  );
const sumOf = (column: unknown) => sql<number>`sum(${column})`.mapWith(Number);

const countsAt = keptQuery(['session'], (tx, at) =>
  tx.select().from(drawerCount).where(eq(drawerCount.tillSession, at.session)).orderBy(drawerCount.currency),
);
const takenAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({
      custody: payment.custody,
      currency: tender.currency,
      minor: sumOf(tender.minor),
      isVoided: isVoidedAs,
    })
    .from(payment)
    .innerJoin(tender, eq(tender.payment, payment.id))
    .where(and(eq(payment.tillSession, at.session), eq(tender.kind, 'cash')))
    .groupBy(payment.custody, tender.currency, sql`is_voided`),
);
const changeAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({
      custody: payment.custody,
      currency: changeGiven.currency,
      minor: sumOf(changeGiven.minor),
      isVoided: isVoidedAs,
    })
    .from(payment)
    .innerJoin(changeGiven, eq(changeGiven.payment, payment.id))
    .where(eq(payment.tillSession, at.session))
    .groupBy(payment.custody, changeGiven.currency, sql`is_voided`),
);
const refundedAt = keptQuery(['session'], (tx, at) =>
  tx
    .select({ paidBy: refund.paidBy, currency: refundTender.currency, minor: sumOf(refundTender.minor) })
    .from(refund)
    .innerJoin(refundTender, eq(refundTender.refund, refund.id))
    .where(and(eq(refund.tillSession, at.session), eq(refundTender.kind, 'cash')))
    .groupBy(refund.paidBy, refundTender.currency),
);
/** Everything that brought cash into a drawer or took it out, cause by cause, whose money it is and in which currency. */
export async function drawerSums(
  tx: Tx,
  { id: session, stall }: { readonly id: string; readonly stall: string | null },
): Promise<readonly DrawerSum[]> {
  const sums: DrawerSum[] = [];
  const add = (cause: DrawerCause, of: { custody: Custody; currency: string }, minor: number): void => {
    sums.push({ custody: of.custody, currency: of.currency, cause, minor });
  };
  for (const row of await countsAt(tx, { session }))
    if (row.kind === 'float') add('float', { ...row, custody: ownCustody({ stall }) }, row.minor);
  for (const row of await takenAt(tx, { session })) {
    add('taken', row, row.minor);
    if (row.isVoided) add('voided', row, row.minor);
  }
  for (const row of await changeAt(tx, { session })) {
    add('change', row, row.minor);
    if (row.isVoided) add('voided', row, -row.minor);
  }
  for (const row of await refundedAt(tx, { session }))
    add('refunded', { ...row, custody: row.paidBy === 'desk' ? 'market' : 'stall' }, row.minor);
  for (const row of await entriesOf(tx, session)) add(row.kind, row, row.minor);
  for (const row of await movesOf(tx, session)) add(row.reaches === 'drawer' ? 'moved-in' : 'moved-out', row, row.minor);
  return sums;
}

/** What was counted when a drawer was closed; of one that was closed before money was told apart, all is the stall's. */
export async function closingCounts(tx: Tx, session: string): Promise<readonly CashCount[]> {
  const rows = await countsAt(tx, { session });
  return rows.flatMap(({ kind, currency, minor }) => {
    const custody = COUNTED_OF[kind];
    if (custody === undefined) return [];
    const expected = rows.find((row) => row.kind === `${PREFIX[custody]}expected` && row.currency === currency);
    return [{ custody, currency, expected: expected?.minor ?? 0, counted: minor }];
  });
}

const PREFIX = { stall: '', market: 'market-' } as const;
const COUNTED_OF: Readonly<Record<string, Custody>> = { counted: 'stall', 'market-counted': 'market' };

export async function saveFloat(tx: Tx, session: string, amounts: readonly Omit<Counted, 'custody'>[]): Promise<void> {
  for (const { currency, minor } of amounts)
    await keep(tx, drawerCount, { tillSession: session, kind: 'float', currency, minor });
}

/** Writes a close. One that was undone before is written over; what it was stands with its undoing. */
export async function saveClosingCounts(tx: Tx, session: string, counts: readonly CashCount[]): Promise<void> {
  for (const { custody, currency, expected, counted } of counts) {
    const prefix = PREFIX[custody];
    await put(tx, { tillSession: session, kind: `${prefix}expected`, currency, minor: expected });
    await put(tx, { tillSession: session, kind: `${prefix}counted`, currency, minor: counted });
    await put(tx, { tillSession: session, kind: `${prefix}over-short`, currency, minor: counted - expected });
  }
}

async function put(tx: Tx, { minor, ...key }: typeof drawerCount.$inferInsert): Promise<void> {
  const before = await find(tx, drawerCount, key);
  if (before === undefined) await keep(tx, drawerCount, { ...key, minor });
  else await change(tx, drawerCount, key, { minor }, before);
}
