import { and, asc, eq, gt, gte, inArray, lt } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { device, tillSession } from '../schema/till.ts';
import { stall } from '../schema/vendor.ts';
import { tillSessionView } from '../stores/till-sessions.ts';
import { stallsOf } from '../stores/vendors.ts';
import { pageOf } from './page.ts';
import { type PeriodQuery, vendorSpan } from './vendor-span.ts';

/** Till sessions of a vendor's stalls, each as its X or Z report, in the order of their ids, which rise with time. */
export async function tillReports(tx: Tx, { vendor, after, limit, ...days }: PeriodQuery) {
  const stalls = (await stallsOf(tx, vendor)).map(({ id }) => id);
  const span = await vendorSpan(tx, vendor, days);
  const rows = await tx
    .select({ id: tillSession.id, stall: stall.code, side: stall.side, till: device.name })
    .from(tillSession)
    .innerJoin(stall, eq(stall.id, tillSession.stall))
    .innerJoin(device, eq(device.id, tillSession.device))
    .where(
      and(
        inArray(tillSession.stall, stalls),
        gte(tillSession.openedAt, span.from),
        lt(tillSession.openedAt, span.to),
        after === undefined ? undefined : gt(tillSession.id, after),
      ),
    )
    .orderBy(asc(tillSession.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => row.id);
  const sessions = [];
  for (const { id, ...at } of page.rows) {
    const session = await tillSessionView(tx, id);
    if (session !== undefined) sessions.push({ ...at, session });
  }
  return { sessions, next: page.next };
}
