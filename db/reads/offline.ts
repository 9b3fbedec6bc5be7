import { desc, eq, sql } from 'drizzle-orm';
import { type Amount, amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { lease } from '../schema/allowance.ts';
import { offlineFloor, offlineSale, sale } from '../schema/sale.ts';
import { device } from '../schema/till.ts';
import { stall } from '../schema/vendor.ts';
import { pass, visit } from '../schema/visit.ts';

const MOST_SALES = 200;

/** What tills may sell without a network, what is held for them, and the newest of their sales that somebody should look at. */
export async function offlineNow(tx: Tx) {
  return { floors: await floors(tx), leases: await heldLeases(tx), sales: await flaggedSales(tx) };
}

/** In each currency, by the newest word. */
async function floors(tx: Tx): Promise<readonly Amount[]> {
  const rows = await tx
    .select({ currency: offlineFloor.currency, minor: offlineFloor.minor })
    .from(offlineFloor)
    .orderBy(offlineFloor.currency, desc(offlineFloor.setAt), desc(offlineFloor.id));
  return rows.filter(({ currency }, at) => rows[at - 1]?.currency !== currency).map(amountOf);
}

async function heldLeases(tx: Tx) {
  const rows = await tx
    .select({ id: lease.id, heldAt: lease.heldAt, lines: lease.lines, stall: stall.code, device: device.name, pass: pass.code })
    .from(lease)
    .innerJoin(visit, eq(visit.id, lease.visit))
    .innerJoin(pass, eq(pass.id, visit.pass))
    .innerJoin(device, eq(device.id, lease.device))
    .innerJoin(stall, eq(stall.id, device.stall))
    // As the index of those that are held says it: a value in a place could be any state.
    .where(sql`${lease.state} = 'held'`)
    .orderBy(lease.heldAt, lease.id);
  return rows.map(({ lines, ...row }) => ({
    ...row,
    goods: lines.reduce((sum, { units }) => sum + units, 0),
    value: amountOf({
      minor: lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
      currency: lines[0]?.currency ?? '',
    }),
  }));
}

async function flaggedSales(tx: Tx) {
  const rows = await tx
    .select({
      id: sale.id,
      number: sale.number,
      stall: stall.code,
      occurredAt: sale.occurredAt,
      recordedAt: sale.recordedAt,
      minor: sale.totalMinor,
      currency: sale.currency,
      flags: offlineSale.flags,
    })
    .from(offlineSale)
    .innerJoin(sale, eq(sale.id, offlineSale.sale))
    .innerJoin(stall, eq(stall.id, sale.stall))
    .where(sql`${offlineSale.flags} <> '[]'`)
    .orderBy(desc(offlineSale.sale))
    .limit(MOST_SALES);
  return rows.map(({ minor, currency, ...row }) => ({ ...row, total: amountOf({ minor, currency }) }));
}
