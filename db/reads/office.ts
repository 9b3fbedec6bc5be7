import { and, desc, eq, gte, inArray, isNull, like, lt, or, sql } from 'drizzle-orm';
import { dayIn, startOfDay } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';
import type { Tx } from '../engine/engine.ts';
import { audit, refusalTally } from '../schema/act.ts';
import { account } from '../schema/allowance.ts';
import { exitCase } from '../schema/exit.ts';
import { sale, saleVoid } from '../schema/sale.ts';
import { person } from '../schema/staff.ts';
import { device, deviceKey } from '../schema/till.ts';
import { company, stall, suspension, vendor } from '../schema/vendor.ts';
import { pass, passRevocation, visit } from '../schema/visit.ts';
import { lawRatesOn, packInForce } from '../stores/market.ts';

const standing = (subject: typeof vendor.id | typeof person.id | typeof device.id) =>
  and(eq(suspension.subject, subject), isNull(suspension.liftedAt));

const MOST_STALLS = 12;

/** The market now: who is inside, what was sold today, how allowances are used, what was refused and why. */
export async function overview(tx: Tx, now: string) {
  const { pack } = await packInForce(tx, now);
  const sinceOf = new Map(pack.sides.map((side) => [side.code, startOfDay(side.zone, dayIn(side.zone, now))]));
  const since = [...sinceOf.values()].sort()[0] ?? now;
  const inside = await tx
    .select({ side: visit.side, nationality: pass.nationality, count: sql<number>`count(*)` })
    .from(visit)
    .innerJoin(pass, eq(pass.id, visit.pass))
    .where(inArray(visit.state, ['open', 'presented']))
    .groupBy(visit.side, pass.nationality)
    .orderBy(desc(sql`count(*)`));
  const soldToday = and(
    gte(sale.recordedAt, since),
    sql`not exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id})`,
  );
  const sales = await tx
    .select({ currency: sale.currency, minor: sql<number>`sum(${sale.totalMinor})`, count: sql<number>`count(*)` })
    .from(sale)
    .where(soldToday)
    .groupBy(sale.currency);
  const stalls = await tx
    .select({
      code: stall.code,
      name: stall.name,
      side: stall.side,
      currency: sale.currency,
      minor: sql<number>`sum(${sale.totalMinor})`,
      count: sql<number>`count(*)`,
    })
    .from(sale)
    .innerJoin(stall, eq(stall.id, sale.stall))
    .where(soldToday)
    .groupBy(sale.stall, sale.currency);
  const hour = sql<string>`substr(${sale.recordedAt}, 1, 13)`;
  const byHour = await tx
    .select({ hour, count: sql<number>`count(*)` })
    .from(sale)
    .where(gte(sale.recordedAt, since))
    .groupBy(hour)
    .orderBy(hour);
  const allowance = await tx
    .select({
      rule: account.rule,
      accounts: sql<number>`count(*)`,
      used: sql<number>`sum(${account.posted} + ${account.held})`,
      limit: sql<number>`sum(${account.limitAmount})`,
      nearlySpent: sql<number>`sum(case when (${account.posted} + ${account.held}) * 10 >= ${account.limitAmount} * 9 then 1 else 0 end)`,
    })
    .from(account)
    .groupBy(account.rule)
    .orderBy(account.rule);
  const refusals = await tx
    .select({ reason: refusalTally.reason, count: sql<number>`count(*)` })
    .from(refusalTally)
    .where(gte(refusalTally.at, since))
    .groupBy(refusalTally.reason)
    .orderBy(desc(sql`count(*)`));
  const exits = await tx
    .select({ state: exitCase.state, count: sql<number>`count(*)` })
    .from(exitCase)
    .where(gte(exitCase.presentedAt, since))
    .groupBy(exitCase.state);
  const [entries] = await tx.select({ count: sql<number>`count(*)` }).from(visit).where(gte(visit.enteredAt, since));
  const [open] = await tx.select({ stalls: sql<number>`count(*)` }).from(stall);
  return {
    now,
    marketDays: pack.sides.map((side) => ({ side: side.code, day: dayIn(side.zone, now) })),
    inside,
    insideTotal: inside.reduce((sum, row) => sum + row.count, 0),
    entriesToday: entries?.count ?? 0,
    exitsToday: exits,
    sales: { count: sales.reduce((sum, row) => sum + row.count, 0), totals: sales.map(amountOf) },
    byHour,
    stalls: bestFirst(stalls, await lawRatesOn(tx, now.slice(0, 10))).map(({ minor, currency, ...row }) => ({
      ...row,
      total: amountOf({ minor, currency }),
    })),
    stallCount: open?.stalls ?? 0,
    allowance,
    refusals,
  };
}

/** Stalls by what they took, whatever their currency; what no rate reaches comes last. */
function bestFirst<Row extends { minor: number; currency: string }>(
  rows: readonly Row[],
  rates: readonly Rate[],
): readonly Row[] {
  const common = rows[0]?.currency ?? '';
  const worth = (row: Row) => convert(row, common, rates)?.money.minor ?? -1;
  return [...rows].sort((a, b) => worth(b) - worth(a)).slice(0, MOST_STALLS);
}

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
    .select({ vendor: stall.vendor, code: stall.code, name: stall.name, side: stall.side })
    .from(stall)
    .orderBy(stall.code);
  return rows.map((row) => ({
    ...row,
    stalls: stalls.filter((each) => each.vendor === row.id).map(({ vendor: _vendor, ...each }) => each),
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
    })
    .from(person)
    .leftJoin(vendor, eq(vendor.id, person.vendor))
    .leftJoin(suspension, standing(person.id))
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
      hasSecret: sql<number>`${device.secretHash} is not null or ${deviceKey.device} is not null`,
      suspended: suspension.reason,
    })
    .from(device)
    .leftJoin(stall, eq(stall.id, device.stall))
    .leftJoin(deviceKey, and(eq(deviceKey.device, device.id), isNull(deviceKey.endedAt)))
    .leftJoin(suspension, standing(device.id))
    .orderBy(device.code);
  return rows.map(({ hasSecret, ...row }) => ({ ...row, enrolled: hasSecret === 1 }));
}

/** Passes, newest first; `q` is the start of a code or a nationality. */
export async function passes(tx: Tx, query: { q?: string | undefined; after?: string | undefined; limit: number }) {
  const q = (query.q ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const rows = await tx
    .select({
      id: pass.id,
      code: pass.code,
      nationality: pass.nationality,
      side: pass.side,
      gate: pass.gate,
      category: pass.category,
      issuedAt: pass.issuedAt,
      validUntil: pass.validUntil,
      visit: visit.state,
      revoked: passRevocation.reason,
    })
    .from(pass)
    .leftJoin(visit, eq(visit.pass, pass.id))
    .leftJoin(passRevocation, eq(passRevocation.pass, pass.id))
    .where(
      and(
        q === '' ? undefined : or(like(pass.code, `${q}%`), eq(pass.nationality, q)),
        query.after === undefined ? undefined : lt(pass.id, query.after),
      ),
    )
    .orderBy(desc(pass.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, (row) => row.id);
}

/** The audit trail, newest first. */
export async function auditTrail(tx: Tx, query: { q?: string | undefined; after?: string | undefined; limit: number }) {
  const rows = await tx
    .select({
      id: audit.id,
      actor: audit.actor,
      operator: person.name,
      kind: audit.kind,
      subject: audit.subject,
      facts: audit.facts,
      recordedAt: audit.recordedAt,
      hash: audit.hash,
    })
    .from(audit)
    .leftJoin(person, eq(person.id, audit.operator))
    .where(
      and(
        query.q === undefined
          ? undefined
          : or(eq(audit.kind, query.q), eq(audit.subject, query.q), like(audit.actor, `%${query.q}%`)),
        query.after === undefined ? undefined : lt(audit.id, query.after),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, (row) => row.id);
}

function page<Row>(rows: readonly Row[], limit: number, idOf: (row: Row) => string) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? idOf(last) : null };
}
