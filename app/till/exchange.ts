import { quantityTextOf } from '#lib/catalogue/measure.ts';
import { amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import type { Receipt, ReceiptExchange } from '#lib/sale/receipt.ts';
import type { Amount } from '../_ui/views.ts';
import { refundTotal, type Wanted } from './refunds.ts';

/** Goods of an earlier sale that come back for what lies on the counter. */
export type Exchange = {
  readonly sale: string;
  readonly number: string;
  readonly lines: readonly {
    readonly line: number;
    readonly names: Readonly<Record<string, string>>;
    readonly quantity: string;
    readonly amount: Amount;
  }[];
  readonly worth: Money;
};

export function exchangeOf(receipt: Receipt, wanted: ReadonlyMap<number, Wanted>): Exchange {
  return {
    sale: receipt.id,
    number: receipt.number,
    lines: receipt.lines.flatMap(({ line, names }) => {
      const part = wanted.get(line);
      if (part === undefined || part.milli === 0) return [];
      const alone = refundTotal(receipt.lines, new Map([[line, part]]));
      return [{ line, names, quantity: quantityTextOf(part.milli), amount: amountOf(alone) }];
    }),
    worth: refundTotal(receipt.lines, wanted),
  };
}

/** What the shopper still pays for goods of this total; below nought: what they are given. */
export const differenceOf = (total: Money, exchange: Exchange | null): Money =>
  exchange === null ? total : { ...total, minor: total.minor - exchange.worth.minor };

/** What comes back, as the market is asked about the basket. */
export const backOf = (exchange: Exchange | null) =>
  exchange === null
    ? undefined
    : { sale: exchange.sale, lines: exchange.lines.map(({ line, quantity }) => ({ line, quantity })) };

/** What was given back in an exchange, beyond what paid for other goods. */
export const givenBackOf = ({ tenders, total }: ReceiptExchange): Amount => {
  const minor = tenders.reduce((sum, { amount }) => sum + (moneyOf(amount)?.minor ?? 0), 0);
  return amountOf({ minor, currency: total.currency });
};

/** The same amount taken off. */
export const lessOf = ({ amount, currency }: Amount): Amount => ({ amount: `-${amount}`, currency });
