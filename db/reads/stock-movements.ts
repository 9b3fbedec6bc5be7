import { and, desc, eq, lt, or } from 'drizzle-orm';
import { quantityTextOf } from '#lib/catalogue/measure.ts';
import type { Tx } from '../engine/engine.ts';
import { act } from '../schema/act.ts';
import { lot, product, stockMovement } from '../schema/catalogue.ts';
import { person } from '../schema/staff.ts';
import { device } from '../schema/till.ts';
import { pageOf } from './page.ts';

type Query = { readonly vendor: string; readonly product: string; readonly after?: string | undefined; readonly limit: number };

/** What became of a product's stock, newest first, with the lot and who did it; undefined where it is not the vendor's. */
export async function stockMovements(tx: Tx, { vendor, product: id, after, limit }: Query) {
  const [own] = await tx
    .select({ id: product.id })
    .from(product)
    .where(and(eq(product.id, id), eq(product.vendor, vendor)));
  if (own === undefined) return undefined;
  const [last] = after === undefined ? [] : await tx.select().from(stockMovement).where(eq(stockMovement.id, after));
  const rows = await tx
    .select({
      id: stockMovement.id,
      kind: stockMovement.kind,
      quantityMilli: stockMovement.quantityMilli,
      reason: stockMovement.reason,
      at: stockMovement.recordedAt,
      customsStatus: lot.customsStatus,
      manifest: lot.manifest,
      person: person.name,
      device: device.name,
    })
    .from(stockMovement)
    .leftJoin(lot, eq(lot.id, stockMovement.lot))
    .leftJoin(act, eq(act.id, stockMovement.act))
    .leftJoin(person, eq(person.id, act.actor))
    .leftJoin(device, eq(device.id, act.actor))
    .where(and(eq(stockMovement.product, id), last === undefined ? undefined : before(last)))
    .orderBy(desc(stockMovement.recordedAt), desc(stockMovement.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => row.id);
  return {
    movements: page.rows.map(({ quantityMilli, person: who, device: where, ...row }) => ({
      ...row,
      quantity: quantityTextOf(quantityMilli),
      by: who ?? where,
    })),
    next: page.next,
  };
}

const before = ({ recordedAt, id }: typeof stockMovement.$inferSelect) =>
  or(lt(stockMovement.recordedAt, recordedAt), and(eq(stockMovement.recordedAt, recordedAt), lt(stockMovement.id, id)));
