import { and, desc, eq, isNull } from 'drizzle-orm';
import type { FiscalAdapter } from '#lib/fiscal/fiscal-document.ts';
import type { FiscalTerms } from '#lib/fiscal/fiscal-terms.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { standingRow } from '../engine/standing-query.ts';
import { alias } from '../schema/columns.ts';
import { fiscalAdapter } from '../schema/fiscal.ts';
import { company, stall, stallCustody, suspension, vendor } from '../schema/vendor.ts';
import { keep } from './evidence.ts';

export type StallRecord = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly side: string;
  readonly vendor: { readonly id: string; readonly name: string };
  readonly company: { readonly id: string; readonly name: string; readonly taxId: string };
  /** Why the vendor may not trade now. */
  readonly suspended: string | null;
  /** Who holds what its tills take. */
  readonly custody: Custody;
  /** Who its side's fiscal documents go to; null: nobody, and there are none. */
  readonly fiscal: (FiscalTerms & { readonly adapter: FiscalAdapter }) | null;
};

const stallsBeside = (tx: Tx) =>
  tx
    .select({ stall, vendor, company, reason: suspension.reason, fiscal: fiscalAdapter, custody: stallCustody.custody })
    .from(stall)
    .innerJoin(vendor, eq(vendor.id, stall.vendor))
    .innerJoin(company, eq(company.id, vendor.company))
    .leftJoin(suspension, and(eq(suspension.subject, vendor.id), isNull(suspension.liftedAt)))
    .leftJoin(fiscalAdapter, eq(fiscalAdapter.id, newestAdapterOf(tx)))
    .leftJoin(stallCustody, eq(stallCustody.id, newestCustodyOf(tx)));
/** Beside the stall, so that a sale on a side without an adapter asks for nothing more. */
const newestAdapterOf = (tx: Tx) => {
  const newer = alias(fiscalAdapter, 'newer');
  return tx
    .select({ id: newer.id })
    .from(newer)
    .where(eq(newer.side, stall.side))
    .orderBy(desc(newer.setAt), desc(newer.id))
    .limit(1);
};
const newestCustodyOf = (tx: Tx) => {
  const newer = alias(stallCustody, 'newer_custody');
  return tx
    .select({ id: newer.id })
    .from(newer)
    .where(eq(newer.stall, stall.id))
    .orderBy(desc(newer.setAt), desc(newer.id))
    .limit(1);
};
const stallById = standingRow(['id'], (tx, at) => stallsBeside(tx).where(eq(stall.id, at.id)));
const stallByCode = keptRow(['code'], (tx, at) => stallsBeside(tx).where(eq(stall.code, at.code)));
const standingSuspension = standingRow(['subject'], (tx, at) =>
  tx
    .select()
    .from(suspension)
    .where(and(eq(suspension.subject, at.subject), isNull(suspension.liftedAt))),
);

export async function findStall(tx: Tx, by: { id: string } | { code: string }): Promise<StallRecord | undefined> {
  const row = 'id' in by ? await stallById(tx, by) : await stallByCode(tx, by);
  if (row === undefined) return undefined;
  const { id, code, name, side } = row.stall;
  return {
    id,
    code,
    name,
    side,
    vendor: { id: row.vendor.id, name: row.vendor.name },
    company: { id: row.company.id, name: row.company.name, taxId: row.company.taxId },
    suspended: row.reason,
    custody: row.custody ?? 'stall',
    fiscal: row.fiscal === null || row.fiscal.adapter === 'none' ? null : row.fiscal,
  };
}

export async function saveStallCustody(tx: Tx, row: typeof stallCustody.$inferInsert): Promise<void> {
  await keep(tx, stallCustody, row);
}

/** A vendor's stalls, by their codes. */
export async function stallsOf(tx: Tx, of: string): Promise<readonly { id: string; code: string; name: string; side: string }[]> {
  return tx
    .select({ id: stall.id, code: stall.code, name: stall.name, side: stall.side })
    .from(stall)
    .where(eq(stall.vendor, of))
    .orderBy(stall.code);
}

export async function findVendor(tx: Tx, id: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await tx.select({ id: vendor.id, name: vendor.name }).from(vendor).where(eq(vendor.id, id));
  return row;
}

export async function findCompany(tx: Tx, country: string, taxId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: company.id })
    .from(company)
    .where(and(eq(company.country, country), eq(company.taxId, taxId)));
  return row?.id;
}

export async function saveVendor(
  tx: Tx,
  of: {
    company: typeof company.$inferInsert;
    vendor: typeof vendor.$inferInsert;
    stalls: readonly (typeof stall.$inferInsert)[];
  },
): Promise<void> {
  await tx.insert(company).values(of.company);
  await tx.insert(vendor).values(of.vendor);
  for (const row of of.stalls) await tx.insert(stall).values(row);
}

export const suspensionOf = (tx: Tx, subject: string): Promise<typeof suspension.$inferSelect | undefined> =>
  standingSuspension(tx, { subject });

export async function saveSuspension(tx: Tx, row: typeof suspension.$inferInsert): Promise<void> {
  await tx.insert(suspension).values(row);
}

export async function liftSuspension(tx: Tx, id: string, liftedAt: string, liftedBy: string): Promise<void> {
  await tx.update(suspension).set({ liftedAt, liftedBy }).where(eq(suspension.id, id));
}
