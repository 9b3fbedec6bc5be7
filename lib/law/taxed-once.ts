import { Fraction } from './fraction.ts';
import type { Good } from './good.ts';
import { breadthOf } from './goods.ts';
import { inOrder } from './in-order.ts';
import type { Measured } from './measured.ts';
import type { Portion } from './portion.ts';
import { roundedTo } from './rounding.ts';
import type { Scales } from './scales.ts';
import { isTaxing, type Tally } from './tally.ts';
import { levyOf, taxingTable } from './taxing-table.ts';

/** A rule that has taxed some of what it measured. */
export type Taxed = { readonly tally: Tally; readonly amount: number };

/** Rules that mean fewer kinds of goods tax first, the others see what is left; rules that tax nothing see all. Older versions first. */
export function inTaxOrder(totals: readonly Tally[], { pack }: Scales): readonly Tally[] {
  const placeOf = (tally: Tally): number => {
    if (!isTaxing(tally)) return Number.NEGATIVE_INFINITY;
    return tally.law.goods.reduce((least, goods) => Math.min(least, breadthOf(pack, goods)), Number.POSITIVE_INFINITY);
  };
  const placed = totals.map((tally) => ({ tally, place: placeOf(tally) }));
  return inOrder(placed, (one, other) =>
    one.place === other.place ? one.tally.earlier.length - other.tally.earlier.length : one.place - other.place,
  ).map(({ tally }) => tally);
}

/** Items that are taxed whole are no part of a total that is taxed by the same levy. */
export function leaveOutItems(tally: Tally, taxed: readonly Portion[], scales: Scales): void {
  const whole = new Map<Good, number>();
  for (const { line, times, table } of taxed)
    if (paysAlike(tally, levyOf(table), scales)) whole.set(line, (whole.get(line) ?? 0) + times);
  if (whole.size === 0) return;
  tally.goods = tally.goods.flatMap((each) => {
    const units = Math.max(1, each.line.units);
    const left = units - (whole.get(each.line) ?? 0);
    return left <= 0 ? [] : withAmount(each, left === units ? each.amount : Math.floor((each.amount / units) * left));
  });
}

/**
 * Nor is what another rule has taxed of its own total. Which of the goods it was nobody can say, so those are left out that
 * count least here: then more goods never owe less.
 */
export function leaveOutExcess(tally: Tally, { tally: other, amount }: Taxed, scales: Scales): void {
  if (amount === 0 || isAskedTogether(tally, other, scales)) return;
  if (!other.goods.some(({ part }) => paysAlike(tally, levyIn(other, part, scales), scales))) return;
  const here: (Measured | undefined)[] = [];
  for (const measured of tally.goods) here[measured.line.place] = measured;
  const shares: { readonly amount: number; readonly measured: Measured | undefined; readonly counts: number }[] = [];
  for (const { amount: there, line } of other.goods) {
    if (there === 0) continue;
    const measured = here[line.place];
    shares.push({ amount: there, measured, counts: (measured?.amount ?? 0) / there });
  }
  inOrder(shares, (one, next) => one.counts - next.counts);
  let rest = amount;
  let before = 0;
  // Rounded as one sum: line by line, half a cigar more would be left of two lines than of the same goods in one.
  const gone = new Fraction();
  for (const { amount: there, measured } of shares) {
    const cut = Math.min(rest, there);
    if (cut === 0) break;
    rest -= cut;
    if (measured === undefined) continue;
    gone.add(measured.amount, cut, there);
    const after = roundedTo(gone, 1);
    here[measured.line.place] = withAmount(measured, measured.amount - (after - before));
    before = after;
  }
  tally.goods = tally.goods.map((each) => here[each.line.place] ?? each);
}

const withAmount = ({ line, whole, part }: Measured, amount: number): Measured => ({ line, whole, amount, part });

const levyIn = ({ law }: Tally, part: number, scales: Scales): string | undefined => {
  const table = taxingTable(law, part, scales);
  return table && levyOf(table);
};

/** Does the rule take this levy from any of its goods. */
const paysAlike = (tally: Tally, levy: string | undefined, scales: Scales): boolean =>
  levy !== undefined && tally.goods.some(({ part }) => levyIn(tally, part, scales) === levy);

/** A table of two bases is asked by value and by weight, and the larger duty counts: neither takes anything from the other. */
const isAskedTogether = (one: Tally, other: Tally, scales: Scales): boolean => {
  const table = taxingTable(one.law, 0, scales);
  return table?.kind === 'larger-of' && table === taxingTable(other.law, 0, scales);
};
