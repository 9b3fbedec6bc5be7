import type { Tx } from '#db/engine/engine.ts';
import { tillRatesOn } from '#db/stores/rates.ts';
import type { StallRecord } from '#db/stores/vendors.ts';
import { visitLaw } from '#db/stores/visit-law.ts';
import type { PassRecord, VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { measureOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import type { CashUnit } from '#lib/money/cash.ts';
import { type Money, moneyOf } from '#lib/money/money.ts';
import { convert } from '#lib/money/rate.ts';
import { type Settled, settle } from '#lib/sale/tenders.ts';
import type { Context } from '../context.ts';
import { type Basket, type BasketLine, basketLines } from './basket.ts';
import { tenderedOf } from './drawer.ts';
import type { OfflineSaleInput } from './sale-input.ts';

type Goods = {
  readonly lines: readonly BasketLine[];
  readonly total: Money;
  /** What the shelf asks for them by the market's record. */
  readonly listed: Money;
};

/** What was sold, at the price that was taken for it. */
export async function goodsSold(
  tx: Tx,
  context: Context,
  { lines: wanted, offline: { prices } }: OfflineSaleInput,
  stall: string,
): Promise<Goods | { readonly refused: readonly Refusal[] }> {
  const taken = prices.map(moneyOf);
  const wrong = prices[taken.indexOf(undefined)] ?? prices.find(({ currency }) => currency !== prices[0]?.currency);
  if (wrong !== undefined) return { refused: [refusal('amount-invalid', wrong)] };
  if (prices.length !== wanted.length) return { refused: [refusal('amount-invalid', {})] };
  const lines = await basketLines(tx, context, wanted, { stall, prices: taken as readonly Money[] });
  if ('refused' in lines) return lines;
  const { currency } = (lines[0] as BasketLine).product;
  if (prices[0]?.currency !== currency) return { refused: [refusal('amount-invalid', prices[0])] };
  const sum = (of: (line: BasketLine) => number) => ({ minor: lines.reduce((all, line) => all + of(line), 0), currency });
  return {
    lines,
    total: sum(({ priceMinor }) => priceMinor),
    listed: sum(({ product, quantityMilli }) => measureOf(product.priceMinor, quantityMilli)),
  };
}

/** The sale with its decision over everything that the visit has, as it is known when the sale comes in. */
export async function basketSold(
  tx: Tx,
  context: Context,
  input: OfflineSaleInput,
  of: { stall: StallRecord; pass: PassRecord; visit: VisitRow; occurredAt: string; goods: Goods },
): Promise<Basket> {
  const { stall, pass, visit, occurredAt, goods } = of;
  const law = await visitLaw(tx, visit, pass, visit.side, visit.closedAt ?? context.now, input.basket);
  const sold = goods.lines.map(({ fact }) => ({ ...fact, sale: input.id, soldAt: occurredAt }));
  const facts = { ...law.facts, lines: [...law.facts.lines, ...sold] };
  const marketDay = dayIn(sideOf(law.pack, stall.side).zone, occurredAt);
  return {
    stall,
    pass,
    visit,
    lines: goods.lines,
    total: goods.total,
    facts,
    packHash: law.hash,
    standing: law.standing,
    decision: decide(law.pack, facts),
    marketDay,
    tillRates: await tillRatesOn(tx, stall.id, marketDay),
    identityCheck: input.identityCheck ?? null,
    name: input.basket,
  };
}

/** The money as it went over the counter, and what is odd about it by the market's rates. Refused is only an amount that does not read. */
export function moneyTaken(
  { total, tillRates }: Basket,
  { tenders, offline }: OfflineSaleInput,
  units: readonly CashUnit[],
): { readonly settled: Settled; readonly odd: Refusal | undefined } | Refusal {
  const tendered = tenderedOf(tenders);
  if ('reason' in tendered) return tendered;
  const change = moneyOf(offline.change);
  if (change === undefined) return refusal('amount-invalid', offline.change);
  const settled = settle(total, tendered, tillRates, { units, changeIn: change.currency });
  const rounding = { minor: 0, currency: total.currency };
  if ('refused' in settled) {
    const rateOf = (money: Money) => convert(money, total.currency, tillRates)?.rate ?? [];
    return {
      settled: { tenders: tendered.map((tender) => ({ ...tender, rate: rateOf(tender.money) })), change, rounding },
      odd: settled.refused,
    };
  }
  const isExact = settled.change.minor === change.minor && settled.change.currency === change.currency;
  if (isExact) return { settled, odd: undefined };
  return { settled: { ...settled, change, rounding }, odd: refusal('change-differs', offline.change) };
}
