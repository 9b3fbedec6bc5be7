import type { Decision, FactLine } from '#lib/law/decision.ts';
import { amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type CashTerms, settle } from '#lib/sale/tenders.ts';
import type { Amount } from '../_ui/views.ts';
import { type Basket, quantityText } from './basket.ts';
import { linePrice, linesOf, type PricedLine, pricedLines, totalOf } from './basket-prices.ts';
import { discountsTold } from './discounts-told.ts';
import { basketFacts } from './preview.ts';
import { type Tender, tenderBody, tendered } from './tenders.ts';
import type { TillView } from './till-views.ts';

/** What both kinds of receipt show: one that the market answered with, and one that this till wrote before it could. */
export type Paper = Omit<Receipt, 'recordedAt' | 'decision' | 'decisionCode' | 'rounding'> & {
  /** Not there on one that was kept before money was rounded. */
  readonly rounding?: Amount;
  readonly decision: Decision | null;
  readonly decisionCode: string | null;
  /** The sale itself, signed by this till; undefined once the market has it. */
  readonly saleText?: string;
};
export type OfflineReceipt = Paper & { readonly saleText: string };

/** Everything of a sale that does not depend on when it is finished: kept while it is sent, so that it can be finished without an answer. */
export type Draft = {
  readonly receipt: Omit<Paper, 'number' | 'occurredAt' | 'saleText'>;
  readonly prices: readonly Amount[];
  readonly session: string;
  readonly operator: string;
  readonly pass: string;
  readonly facts: readonly FactLine[];
  /** The market held these goods for it when it was made. */
  readonly isLeased: boolean;
};

type Of = {
  readonly till: TillView;
  readonly tenders: readonly Tender[];
  readonly terms: CashTerms;
  readonly decision: Decision | null;
  readonly isLeased: boolean;
};

/** A sale of one pass, ready to be finished here; undefined for a party's and for an exchange, whose parts are one act of the market's. */
export function draftOf(id: string, basket: Basket, { till, tenders, terms, decision, isLeased }: Of): Draft | undefined {
  if (basket.exchange !== null) return undefined;
  const buyers = basket.passes.filter((pass) => linesOf(basket, pass.id).length > 0);
  const [pass] = buyers;
  const { stall, session, operator, seller } = till;
  if (pass === undefined || buyers.length > 1 || stall === null || session === null || operator === null || seller === null)
    return undefined;
  const lines = linesOf(basket, pass.id);
  const total = totalOf(lines, lines[0]?.product.price.currency ?? '');
  const settled = settle(total, tendered(tenders), till.tillRates, terms);
  if ('refused' in settled) return undefined;
  return {
    receipt: {
      id,
      stall,
      seller,
      pass: { code: pass.code },
      operator: { id: operator.id, name: operator.name },
      lines: lines.map(receiptLine),
      total: amountOf(total),
      ...discountsTold(basket, pass.id),
      tenders: tenders.map((tender) => ({ reference: null, ...tenderBody(tender) })),
      change: amountOf(settled.change),
      rounding: amountOf(settled.rounding),
      decision,
      decisionCode: null,
      state: 'sold',
    },
    prices: lines.map(({ listMinor }) => amountOf({ minor: listMinor, currency: total.currency })),
    session: session.id,
    operator: operator.id,
    pass: pass.id,
    facts: basketFacts(lines, id),
    isLeased,
  };
}

function receiptLine(line: PricedLine, place: number): Receipt['lines'][number] {
  const { currency } = line.product.price;
  return {
    line: place + 1,
    product: line.product.id,
    names: line.product.names,
    quantity: quantityText(line),
    refundedQuantity: '0',
    unitPrice: line.product.price,
    price: amountOf(linePrice(line)),
    ...(line.offMinor === 0 ? {} : { listPrice: amountOf({ minor: line.listMinor, currency }) }),
    ...(line.note === undefined ? {} : { note: line.note }),
    fate: line.fate,
  };
}

/** What a shut Pay says while the market does not answer. */
export type WhyNotOffline = 'not-allowed' | 'no-clock' | 'fiscal-shut' | 'floor' | 'party' | 'approval';

/** What this till may sell without an answer: what its leases hold, and up to the floor what they do not. */
export type OfflineTerms = {
  readonly floor: Money | null;
  readonly hasClock: boolean;
  /** The time is over in which this side may sell without its fiscal operator. */
  readonly isShut: boolean;
  readonly isLeased: (pass: string) => boolean;
};

export function whyNotOffline(basket: Basket, { floor, hasClock, isShut, isLeased }: OfflineTerms): WhyNotOffline | undefined {
  if (!hasClock) return 'no-clock';
  if (isShut) return 'fiscal-shut';
  const buyers = basket.passes.filter(({ id }) => linesOf(basket, id).length > 0);
  if (buyers.length > 1) return 'party';
  if (buyers.every(({ id }) => isLeased(id))) return undefined;
  if (floor === null) return 'not-allowed';
  return isUpTo(floor, totalOf(pricedLines(basket), floor.currency)) ? undefined : 'floor';
}

const isUpTo = (floor: Money, total: Money): boolean => total.currency === floor.currency && total.minor <= floor.minor;

/** Whether a sale that was on its way may be finished without an answer. */
export function mayFinish({ isLeased, receipt }: Draft, floor: Amount | null): boolean {
  const [most, total] = [floor && moneyOf(floor), moneyOf(receipt.total)];
  return isLeased || (most != null && total !== undefined && isUpTo(most, total));
}
