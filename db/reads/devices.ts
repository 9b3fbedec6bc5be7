import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import { ownSideOf } from '#lib/law/rules-in-force.ts';
import { amountOf } from '#lib/money/money.ts';
import { addressText } from '#lib/printer/printer-address.ts';
import { percentOf } from '#lib/sale/discount.ts';
import { type Actor, isMarketDesk } from '#lib/staff/actor.ts';
import type { Tx } from '../engine/engine.ts';
import { person } from '../schema/staff.ts';
import { suspension } from '../schema/vendor.ts';
import { visit } from '../schema/visit.ts';
import { discountLimitAt } from '../stores/discounts.ts';
import { packInForce } from '../stores/market.ts';
import { nextOfflineNumber, offlineFloorIn } from '../stores/offline-sales.ts';
import { networkPrinterOf } from '../stores/printers.ts';
import { tillRatesOn } from '../stores/rates.ts';
import { tillSessionView } from '../stores/till-sessions.ts';
import { lastTillSession, openTillSession } from '../stores/tills.ts';
import { findStall } from '../stores/vendors.ts';
import { fiscalAtTill } from './fiscal.ts';

/** What a till needs before it can sell. */
export async function tillView(tx: Tx, actor: Actor, now: string) {
  const stall = actor.stall === null ? undefined : await findStall(tx, { id: actor.stall });
  const { pack } = await packInForce(tx, now);
  const side = isMarketDesk(actor) ? ownSideOf(pack) : pack.sides.find(({ code }) => code === stall?.side);
  const open = await openTillSession(tx, actor.id);
  const people = await operatorsAt(tx, ['officer', 'administrator'], undefined);
  return {
    device: { id: actor.id, name: actor.name, code: actor.code, role: actor.role },
    stall: stall === undefined ? null : { id: stall.id, code: stall.code, name: stall.name, side: stall.side },
    vendor: stall === undefined ? null : stall.vendor,
    seller: stall === undefined ? null : { name: stall.company.name, taxId: stall.company.taxId },
    custody: stall?.custody ?? 'market',
    suspended: stall?.suspended ?? null,
    marketDay: side === undefined ? now.slice(0, 10) : dayIn(side.zone, now),
    operators: isMarketDesk(actor) ? people : await operatorsAt(tx, ['cashier', 'owner'], stall?.vendor.id),
    marketStaff: people.map(({ id, name }) => ({ id, name })),
    operator: actor.operator,
    session: open === undefined ? null : ((await tillSessionView(tx, open.id)) ?? null),
    lastClosed: open === undefined ? await lastTillSession(tx, actor.id) : null,
    discountLimit: percentOf(stall === undefined ? 0 : await discountLimitAt(tx, stall.id, now)),
    tillRates: await tillRatesOn(tx, actor.stall, now.slice(0, 10)),
    printer: await printerText(tx, actor.id),
    fiscal: await fiscalAtTill(tx, stall, now),
    offline: await offlineTerms(tx, actor, side?.currency),
  };
}

async function printerText(tx: Tx, till: string): Promise<string | null> {
  const address = await networkPrinterOf(tx, till);
  return address === undefined ? null : addressText(address);
}

/** How a till may sell while it has no network: up to how much on one pass, and under which number next. */
async function offlineTerms(tx: Tx, { id }: Actor, currency: string | undefined) {
  const floor = currency === undefined ? undefined : await offlineFloorIn(tx, currency);
  return { floor: floor === undefined ? null : amountOf(floor), nextNumber: await nextOfflineNumber(tx, id) };
}

/** What a gate needs: its officers and how many are inside. */
export async function gateView(tx: Tx, actor: Actor) {
  return {
    device: { id: actor.id, name: actor.name, code: actor.code, role: actor.role },
    gate: actor.gate,
    side: actor.side,
    operators: (await operatorsAt(tx, ['officer'], undefined)).map(({ id, name }) => ({ id, name })),
    operator: actor.operator,
    inside: await insideNow(tx),
  };
}

/** Travellers inside, by the side they entered from. */
export async function insideNow(tx: Tx): Promise<readonly { side: string; count: number }[]> {
  return tx
    .select({ side: visit.side, count: sql<number>`count(*)` })
    .from(visit)
    .where(inArray(visit.state, ['open', 'presented']))
    .groupBy(visit.side);
}

async function operatorsAt(tx: Tx, roles: ('cashier' | 'owner' | 'officer' | 'administrator')[], vendor: string | undefined) {
  return tx
    .select({ id: person.id, name: person.name, role: person.role })
    .from(person)
    .leftJoin(suspension, and(eq(suspension.subject, person.id), isNull(suspension.liftedAt)))
    .where(
      and(
        inArray(person.role, roles),
        isNull(suspension.id),
        sql`${person.pinHash} is not null`,
        vendor === undefined ? undefined : eq(person.vendor, vendor),
      ),
    )
    .orderBy(asc(person.name));
}
