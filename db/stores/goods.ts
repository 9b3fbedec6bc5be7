import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { corrected } from '#lib/exit/correction.ts';
import type { FactLine } from '#lib/law/decision.ts';
import type { Tx } from '../engine/engine.ts';
import { keptQuery } from '../engine/kept-query.ts';
import { refundLine, sale, saleLine, saleVoid } from '../schema/sale.ts';
import { broughtIn } from '../schema/visit.ts';
import { correctionsByLine } from './corrections.ts';

/** Goods as the law sees them, with the sale line or the bringing-in that they come from. */
export type VisitGoods = FactLine & {
  readonly source: 'sale' | 'brought-in';
  readonly stall: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly quantityMilli: number;
};

/** Goods of one sale that are about to come back: how much of each of its lines, in thousandths. */
export type ComingBack = { readonly sale: string; readonly milliOf: ReadonlyMap<number, number> };

/** All of a line but for its money's rates, which are long and nothing to the law. */
const { lawRate: _law, tillRate: _till, ...GOODS } = getTableColumns(saleLine);
type GoodsLine = Omit<typeof saleLine.$inferSelect, 'lawRate' | 'tillRate'>;

const givenBack = sql<
  number | null
>`(select sum(${refundLine.quantityMilli}) from ${refundLine} where ${refundLine.saleLine} = ${saleLine.id} and ${refundLine.replans})`;
const soldIn = keptQuery(['visit'], (tx, at) =>
  tx
    .select({
      line: GOODS,
      stall: sale.stall,
      currency: sale.currency,
      soldAt: sale.occurredAt,
      recordedAt: sale.recordedAt,
      back: givenBack,
    })
    .from(sale)
    .innerJoin(saleLine, eq(saleLine.sale, sale.id))
    .leftJoin(saleVoid, eq(saleVoid.sale, sale.id))
    .where(and(eq(sale.visit, at.visit), isNull(saleVoid.sale))),
);
type Sold = { readonly recordedAt: string; readonly line: GoodsLine };
/** Put in order here, for they are a few and wide. */
const asSold = (a: Sold, b: Sold): number =>
  compared(a.recordedAt, b.recordedAt) || compared(a.line.sale, b.line.sale) || a.line.line - b.line.line;
const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const broughtInto = keptQuery(['visit'], (tx, at) =>
  tx.select().from(broughtIn).where(eq(broughtIn.visit, at.visit)).orderBy(broughtIn.recordedAt, broughtIn.id),
);

/**
 * All goods of a visit: every line sold and not voided, less what was given back while the visit could still be planned,
 * and what was brought in, each as an officer corrected it since. A line that was wholly refunded is as if it had never been sold.
 * @param coming what an exchange would take back.
 */
export async function goodsOfVisit(tx: Tx, visit: string, coming?: ComingBack): Promise<readonly VisitGoods[]> {
  const sold = [...(await soldIn(tx, { visit }))].sort(asSold);
  const brought = await broughtInto(tx, { visit });
  const said = await correctionsByLine(tx, visit);
  const goods: readonly VisitGoods[] = [
    ...sold.flatMap(({ line, stall, currency, soldAt, back }) => {
      const soon = coming?.sale === line.sale ? (coming.milliOf.get(line.line) ?? 0) : 0;
      const left = line.quantityMilli - (back ?? 0) - soon;
      return left <= 0 ? [] : [{ ...share(line, left), stall, currency, sale: line.sale, soldAt, source: 'sale' as const }];
    }),
    ...brought.map((row) => ({
      id: row.id,
      source: 'brought-in' as const,
      stall: null,
      names: { en: row.description, zh: row.description, ru: row.description, kk: row.description, ur: row.description },
      category: row.category,
      hs: '',
      quantityMilli: row.quantityMilli,
      units: Math.max(1, Math.floor(row.quantityMilli / 1000)),
      valueMinor: row.valueMinor,
      currency: row.currency,
      weightG: row.weightG,
      volumeMl: row.volumeMl,
      strengthPermille: row.strengthPermille,
      pieces: row.pieces,
      fate: 'carried' as const,
    })),
  ];
  return goods.map((line) => corrected(line, said.get(line.id) ?? []));
}

/** What is left of a line, each measure in proportion, rounded down. */
function share(line: GoodsLine, leftMilli: number) {
  const of = (total: number) => Math.floor((total * leftMilli) / line.quantityMilli);
  return {
    id: line.id,
    names: line.names,
    category: line.category,
    hs: line.hs,
    model: line.product,
    quantityMilli: leftMilli,
    units: Math.max(1, of(line.units)),
    valueMinor: of(line.paidMinor),
    ...(line.listMinor === line.paidMinor ? {} : { values: { list: of(line.listMinor) } }),
    weightG: of(line.packedWeightG),
    netWeightG: of(line.netWeightG),
    volumeMl: of(line.volumeMl),
    strengthPermille: line.strengthPermille,
    pieces: of(line.pieces),
    fate: line.fate,
  };
}
