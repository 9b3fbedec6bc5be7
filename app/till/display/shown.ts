import { quantityTextOf } from '#lib/catalogue/measure.ts';
import type { Decision } from '#lib/law/decision.ts';
import { amountOf, moneyOf } from '#lib/money/money.ts';
import type { Rate } from '#lib/money/rate.ts';
import type { Language } from '#lib/words/languages.ts';
import { nameIn } from '../../_ui/names.ts';
import type { Amount } from '../../_ui/views.ts';
import type { Basket } from '../basket.ts';
import { linePrice, offTotalOf, pricedLines, totalOf } from '../basket-prices.ts';
import { differenceOf, givenBackOf, lessOf } from '../exchange.ts';
import type { Paper } from '../offline-receipt.ts';
import { otherAmounts } from '../tenders.ts';

type ShownLine = {
  readonly key: string;
  readonly name: string;
  readonly quantity: string;
  readonly isWeighed: boolean;
  readonly price: Amount;
  /** What the shelf asks, where that is more. */
  readonly listPrice: Amount | null;
  readonly note: string | null;
};

/** What a shopper sees: nothing of anybody else, no name, nothing that only the vendor should see. */
export type Shown =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'basket';
      readonly language: Language;
      readonly lines: readonly ShownLine[];
      readonly latest: string | null;
      readonly total: Amount;
      readonly off: Amount | null;
      /** What comes back for these goods; the total is what they come to. */
      readonly back: Amount | null;
      /** What is left to pay, or to be given where goods worth more come back. */
      readonly due: Amount;
      readonly isGiven: boolean;
      readonly others: readonly Amount[];
      readonly decision: Decision | null;
      /** Short name of each rule in that language. */
      readonly rules: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'paid'; readonly language: Language; readonly total: Amount; readonly change: Amount };

/** What a till tells its display, again and again: a display that hears nothing shows nothing. */
export type Told = { readonly stall: string; readonly shown: Shown };

type Of = {
  readonly language: Language;
  readonly currency: string;
  readonly rates: readonly Rate[];
  readonly decision: Decision | null;
  readonly rules: Readonly<Record<string, string>>;
};

/** The basket as its shopper sees it. */
export function shownBasket(basket: Basket, { language, currency, rates, decision, rules }: Of): Shown {
  const lines = pricedLines(basket);
  if (lines.length === 0 && basket.passes.length === 0 && basket.exchange === null) return { kind: 'nobody' };
  const total = totalOf(lines, currency);
  const due = differenceOf(total, basket.exchange);
  const off = offTotalOf(lines, currency);
  const nationality = basket.passes[0]?.traveller.nationality;
  return {
    kind: 'basket',
    language,
    lines: lines.map((line) => ({
      key: line.key,
      name: nameIn(line.product.names, language),
      quantity: quantityTextOf(line.milli),
      isWeighed: line.product.unit === 'kg',
      price: amountOf(linePrice(line)),
      listPrice: line.offMinor === 0 ? null : amountOf({ minor: line.listMinor, currency: line.product.price.currency }),
      note: line.note ?? null,
    })),
    latest: basket.line,
    total: amountOf(total),
    off: off.minor === 0 ? null : amountOf({ ...off, minor: -off.minor }),
    back: basket.exchange && lessOf(amountOf(basket.exchange.worth)),
    due: amountOf({ ...due, minor: Math.abs(due.minor) }),
    isGiven: due.minor < 0,
    others: due.minor <= 0 ? [] : otherAmounts(due, nationality, rates).map(amountOf),
    decision,
    rules,
  };
}

/** What was paid in all, and what goes back: of a party's receipts the first holds the change. */
export function shownPaid(receipts: readonly Paper[], language: Language): Shown {
  const [first] = receipts;
  if (first === undefined) return { kind: 'nobody' };
  const { exchange } = first;
  const paidFor = exchange === undefined ? 0 : (moneyOf(exchange.credit)?.minor ?? 0);
  const minor = receipts.reduce((sum, { total }) => sum + (moneyOf(total)?.minor ?? 0), -paidFor);
  const change = exchange && exchange.tenders.length > 0 ? givenBackOf(exchange) : first.change;
  return { kind: 'paid', language, total: amountOf({ minor, currency: first.total.currency }), change };
}
