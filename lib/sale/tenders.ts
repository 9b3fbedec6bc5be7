import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type CashUnit, cashUnitOf, inCash } from '#lib/money/cash.ts';
import { amountOf, type Money } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';

export type Tendered = { readonly kind: 'cash' | 'card' | 'qr'; readonly money: Money; readonly reference: string | null };

export type Settled = {
  readonly tenders: readonly (Tendered & { readonly rate: readonly Rate[] })[];
  readonly change: Money;
  /** What the shopper pays more than the total, or less, because no coin is small enough; in the total's currency. */
  readonly rounding: Money;
};

/** How cash is given: the smallest of each currency, and which currency the change is wanted in where it is not the sale's. */
export type CashTerms = { readonly units: readonly CashUnit[]; readonly changeIn?: string | undefined };

/**
 * What is handed over against a total, at the till's rates. Change comes out of cash only: a card or a wallet is never charged more than
 * is due, nor rounded. What cash cannot pay to the minor unit is rounded once, at the change.
 */
export function settle(
  total: Money,
  tenders: readonly Tendered[],
  rates: readonly Rate[],
  terms: CashTerms,
): Settled | { readonly refused: Refusal } {
  let handed = 0;
  let cash = 0;
  const settled: (Tendered & { rate: readonly Rate[] })[] = [];
  for (const tender of tenders) {
    const converted = convert(tender.money, total.currency, rates);
    if (converted === undefined) return { refused: refusal('currency-unknown', { currency: tender.money.currency }) };
    handed += converted.money.minor;
    if (tender.kind === 'cash') cash += converted.money.minor;
    settled.push({ ...tender, rate: converted.rate });
  }
  const { currency } = total;
  const over = { minor: handed - total.minor, currency };
  const units = unitsThatCount(settled, terms.units);
  const isPaid = cash > 0 ? inCash(over, units).minor >= 0 : over.minor >= 0;
  if (!isPaid) return { refused: shortBy({ minor: -over.minor, currency }, total) };
  if (over.minor > cash) return { refused: refusal('tender-over', { due: amountOf(total).amount, currency }) };
  const change = changeFor({ minor: Math.max(0, over.minor), currency }, { ...terms, units }, rates);
  const given = change && convert(change, currency, rates);
  if (given === undefined) return { refused: refusal('currency-unknown', { currency: terms.changeIn ?? currency }) };
  return { tenders: settled, change: change as Money, rounding: { minor: over.minor - given.money.minor, currency } };
}

/** Whoever finds coins smaller than the smallest pays to the minor unit, and is not a fen short for being rounded. */
function unitsThatCount(tenders: readonly Tendered[], units: readonly CashUnit[]): readonly CashUnit[] {
  const isWhole = ({ kind, money }: Tendered): boolean =>
    kind !== 'cash' || money.minor % cashUnitOf(money.currency, units) === 0;
  return tenders.every(isWhole) ? units : [];
}

/** What goes back, in the currency that is asked for; undefined where no rate leads there. */
function changeFor(over: Money, { units, changeIn }: CashTerms, rates: readonly Rate[]): Money | undefined {
  const wanted = over.minor === 0 ? over : convert(over, changeIn ?? over.currency, rates)?.money;
  return wanted && inCash(wanted, units);
}

function shortBy(short: Money, total: Money): Refusal {
  return refusal('tender-short', { due: amountOf(total).amount, short: amountOf(short).amount, currency: total.currency });
}
