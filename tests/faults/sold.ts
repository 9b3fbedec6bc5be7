import type { Receipt } from '#lib/sale/receipt.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import { nearest } from './notes.ts';
import type { Tendered } from './paying.ts';

/** A sale as the hand remembers it that made it. */
export type Sold = {
  readonly receipt: Receipt;
  readonly custody: Custody;
  readonly tenders: readonly Tendered[];
  readonly change: { readonly currency: string; readonly minor: number };
  readonly priceMinor: number;
  readonly quantity: number;
  refunded: number;
  refundedMinor: number;
  /** Goods that came back paid for some of it: it is not voided. */
  readonly isExchange?: boolean;
  isVoid: boolean;
};

/** What so many more pieces of it are worth, each fen given back once. */
export const worthBack = ({ priceMinor, quantity, refunded, refundedMinor }: Sold, pieces: number): number =>
  Math.floor((priceMinor * (refunded + pieces)) / quantity) - refundedMinor;

/** In one currency a careful cashier knows the change without a till. */
export function wrongChange(
  { change, rounding }: Receipt,
  tenders: readonly Tendered[],
  dueMinor: number,
  currency: string,
): readonly string[] {
  const isOne = [change.currency, ...tenders.map((tender) => tender.currency)].every((each) => each === currency);
  if (!isOne) return [];
  const over = tenders.reduce((all, { minor }) => all + minor, 0) - dueMinor;
  const due = tenders.some(({ kind }) => kind === 'cash') ? nearest(over, currency) : over;
  const isRight = minorOf(change) === due && minorOf(rounding) === over - due;
  return isRight ? [] : [`${over} over gave ${change.amount} back, rounded by ${rounding.amount}`];
}

export const tenderBody = ({ kind, currency, minor }: Tendered) => ({
  kind,
  amount: amount(minor, currency),
  ...(kind === 'qr' ? { reference: 'W1' } : {}),
});

export const amount = (minor: number, currency: string) => ({ amount: (minor / 100).toFixed(2), currency });
export const minorOf = (of: { readonly amount: string }): number => Math.round(Number(of.amount) * 100);
