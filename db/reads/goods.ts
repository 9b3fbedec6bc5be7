import { and, asc, eq, gt, like, or, type SQL, sql } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { product, stockMovement } from '../schema/catalogue.ts';
import { stall } from '../schema/vendor.ts';

export type GoodsQuery = {
  readonly q?: string | undefined;
  readonly gtin?: string | undefined;
  readonly vendor?: string | undefined;
  readonly stall?: string | undefined;
  readonly category?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Products in order of id, a page at a time. `q` is looked for in every language's name. */
export async function findGoods(tx: Tx, query: GoodsQuery) {
  const rows = await tx
    .select({ product, stallCode: stall.code, onHand: onHand() })
    .from(product)
    .innerJoin(stall, eq(stall.id, product.stall))
    .where(and(...conditions(query)))
    .orderBy(asc(product.id))
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  return { products: page.map(goodsView), next: rows.length > query.limit ? (page.at(-1)?.product.id ?? null) : null };
}

const onHand = () =>
  sql<number>`coalesce((select sum(${stockMovement.quantityMilli}) from ${stockMovement} where ${stockMovement.product} = ${product.id}), 0)`;

function conditions(query: GoodsQuery): SQL[] {
  const wanted: (SQL | undefined)[] = [
    query.gtin === undefined ? undefined : or(eq(product.gtin, query.gtin), eq(product.gtin, query.gtin.replace(/^0+/, ''))),
    query.vendor === undefined ? undefined : eq(product.vendor, query.vendor),
    query.stall === undefined ? undefined : or(eq(product.stall, query.stall), eq(stall.code, query.stall)),
    query.category === undefined ? undefined : eq(product.category, query.category),
    query.after === undefined ? undefined : gt(product.id, query.after),
    ...(query.q ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => like(product.searchText, `%${word.toLowerCase().replace(/[%_]/g, '')}%`)),
  ];
  return wanted.filter((condition) => condition !== undefined);
}

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
