import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { person, staffTraveller } from '../schema/staff.ts';
import { device, deviceKey, networkPrinter } from '../schema/till.ts';
import { company, stall, stallCustody, suspension, vendor } from '../schema/vendor.ts';

const standing = (subject: typeof vendor.id | typeof person.id | typeof device.id) =>
  and(eq(suspension.subject, subject), isNull(suspension.liftedAt));

export async function vendors(tx: Tx) {
  const rows = await tx
    .select({
      id: vendor.id,
      name: vendor.name,
      licence: vendor.licence,
      licensedAt: vendor.licensedAt,
      company: company.name,
      country: company.country,
      taxId: company.taxId,
      suspended: suspension.reason,
    })
    .from(vendor)
    .innerJoin(company, eq(company.id, vendor.company))
    .leftJoin(suspension, standing(vendor.id))
    .orderBy(vendor.name);
  const stalls = await tx
    .select({ id: stall.id, vendor: stall.vendor, code: stall.code, name: stall.name, side: stall.side })
    .from(stall)
    .orderBy(stall.code);
  const set = await tx.select().from(stallCustody).orderBy(stallCustody.setAt, stallCustody.id);
  const custodies = new Map(set.map((row) => [row.stall, row.custody]));
  const byVendor = Map.groupBy(stalls, (each) => each.vendor);
  return rows.map((row) => ({
    ...row,
    stalls: (byVendor.get(row.id) ?? []).map(({ vendor: _vendor, ...each }) => ({
      ...each,
      custody: custodies.get(each.id) ?? 'stall',
    })),
  }));
}

export async function staff(tx: Tx) {
  return tx
    .select({
      id: person.id,
      name: person.name,
      role: person.role,
      login: person.login,
      vendor: vendor.name,
      recordedAt: person.recordedAt,
      suspended: suspension.reason,
      hasOwnPass: sql`${staffTraveller.id} is not null`.mapWith(Boolean),
    })
    .from(person)
    .leftJoin(vendor, eq(vendor.id, person.vendor))
    .leftJoin(suspension, standing(person.id))
    .leftJoin(staffTraveller, and(eq(staffTraveller.person, person.id), isNull(staffTraveller.endedAt)))
    .orderBy(person.role, person.name);
}

export async function devices(tx: Tx) {
  const rows = await tx
    .select({
      id: device.id,
      code: device.code,
      role: device.role,
      name: device.name,
      gate: device.gate,
      stall: stall.code,
      enrolledAt: device.enrolledAt,
      revokedAt: device.revokedAt,
      hasSecret: sql`${device.secretHash} is not null or ${deviceKey.device} is not null`.mapWith(Boolean),
      suspended: suspension.reason,
    })
    .from(device)
    .leftJoin(stall, eq(stall.id, device.stall))
    .leftJoin(deviceKey, and(eq(deviceKey.device, device.id), isNull(deviceKey.endedAt)))
    .leftJoin(suspension, standing(device.id))
    .orderBy(device.code);
  const entered = await tx
    .select({ device: networkPrinter.device, address: networkPrinter.address })
    .from(networkPrinter)
    .orderBy(networkPrinter.setAt, networkPrinter.id);
  const printers = new Map(entered.map(({ device, address }) => [device, address]));
  return rows.map(({ hasSecret, ...row }) => ({ ...row, enrolled: hasSecret, printer: printers.get(row.id) ?? null }));
}
