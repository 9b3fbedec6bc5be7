import { addDays } from '#lib/calendar/day.ts';
import { startOfDay, type Zone } from '#lib/calendar/zone.ts';
import type { Tx } from '../engine/engine.ts';
import { packInForce } from '../stores/market.ts';
import { stallsOf } from '../stores/vendors.ts';

/** The clock that a vendor's months and periods go by: that of its first stall's side. */
export async function vendorZone(tx: Tx, vendor: string, now: string): Promise<Zone> {
  const { pack } = await packInForce(tx, now);
  const [first] = await stallsOf(tx, vendor);
  return (pack.sides.find(({ code }) => code === first?.side) ?? (pack.sides[0] as (typeof pack.sides)[number])).zone;
}

/** The instants between which the days of a period lie. */
export async function vendorSpan(
  tx: Tx,
  vendor: string,
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: string },
) {
  const zone = await vendorZone(tx, vendor, now);
  return { from: startOfDay(zone, from), to: startOfDay(zone, addDays(to, 1)) };
}

/** What a list of a vendor's period is asked for, a page at a time; days are of that clock. */
export type PeriodQuery = {
  readonly vendor: string;
  readonly from: string;
  readonly to: string;
  readonly now: string;
  readonly after?: string | undefined;
  readonly limit: number;
};
