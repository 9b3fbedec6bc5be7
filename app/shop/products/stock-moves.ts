import { quantityMilliOf } from '#lib/catalogue/measure.ts';

export const KINDS = ['receipt', 'stocktake', 'loss'] as const;
export type Kind = (typeof KINDS)[number];

/** What somebody typed, in thousandths; nothing is only a count's, and pieces are whole. */
export function quantityIn(typed: string, kind: Kind, unit: 'piece' | 'kg'): number | undefined {
  const text = typed.trim().replace(',', '.');
  const milli = /^0+$/.test(text) ? 0 : quantityMilliOf(text);
  const isWhole = unit === 'kg' || (milli !== undefined && milli % 1000 === 0);
  return milli === undefined || !isWhole || (milli === 0 && kind !== 'stocktake') ? undefined : milli;
}

/** What is on hand afterwards. */
export const movedTo = (kind: Kind, before: number, milli: number): number =>
  ({ receipt: before + milli, stocktake: milli, loss: before - milli })[kind];
