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
import type { Basket } from './basket.ts';
import { type BasketGoods, type BasketLine, basketLines } from './basket-lines.ts';
import { tenderedOf } from './drawer.ts';
import type { OfflineSaleInput } from './sale-input.ts';

type Goods = BasketGoods & {
  readonly total: Money;
  /** What the till's shelf asked for them, and what the market's own does. */
  readonly asked: Money;
  readonly listed: Money;
};

/** What was sold, at the price that the till's shelf had, less what was claimed off it. */
export async function goodsSold(
  tx: Tx,
  context: Context,
  { lines: wanted, discount, offline: { prices } }: OfflineSaleInput,
  stall: string,
): Promise<Goods | { readonly refused: readonly Refusal[] }> {
  const taken = prices.map(moneyOf);
  const wrong = prices[taken.indexOf(undefined)] ?? prices.find(({ currency }) => currency !== prices[0]?.currency);
  if (wrong !== undefined) return { refused: [refusal('amount-invalid', wrong)] };
  if (prices.length !== wanted.length) return { refused: [refusal('amount-invalid', {})] };
  const of = { newId: context.newId, stall, prices: taken as readonly Money[] };
  const goods = await basketLines(tx, { lines: wanted, discount }, of);
  if ('refused' in goods) return goods;
  const { lines } = goods;
  const { currency } = (lines[0] as BasketLine).product;
  if (prices[0]?.currency !== currency) return { refused: [refusal('amount-invalid', prices[0])] };
  const sum = (of: (line: BasketLine) => number) => ({ minor: lines.reduce((all, line) => all + of(line), 0), currency });
  return {
    ...goods,
    total: sum(({ paidMinor }) => paidMinor),
    asked: sum(({ listMinor }) => listMinor),
    listed: sum(({ product, quantityMilli }) => measureOf(product.priceMinor, quantityMilli)),
  };
}

/** The sale with its decision over everything that the visit has, as it is known when the sale comes in. */
export async function basketSold(
  tx: Tx,
  context: Context,
  input: OfflineSaleInput,
  of: { stall: StallRecord; pass: PassRecord; visit: VisitRow; occurredAt: string; goods: Goods; approval: string | null },
): Promise<Basket> {
  const { stall, pass, visit, occurredAt, goods, approval } = of;
  const law = await visitLaw(tx, visit, pass, visit.side, visit.closedAt ?? context.now, input.basket);
  const sold = goods.lines.map(({ fact }) => ({ ...fact, sale: input.id, soldAt: occurredAt }));
  const facts = { ...law.facts, lines: [...law.facts.lines, ...sold] };
  const marketDay = dayIn(sideOf(law.pack, stall.side).zone, occurredAt);
  return {
    stall,
    pass,
    visit,
    lines: goods.lines,
    discounts: goods.discounts,
    approval,
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
