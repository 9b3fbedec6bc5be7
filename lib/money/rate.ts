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
  return path && { money: { minor: exchanged(money.minor, exchangeAlong(path, money.currency, to)), currency: to }, rate: path };
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

/** What a path comes to: minor units times and over these. In numbers of any length too, for sums beyond what a double holds exactly. */
export type Exchange = { readonly times: number; readonly over: number; readonly exact: () => Exact };
type Exact = { readonly times: bigint; readonly over: bigint };

/** The path must lead from the one currency to the other. */
export function exchangeAlong(path: readonly Rate[], from: string, to: string): Exchange {
  const shift = exponentOf(to) - exponentOf(from);
  let times = 10 ** Math.max(0, shift);
  let over = 10 ** Math.max(0, -shift);
  let at = from;
  for (const rate of path) {
    const direct = rate.base === at;
    times *= direct ? rate.scaled : MILLION;
    over *= direct ? MILLION : rate.scaled;
    at = direct ? rate.quote : rate.base;
  }
  const exact = () => exactAlong(path, from, shift);
  if (!Number.isSafeInteger(times) || !Number.isSafeInteger(over)) return { times: Number.NaN, over, exact };
  const common = commonDivisor(times, over);
  return { times: times / common, over: over / common, exact };
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

function exactAlong(path: readonly Rate[], from: string, shift: number): Exact {
  let times = 10n ** BigInt(Math.max(0, shift));
  let over = 10n ** BigInt(Math.max(0, -shift));
  let at = from;
  for (const rate of path) {
    const direct = rate.base === at;
    times *= BigInt(direct ? rate.scaled : MILLION);
    over *= BigInt(direct ? MILLION : rate.scaled);
    at = direct ? rate.quote : rate.base;
  }
  return { times, over };
}

/** An amount at an exchange, half to even. */
export function exchanged(minor: number, { times, over, exact }: Exchange): number {
  const dividend = minor * times;
  if (Number.isSafeInteger(dividend)) return halfEven(dividend, over);
  const large = exact();
  return Number(divideHalfEven(BigInt(minor) * large.times, large.over));
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
