import { desc, eq } from 'drizzle-orm';
import { type Amount, amountOf } from '#lib/money/money.ts';
import type { Tx } from '../engine/engine.ts';
import { product } from '../schema/catalogue.ts';
import { sale, saleLine } from '../schema/sale.ts';
import { stall } from '../schema/vendor.ts';
import { pass, visit } from '../schema/visit.ts';

export type TrialGoods = {
  readonly side: string;
  readonly gate: string;
  readonly stall: string;
  readonly stallSide: string;
  readonly product: string;
  readonly price: Amount;
  readonly nationality: string;
  readonly residence: string;
};

/** What was sold last, where its buyer came in and of which state they are: somebody of that state may buy it again. */
export async function trialGoods(tx: Tx): Promise<TrialGoods | undefined> {
  const [row] = await tx
    .select({
      side: visit.side,
      gate: visit.gate,
      stall: sale.stall,
      stallSide: stall.side,
      product: product.id,
      minor: product.priceMinor,
      currency: product.currency,
      nationality: pass.nationality,
      residence: pass.residence,
    })
    .from(sale)
    .innerJoin(stall, eq(stall.id, sale.stall))
    .innerJoin(saleLine, eq(saleLine.sale, sale.id))
    .innerJoin(product, eq(product.id, saleLine.product))
    .innerJoin(visit, eq(visit.id, sale.visit))
    .innerJoin(pass, eq(pass.id, sale.pass))
    .where(eq(product.unit, 'piece'))
    .orderBy(desc(sale.recordedAt))
    .limit(1);
  if (row === undefined) return undefined;
  const { minor, currency, ...rest } = row;
  return { ...rest, price: amountOf({ minor, currency }) };
}
