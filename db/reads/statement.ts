import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { monthAfter } from '#lib/calendar/day.ts';
import { dayIn, startOfDay } from '#lib/calendar/zone.ts';
import { amountOf } from '#lib/money/money.ts';
import { type CommissionRule, permilleOf, standingOf, type Turnover } from '#lib/sale/commission.ts';
import type { Tx } from '../engine/engine.ts';
import { payment, refund, refundLine, sale, saleLine, saleVoid } from '../schema/sale.ts';
import { cashMove } from '../schema/till.ts';
import { boundsOf, commissionsOf, payoutsOf } from '../stores/commissions.ts';
import { packInForce } from '../stores/market.ts';
import { findVendor } from '../stores/vendors.ts';
import { vendorZone } from './vendor-span.ts';

const EVER = '0000';

/** Where a vendor and the market stand for a month, on the clock of its first stall's side: who took what, what commission that makes. */
export async function vendorStatement(tx: Tx, vendorId: string, now: string, month?: string) {
  const vendor = await findVendor(tx, vendorId);
  if (vendor === undefined) return undefined;
  const zone = await vendorZone(tx, vendorId, now);
  const wanted = month ?? dayIn(zone, now).slice(0, 7);
  const from = startOfDay(zone, `${wanted}-01`);
  const to = startOfDay(zone, `${monthAfter(wanted)}-01`);
  const paths = await pathsOf(tx, now);
  const turnover: Turnover[] = [];
  for (const span of await commissionsOf(tx, vendorId, from, to))
    turnover.push(...atRates(await soldIn(tx, vendorId, span), span.rules, paths));
  // What is given back lessens the commission of the sale that it was paid for, whenever that was.
  for (const span of await commissionsOf(tx, vendorId, EVER, to))
    turnover.push(...atRates(await givenBackIn(tx, vendorId, { from, to }, span), span.rules, paths));
  const payouts = await payoutsOf(tx, vendorId, wanted);
  const bounds = await boundsOf(tx, vendorId, wanted);
  const beside = { broughtIn: await broughtIn(tx, vendorId, { from, to }), paidOut: payouts, bounds };
  return {
    vendor,
    month: wanted,
    rates: ratesOf((await commissionsOf(tx, vendorId, EVER, now)).at(-1)?.rules ?? [], paths),
    bounds: bounds.map(({ currency, floorMinor, capMinor }) => ({
      currency,
      floor: decimalOrNull(floorMinor, currency),
      cap: decimalOrNull(capMinor, currency),
    })),
    payouts: payouts.map(({ minor, currency, paidOn, reference }) => ({
      paidOn,
      reference,
      amount: amountOf({ minor, currency }),
    })),
    standing: standingOf(turnover, beside).map(({ currency, ...sums }) => ({
      currency,
      ...(Object.fromEntries(Object.entries(sums).map(([name, minor]) => [name, amountOf({ minor, currency }).amount])) as Record<
        keyof typeof sums,
        string
      >),
    })),
  };
}

const decimalOrNull = (minor: number | null, currency: string): string | null =>
  minor === null ? null : amountOf({ minor, currency }).amount;

type Paths = ReadonlyMap<string, readonly string[]>;

/** Each kind of goods with those above it, nearest first. */
async function pathsOf(tx: Tx, now: string): Promise<Paths> {
  const { pack } = await packInForce(tx, now);
  const parents = new Map(pack.categories.map(({ id, parent }) => [id, parent]));
  const upFrom = (id: string | null): readonly string[] => (id === null ? [] : [id, ...upFrom(parents.get(id) ?? null)]);
  return new Map([...parents.keys()].map((id) => [id, upFrom(id)]));
}

/** What holds now: of all goods, and of each kind that has a rule of its own. */
function ratesOf(rules: readonly CommissionRule[], paths: Paths): readonly { category: string | null; permille: number }[] {
  const kinds = [...new Set(rules.flatMap(({ category }) => category ?? []))].sort();
  const special = kinds.map((category) => ({ category, permille: permilleOf(rules, paths.get(category) ?? [category]) }));
  return [{ category: null, permille: permilleOf(rules, []) }, ...special];
}

/** Sums of one rate are one sum, so that a rule about other goods moves no rounding. */
function atRates(sold: readonly Sold[], rules: readonly CommissionRule[], paths: Paths): readonly Turnover[] {
  const sums = new Map<string, Turnover>();
  for (const { category, ...row } of sold) {
    const permille = permilleOf(rules, paths.get(category) ?? [category]);
    const key = `${row.custody} ${row.currency} ${permille}`;
    sums.set(key, { ...row, permille, minor: (sums.get(key)?.minor ?? 0) + row.minor });
  }
  return [...sums.values()];
}

type Sold = Omit<Turnover, 'permille'> & { readonly category: string };
type Span = { readonly from: string; readonly to: string };
const sumOf = (column: unknown) => sql<number>`sum(${column})`.mapWith(Number);

const soldIn = (tx: Tx, vendor: string, { from, to }: Span) =>
  tx
    .select({ custody: payment.custody, currency: sale.currency, category: saleLine.category, minor: sumOf(saleLine.paidMinor) })
    .from(sale)
    .innerJoin(saleLine, eq(saleLine.sale, sale.id))
    .innerJoin(payment, eq(payment.id, sale.payment))
    .where(
      and(
        eq(sale.vendor, vendor),
        gte(sale.recordedAt, from),
        lt(sale.recordedAt, to),
        sql`not exists (select 1 from ${saleVoid} where ${saleVoid.sale} = ${sale.id})`,
      ),
    )
    .groupBy(payment.custody, sale.currency, saleLine.category);

async function givenBackIn(tx: Tx, vendor: string, back: Span, sold: Span): Promise<readonly Sold[]> {
  const rows = await tx
    .select({ paidBy: refund.paidBy, currency: refund.currency, category: saleLine.category, minor: sumOf(refundLine.minor) })
    .from(refund)
    .innerJoin(refundLine, eq(refundLine.refund, refund.id))
    .innerJoin(saleLine, eq(saleLine.id, refundLine.saleLine))
    .innerJoin(sale, eq(sale.id, refund.sale))
    .where(
      and(
        eq(sale.vendor, vendor),
        gte(refund.refundedAt, back.from),
        lt(refund.refundedAt, back.to),
        gte(sale.recordedAt, sold.from),
        lt(sale.recordedAt, sold.to),
      ),
    )
    .groupBy(refund.paidBy, refund.currency, saleLine.category);
  return rows.map(({ paidBy, minor, ...row }) => ({ ...row, custody: paidBy === 'desk' ? 'market' : 'stall', minor: -minor }));
}

const broughtIn = (tx: Tx, vendor: string, { from, to }: Span) =>
  tx
    .select({
      currency: cashMove.currency,
      minor: sumOf(
        sql`case when ${cashMove.reaches} = 'bank' then ${cashMove.minor} when ${cashMove.leaves} = 'bank' then -${cashMove.minor} else 0 end`,
      ),
    })
    .from(cashMove)
    .where(and(eq(cashMove.vendor, vendor), eq(cashMove.custody, 'stall'), gte(cashMove.movedAt, from), lt(cashMove.movedAt, to)))
    .groupBy(cashMove.currency);
