import { and, eq } from 'drizzle-orm';
import type { FactLine } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery, keptRow } from '../engine/kept-query.ts';
import { lease } from '../schema/allowance.ts';
import { device } from '../schema/till.ts';
import { stall } from '../schema/vendor.ts';
import { change, keep } from './evidence.ts';

export type LeaseRow = typeof lease.$inferSelect;

const byId = keptRow(['id'], (tx, at) => tx.select().from(lease).where(eq(lease.id, at.id)));
const goodsHeld = keptQuery(['visit'], (tx, at) =>
  tx
    .select({ id: lease.id, lines: lease.lines })
    .from(lease)
    .where(and(eq(lease.visit, at.visit), eq(lease.state, 'held')))
    .orderBy(lease.heldAt, lease.id),
);
const heldAtStalls = keptQuery(['visit'], (tx, at) =>
  tx
    .select({ lease, stall: stall.code })
    .from(lease)
    .innerJoin(device, eq(device.id, lease.device))
    .innerJoin(stall, eq(stall.id, device.stall))
    .where(and(eq(lease.visit, at.visit), eq(lease.state, 'held')))
    .orderBy(lease.heldAt, lease.id),
);

export const findLease = (tx: Tx, id: string): Promise<LeaseRow | undefined> => byId(tx, { id });

/** What tills hold of a visit and have neither sold nor given back, with the stall of each. */
export async function leasesOf(tx: Tx, visit: string): Promise<readonly (LeaseRow & { readonly stall: string })[]> {
  return (await heldAtStalls(tx, { visit })).map((row) => ({ ...row.lease, stall: row.stall }));
}

/** Goods that tills hold of a visit, but for one basket. */
export const leasedGoods = async (tx: Tx, visit: string, besides: string | undefined): Promise<readonly FactLine[]> =>
  (await goodsHeld(tx, { visit })).flatMap(({ id, lines }) => (id === besides ? [] : lines));

/** Holds these goods for a basket, whatever it held before. */
export async function holdLease(
  tx: Tx,
  known: LeaseRow | undefined,
  row: Pick<LeaseRow, 'id' | 'visit' | 'device' | 'lines' | 'heldAt' | 'turn'>,
): Promise<void> {
  if (known === undefined) await keep(tx, lease, { ...row, state: 'held' });
  else await change(tx, lease, { id: row.id }, { lines: row.lines, turn: row.turn }, known);
}

/** Keeps the name of a basket that nothing was held for, so that nothing ever will be. */
export const keepEndedLease = (tx: Tx, row: Omit<LeaseRow, 'recalledBy' | 'reason' | 'turn'>): Promise<void> =>
  keep(tx, lease, row);

export async function endLease(
  tx: Tx,
  { id }: Pick<LeaseRow, 'id'>,
  end: Pick<LeaseRow, 'state' | 'endedAt'> & Partial<Pick<LeaseRow, 'recalledBy' | 'reason'>>,
): Promise<void> {
  await change(tx, lease, { id }, end);
}
