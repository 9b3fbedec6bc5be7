import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { wantedIn } from '#lib/catalogue/search.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { product } from '../schema/catalogue.ts';
import { sale, saleLine } from '../schema/sale.ts';
import { stockSum } from '../schema/sums.ts';
import { stall } from '../schema/vendor.ts';
import { searchGoods } from './goods-search.ts';

export type GoodsQuery = {
  readonly q?: string | undefined;
  readonly gtin?: string | undefined;
  readonly vendor?: string | undefined;
  readonly stall?: string | undefined;
  readonly category?: string | undefined;
  /** An instant: only what was changed since, or moved in or out of stock. */
  readonly changedAfter?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/**
 * Products a page at a time, in order of id. Of a search (`q`, in any language) those come first that answer it best, and before them
 * those of the stall that asks.
 */
export async function findGoods(tx: Tx, query: GoodsQuery, own: string | null = null) {
  const { q = '', after, limit } = query;
  const scope = await scopeOf(tx, query);
  const wanted = wantedIn(q);
  const page = { after, limit: limit + 1 };
  const ids = wanted.length === 0 ? await listed(tx, scope, page) : await searchGoods(tx, wanted, { ...page, scope, own });
  const shown = ids.slice(0, limit);
  return { products: await goodsOf(tx, shown), next: ids.length > limit ? (shown.at(-1) ?? null) : null };
}

/** What a product must be, besides found. */
async function scopeOf(tx: Tx, { gtin, vendor, stall: named, category, changedAfter }: GoodsQuery): Promise<readonly SQL[]> {
  const stalls =
    named === undefined
      ? undefined
      : await tx
          .select({ id: stall.id })
          .from(stall)
          .where(or(eq(stall.id, named), eq(stall.code, named)));
  const ids = stalls?.map(({ id }) => id);
  return [
    gtin === undefined ? undefined : inArray(product.gtin, [gtin, gtin.replace(/^0+/, '')]),
    vendor === undefined ? undefined : eq(product.vendor, vendor),
    ids === undefined ? undefined : inArray(product.stall, ids),
    category === undefined ? undefined : eq(product.category, category),
    changedAfter === undefined || ids === undefined ? undefined : inArray(product.id, changedIds(tx, ids, changedAfter)),
  ].filter((condition) => condition !== undefined);
}

/** A sale is found by its stall; whatever else moves stock marks its product as changed, for it is rare. */
const changedIds = (tx: Tx, stalls: readonly string[], since: string) =>
  tx
    .select({ id: product.id })
    .from(product)
    .where(and(inArray(product.stall, [...stalls]), gt(product.changedAt, since)))
    .unionAll(
      tx
        .select({ id: saleLine.product })
        .from(sale)
        .innerJoin(saleLine, eq(saleLine.sale, sale.id))
        .where(and(inArray(sale.stall, [...stalls]), gt(sale.recordedAt, since))),
    );

type Page = { readonly after: string | undefined; readonly limit: number };

async function listed(tx: Tx, scope: readonly SQL[], { after, limit }: Page): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: product.id })
    .from(product)
    .where(and(...scope, after === undefined ? undefined : gt(product.id, after)))
    .orderBy(asc(product.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The goods of a page, which has been chosen by then: what is on hand is summed up for those that are shown. */
async function goodsOf(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .select({ product, stallCode: stall.code, onHand: onHand() })
    .from(product)
    .innerJoin(stall, eq(stall.id, product.stall))
    .where(inArray(product.id, [...ids]));
  const views = new Map(rows.map((row) => [row.product.id, goodsView(row)]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

const onHand = () =>
  sql<number>`coalesce((select sum(${stockSum.quantityMilli}) from ${stockSum} where ${stockSum.product} = ${product.id}), 0)`;

function goodsView({
  product: row,
  stallCode,
  onHand,
}: {
  product: typeof product.$inferSelect;
  stallCode: string;
  onHand: number;
}) {
  return {
    id: row.id,
    gtin: row.gtin,
    names: row.names,
    category: row.category,
    hs: { scheme: row.hsScheme, edition: row.hsEdition, digits: row.hsDigits },
    price: amountOf({ minor: row.priceMinor, currency: row.currency }),
    netWeightG: row.netWeightG,
    packedWeightG: row.packedWeightG,
    volumeMl: row.volumeMl,
    strengthPermille: row.strengthPermille,
    pieces: row.pieces,
    unit: row.unit,
    origin: row.origin,
    customsStatus: row.customsStatus,
    stall: row.stall,
    stallCode,
    vendor: row.vendor,
    onHand: quantityTextOf(onHand),
  };
}
