import { quantityMilliOf } from '#lib/catalogue/measure.ts';
import { type Money, moneyOf } from '#lib/money/money.ts';
import type { ReceiptLine } from '#lib/sale/receipt.ts';
import type { Custody } from '#lib/till/cash-count.ts';

/** Out of whose money it is given back: the market's, where the market holds what is taken here. */
export const paidBy = (custody: Custody | undefined) => (custody === 'market' ? ('desk' as const) : ('stall' as const));

export type Wanted = { readonly milli: number; readonly goods: 'back' | 'kept' };

const milli = (text: string): number => (Number(text) === 0 ? 0 : (quantityMilliOf(text) ?? 0));
const minor = (line: ReceiptLine): number => moneyOf(line.price)?.minor ?? 0;

/** What of a line can still be given back, in thousandths. */
export const refundable = (line: ReceiptLine): number => milli(line.quantity) - milli(line.refundedQuantity);

/** What the wanted part of each line is worth: the whole price is given back once, the last part taking what rounding left. */
export function refundTotal(lines: readonly ReceiptLine[], wanted: ReadonlyMap<number, Wanted>): Money {
  const currency = lines[0]?.price.currency ?? '';
  const sum = lines.reduce((all, line) => {
    const part = wanted.get(line.line)?.milli ?? 0;
    return all + backAfter(line, milli(line.refundedQuantity) + part) - backAfter(line, milli(line.refundedQuantity));
  }, 0);
  return { minor: sum, currency };
}

const backAfter = (line: ReceiptLine, refunded: number): number => {
  const sold = milli(line.quantity);
  return refunded === sold ? minor(line) : Math.floor((minor(line) * refunded) / sold);
};
