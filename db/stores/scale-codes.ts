import type { ScaleCode } from '#lib/catalogue/scale-code.ts';
import type { Tx } from '../engine/engine.ts';
import { scaleCodes } from '../schema/market.ts';
import { keep } from './evidence.ts';

export async function saveScaleCodes(tx: Tx, row: typeof scaleCodes.$inferInsert): Promise<void> {
  await keep(tx, scaleCodes, row);
}

type OfSide = { readonly side: string; readonly codes: readonly ScaleCode[] };

/** How the scales of each side write what they weighed, as it counts now. */
export async function scaleCodesNow(tx: Tx): Promise<readonly OfSide[]> {
  const rows = await tx
    .select({ side: scaleCodes.side, codes: scaleCodes.codes })
    .from(scaleCodes)
    .orderBy(scaleCodes.setAt, scaleCodes.id);
  return [...new Map(rows.map((row) => [row.side, row])).values()];
}
