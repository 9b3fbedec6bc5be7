import { exponentOf, isCurrency, type Money } from './money.ts';
import { divideHalfEven, halfEven } from './rounding.ts';

/** scaled: millionths of the quote currency for one unit (not one minor unit) of the base currency. */
export type Rate = {
  readonly base: string;
  readonly quote: string;
  readonly scaled: number;
  readonly date: string;
  readonly source: string;
};

export type Conversion = { readonly money: Money; readonly rate: readonly Rate[] };

/**
 * The amount in another currency with the rates used: direct, else inverse, else crossed over one common currency (the first
 * that serves, in the order of the list). Rounded once, at the end, half to even. Of several rates for one pair the latest
 * date counts, then the earlier in the list. Undefined where no rate leads there.
 */
export function convert(money: Money, to: string, rates: readonly Rate[]): Conversion | undefined {
  const path = pathBetween(money.currency, to, rates);
  return path && { money: convertAlong(path, money, to), rate: path };
}

/** The rates that lead from one currency to another, none for the same; undefined where none do. */
export function pathBetween(from: string, to: string, rates: readonly Rate[]): readonly Rate[] | undefined {
  if (!isCurrency(from) || !isCurrency(to)) return undefined;
  if (from === to) return [];
  const straight = rateBetween(from, to, rates);
  if (straight) return [straight];
  for (const { base, quote } of rates) {
    for (const middle of [base, quote]) {
      if (middle === from || middle === to) continue;
      const first = rateBetween(from, middle, rates);
      const second = rateBetween(middle, to, rates);
      if (first && second) return [first, second];
    }
  }
  return undefined;
}

/** The amount at the end of a path. The path must lead from its currency to the other. */
export function convertAlong(path: readonly Rate[], money: Money, to: string): Money {
  if (path.length === 0) return money;
  const shift = exponentOf(to) - exponentOf(money.currency);
  let dividend = money.minor * 10 ** Math.max(0, shift);
  let divisor = 10 ** Math.max(0, -shift);
  let at = money.currency;
  for (const rate of path) {
    const direct = rate.base === at;
    dividend *= direct ? rate.scaled : MILLION;
    divisor *= direct ? MILLION : rate.scaled;
    at = direct ? rate.quote : rate.base;
  }
  if (Number.isSafeInteger(dividend) && Number.isSafeInteger(divisor))
    return { minor: halfEven(dividend, divisor), currency: to };
  return { minor: Number(largeHalfEven(path, money, shift)), currency: to };
}

/** The same in numbers of any length, for sums beyond what a double holds exactly. */
function largeHalfEven(path: readonly Rate[], money: Money, shift: number): bigint {
  let dividend = BigInt(money.minor) * 10n ** BigInt(Math.max(0, shift));
  let divisor = 10n ** BigInt(Math.max(0, -shift));
  let at = money.currency;
  for (const rate of path) {
    const direct = rate.base === at;
    dividend *= BigInt(direct ? rate.scaled : MILLION);
    divisor *= BigInt(direct ? MILLION : rate.scaled);
    at = direct ? rate.quote : rate.base;
  }
  return divideHalfEven(dividend, divisor);
}

const MILLION = 1_000_000;

function rateBetween(from: string, to: string, rates: readonly Rate[]): Rate | undefined {
  return (
    latest(rates, (rate) => rate.base === from && rate.quote === to) ??
    latest(rates, (rate) => rate.base === to && rate.quote === from)
  );
}

function latest(rates: readonly Rate[], fits: (rate: Rate) => boolean): Rate | undefined {
  let found: Rate | undefined;
  for (const rate of rates) if (rate.scaled > 0 && fits(rate) && (!found || rate.date > found.date)) found = rate;
  return found;
}
